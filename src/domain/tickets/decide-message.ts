import { err, ok } from '@/shared/result';
import type { CommandInput } from './commands';
import { readersToChoose } from './conversation';
import { attachedOf, type DecideOpen } from './decision';
import { noteEvent } from './make-event';

/** R7: the parties write to each other from presentation on; the State to either, to both, or within itself. */
export const decidePostMessage: DecideOpen<CommandInput<'postMessage'>> = (ticket, input, ctx) => {
  if (!readersToChoose(ctx.actor.role, ticket.presentedOn !== null).includes(input.to)) {
    const message = ticket.presentedOn === null ? 'The plan does not have this ticket yet, so it cannot read a message.' : 'Choose who will see it.';
    return err({ kind: 'invalid', issues: [{ field: 'to', message }] });
  }
  return ok([noteEvent(ticket, 'MessagePosted', { to: input.to, text: input.text, ...attachedOf(ctx) }, ctx)]);
};

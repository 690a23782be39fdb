import { compareDays, formatDay } from '@/shared/calendar-date';
import { err } from '@/shared/result';
import type { CommandInput } from './commands';
import { attachedOf, type DecideOpen } from './decision';
import { oneMove } from './make-event';
import { openInformationClock } from './request-guards';

/** R9, D9: a clock inside the clock; the plan's own answer stays due as it was. */
export const decideRequestInformation: DecideOpen<CommandInput<'requestInformation'>> = (ticket, input, ctx) =>
  oneMove(ticket, 'requestInformation', 'presented', 'InformationRequested', { what: input.what }, ctx);

/** R10, D9: the information, or that it was already provided; late is flagged, never refused, and closes nothing. */
export const decideProvideInformation: DecideOpen<CommandInput<'provideInformation'>> = (ticket, input, ctx) => {
  const clock = openInformationClock(ticket.clocks);
  if (clock === null) throw new Error('informationAwaited lets nobody answer a request that is not open');
  if (input.providedOn !== null && compareDays(input.providedOn, ctx.today) > 0)
    return err({ kind: 'invalid', issues: [{ field: 'providedOn', message: `${formatDay(input.providedOn)} is in the future.` }] });
  const { ticketId: _ticketId, files: _files, ...information } = input;
  return oneMove(ticket, 'provideInformation', 'presented', 'InformationProvided', { ...information, ...attachedOf(ctx), late: compareDays(ctx.today, clock.dueOn) > 0, dueOn: clock.dueOn }, ctx);
};

import { ok } from '@/shared/result';
import type { CommandInput } from './commands';
import type { DecideOpen } from './decision';
import { theFine } from './decide-fines';
import { noteEvent } from './make-event';

/** D11: the plan says why an issued fine is wrong; the fine stands until HFS decides. */
export const decideObjectToFine: DecideOpen<CommandInput<'objectToFine'>> = (ticket, input, ctx) =>
  ok([noteEvent(ticket, 'FineObjected', { fineId: theFine(ticket).id, why: input.why }, ctx)]);

/** D11: HFS keeps the fine, or grants the objection and rescinds it in the same act. */
export const decideDecideFineObjection: DecideOpen<CommandInput<'decideFineObjection'>> = (ticket, input, ctx) => {
  const fineId = theFine(ticket).id;
  const decided = noteEvent(ticket, 'FineObjectionDecided', { fineId, outcome: input.outcome, reason: input.reason }, ctx);
  return ok(input.outcome === 'upheld' ? [decided] : [decided, noteEvent(ticket, 'FineRescinded', { fineId, reason: input.reason }, ctx)]);
};

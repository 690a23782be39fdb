import type { CommandInput } from './commands';
import type { DecideOpen } from './decision';
import { oneMove } from './make-event';

/** R14: the provider contact agrees with the answer. */
export const decideAccept: DecideOpen<CommandInput<'accept'>> = (ticket, _input, ctx) =>
  oneMove(ticket, 'accept', 'closed', 'ResponseAccepted', {}, ctx);

/** R7: only the provider contact can say that the complaint is resolved; a fine proposal stays. */
export const decideConfirmResolved: DecideOpen<CommandInput<'confirmResolved'>> = (ticket, input, ctx) =>
  oneMove(ticket, 'confirmResolved', 'closed', 'ConfirmedResolved', { how: input.how }, ctx);

export const decideWithdraw: DecideOpen<CommandInput<'withdraw'>> = (ticket, input, ctx) =>
  oneMove(ticket, 'withdraw', 'closed', 'Withdrawn', { reason: input.reason }, ctx);

/** R14: not contested within 5 business days of receipt. */
export const decideCloseNotContested: DecideOpen<CommandInput<'closeNotContested'>> = (ticket, _input, ctx) =>
  oneMove(ticket, 'closeNotContested', 'closed', 'ClosedNotContested', {}, ctx);

/** R15, D13: contested, but no review was requested by its date. */
export const decideCloseReviewNotRequested: DecideOpen<CommandInput<'closeReviewNotRequested'>> = (ticket, _input, ctx) =>
  oneMove(ticket, 'closeReviewNotRequested', 'closed', 'ClosedReviewNotRequested', {}, ctx);

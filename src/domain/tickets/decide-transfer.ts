import { withBegun } from '@/domain/deadlines';
import { err, ok } from '@/shared/result';
import type { CommandInput } from './commands';
import { planProgramIssues } from './decide-filing';
import type { DecideContext, DecideOpen, NewEvent } from './decision';
import { moveEvent, noteEvent } from './make-event';
import { planName } from './reference';
import { standingFine, type Ticket } from './ticket';

/** What is wrong with the plan to which a ticket is to go; null when it can have it. */
function planIssue(ticket: Ticket, planCode: string, ctx: DecideContext): string | null {
  if (!ctx.reference.plans.some((p) => p.code === planCode)) return 'Choose the health plan.';
  if (planCode === ticket.planCode) return `${planName(ctx.reference, planCode)} has this ticket already. Choose another plan.`;
  return planProgramIssues(ctx.reference, planCode, ticket.programCode, ticket.claims, ticket.firstReceivedOn)[0]?.message ?? null;
}

/** R5: presented to the wrong plan, the ticket goes back to be presented to the right one; the first plan owes nothing for it. */
export const decideTransfer: DecideOpen<CommandInput<'transfer'>> = (ticket, input, ctx) => {
  const issue = planIssue(ticket, input.planCode, ctx);
  if (issue !== null) return err({ kind: 'invalid', issues: [{ field: 'planCode', message: issue }] });
  const moved = moveEvent(ticket, 'transfer', 'submitted', 'Transferred', { reason: input.reason, fromPlan: ticket.planCode, toPlan: input.planCode }, ctx);
  if (!moved.ok) return moved;
  const fine = standingFine(ticket);
  const voided: NewEvent[] = fine?.status === 'proposed' ? [noteEvent(ticket, 'FineVoided', { fineId: fine.id, reason: 'The ticket was transferred to another plan.' }, ctx)] : [];
  // Its time to be presented begins with the transfer, not on the day it came.
  const started = moved.value.clocks.started.map((c) => ({ ...c, steps: withBegun(c.steps, 'transferred') }));
  return ok([...voided, { ...moved.value, clocks: { ...moved.value.clocks, started } }]);
};

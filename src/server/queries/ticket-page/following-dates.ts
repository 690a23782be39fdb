import { dueDate, ruleSetOfVersion, withBegun, type Begun, type DueDate, type RuleId } from '@/domain/deadlines';
import type { Action } from '@/domain/tickets/transitions';
import { canDo, type PageContext } from './page-context';

/** The date that each act begins on the day of the act, where its page tells it beforehand. */
const BEGINS = {
  requestInformation: 'information-answer',
  transfer: 'presentation',
  returnAsClosed: 'refiling',
  beginAdministrativeReview: 'review-information',
} as const satisfies Partial<Record<Action, RuleId>>;

/** What day 0 is, where it is not the day that the rule names. */
const DAY_0: Partial<Record<keyof typeof BEGINS, Begun>> = { transfer: 'transferred', beginAdministrativeReview: 'in_review' };

export type FollowingDates = Partial<Record<keyof typeof BEGINS, DueDate>>;

function dueAfter(ctx: PageContext, action: keyof typeof BEGINS): DueDate | null {
  // Both sides' time to deliver begins with the request for review (R16); only a silent plan's ticket has had none (D14).
  const isSilent = ctx.ticket.status === 'presented';
  if (!canDo(ctx, action) || (action === 'beginAdministrativeReview' && !isSilent)) return null;
  const due = dueDate(BEGINS[action], ctx.today, ctx.holidays, ruleSetOfVersion(ctx.ticket.ruleSetVersion));
  return due.ok ? { ...due.value, steps: withBegun(due.value.steps, DAY_0[action]) } : null;
}

/** R5, R10, R16, D17: what would be due by when if the reader acted today; without a date that the holiday table does not reach. */
export function followingDates(ctx: PageContext): FollowingDates {
  const dates: FollowingDates = {};
  for (const action of Object.keys(BEGINS) as (keyof typeof BEGINS)[]) {
    const due = dueAfter(ctx, action);
    if (due !== null) dates[action] = due;
  }
  return dates;
}

import { isRemindedRule, type DueItem } from '@/domain/notifications/reminder-mails';
import { planName } from '@/domain/tickets/reference';
import type { Scope } from '../db/as-actor';
import { dayOf } from '../db/dates';
import type { DueClock, DueRequest } from '../db/find-due';

/** What a mail may say of an open duty or window; null for a rule of which nobody is reminded. */
export function clockItem({ reference }: Pick<Scope, 'reference'>, clock: DueClock, portalUrl: string): DueItem | null {
  if (!isRemindedRule(clock.rule_id)) return null;
  return { what: clock.rule_id, dueOn: dayOf(clock.due_on), number: clock.number, planName: planName(reference, clock.plan_code), trackingNumber: clock.tracking_number, link: `${portalUrl}/tickets/${clock.ticket_id}` };
}

/** R29: the same of a request about no ticket. */
export function requestItem({ reference }: Pick<Scope, 'reference'>, request: DueRequest, portalUrl: string): DueItem {
  return { what: 'plan-request', dueOn: dayOf(request.answer_on), number: request.number, planName: planName(reference, request.plan_code), trackingNumber: null, link: `${portalUrl}/requests/${request.id}` };
}

import { isBefore, type CalendarDate } from '@/shared/calendar-date';
import type { Plan, ReferenceData } from './reference';

function hasEnded(plan: Plan, today: CalendarDate): boolean {
  return plan.validTo !== null && isBefore(plan.validTo, today);
}

/** D20: the plan whose staff have a plan's tickets today: itself, or from the day after its end its successor. */
export function planHolder(data: ReferenceData, code: string, today: CalendarDate): string {
  const plan = data.plans.find((p) => p.code === code);
  return plan !== undefined && hasEnded(plan, today) && plan.succeededBy !== null ? planHolder(data, plan.succeededBy, today) : code;
}

/** D20: the plans whose tickets belong to a plan's staff today, its ended predecessors included; none once it was succeeded. */
export function plansHeldBy(data: ReferenceData, code: string, today: CalendarDate): string[] {
  return planHolder(data, code, today) === code ? withPredecessors(data, [code], today) : [];
}

/** D20: plans together with those that they succeeded. */
export function withPredecessors(data: ReferenceData, codes: readonly string[], today: CalendarDate): string[] {
  const found = new Set(codes);
  for (const code of found) for (const plan of data.plans) if (plan.succeededBy === code && hasEnded(plan, today)) found.add(plan.code);
  return [...found];
}

import type { PersonActor } from '@/domain/access/actor';
import { endOfWeek, soonUntil, type ClosureAhead } from '@/domain/deadlines';
import { plansHeldBy } from '@/domain/tickets/plan-succession';
import { addDays } from '@/shared/calendar-date';
import type { Scope } from '../db/as-actor';
import type { QueueDays } from '../db/find-plan-queue';

/** The plans whose tickets a plan's staff have today (D20). */
export function planCodesOf({ reference, today }: Scope, actor: PersonActor): string[] {
  return actor.planCode === null ? [] : plansHeldBy(reference, actor.planCode, today);
}

/** The days by which a queue is cut into groups. */
export function queueDays({ today, holidays }: Scope, closure: ClosureAhead | null): QueueDays {
  const sunday = endOfWeek(today);
  return { today, sunday, nextSunday: addDays(sunday, 7), soonUntil: soonUntil(today, holidays), opensOn: closure?.opensOn ?? null };
}

import type { PersonActor } from '@/domain/access/actor';
import { addDays, type CalendarDate } from '@/shared/calendar-date';
import { asReader } from '../db/as-actor';
import { findJobMark } from '../db/job-marks';
import { findFindings, type FindingKind, type OpenFinding } from '../db/watch-tickets';

export type { FindingKind, OpenFinding };
export type NightlyChecks = { /** The last night that was looked at. */ lookedOn: CalendarDate | null; open: OpenFinding[]; resolved: OpenFinding[] };

/** What is resolved stays on the page for so many days. */
const RESOLVED_DAYS = 30;

/** For Administration: what the watchdog found, and what of it is gone. */
export function getNightlyChecks(actor: PersonActor): Promise<NightlyChecks> {
  return asReader(actor, async (scope) => {
    const found = await findFindings(scope, addDays(scope.today, -RESOLVED_DAYS));
    return { lookedOn: await findJobMark(scope.tx, 'watchdog'), open: found.filter((f) => f.resolvedAt === null), resolved: found.filter((f) => f.resolvedAt !== null) };
  });
}

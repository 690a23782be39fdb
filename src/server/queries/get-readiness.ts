import { addDays, calendarDate, compareDays, formatDay } from '@/shared/calendar-date';
import { isDatabaseDown } from '../database-down';
import { asPublic } from '../db/as-actor';
import { findAppliedMigrations, listShippedMigrations } from '../db/migrations-applied';

/** A holiday table that ends sooner than this is worth a warning: dates beyond it cannot be worked out (D15). */
const WARN_DAYS = 120;

export type Readiness = { ready: boolean; database: 'reachable' | 'not reachable'; migrations: 'current' | 'not current' | 'unknown'; warnings: string[] };

/** For `GET /readyz`: nothing in it tells names, addresses or versions. */
export async function getReadiness(): Promise<Readiness> {
  try {
    return await asPublic(async ({ tx, today, holidays }) => {
      const lastDay = calendarDate(`${holidays.lastYear}-12-31`);
      const warnings = compareDays(addDays(today, WARN_DAYS), lastDay) > 0 ? [`The holiday table ends on ${formatDay(lastDay)}.`] : [];
      const applied = await findAppliedMigrations(tx);
      const shipped = await listShippedMigrations();
      const current = shipped.every((name) => applied.has(name)) && applied.size === shipped.length;
      return { ready: current, database: 'reachable', migrations: current ? 'current' : 'not current', warnings };
    });
  } catch (error) {
    // What else goes wrong here is a database that was never migrated, or not for this login role.
    return { ready: false, database: isDatabaseDown(error) ? 'not reachable' : 'reachable', migrations: 'unknown', warnings: [] };
  }
}

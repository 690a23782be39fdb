import { SYSTEM } from '@/domain/access/actor';
import { isBusinessDay } from '@/domain/deadlines';
import { overdueCutoff } from '@/domain/tickets/escalation';
import { chicagoInstant } from '@/shared/chicago';
import { asActor } from '../db/as-actor';
import { findJobMark, setJobMark } from '../db/job-marks';
import { dropMootAlerts, insertPreparedAlerts } from '../db/prepared-alerts';
import { REMINDED_AT } from './remind';

/**
 * R19: once each business day from 8:00 on, prepares what the Portal Team is to alert HFS of: a duty of a plan overdue
 * by 1 and 5 business days, no contact logged in 15 days, half of the time gone and not opened; once for each ticket,
 * reason and date that was missed. Drops what does not hold any more. Returns how many are new.
 */
export function prepareAlerts(at?: Date): Promise<number> {
  return asActor(SYSTEM, async (scope) => {
    const { tx, today, now, holidays } = scope;
    const business = isBusinessDay(today, holidays);
    if (!business.ok || !business.value || now < chicagoInstant(today, REMINDED_AT)) return 0;
    const done = await findJobMark(tx, 'escalation');
    if (done !== null && done >= today) return 0;
    await dropMootAlerts(scope);
    const prepared = await insertPreparedAlerts(scope, { one: overdueCutoff(today, 1, holidays), five: overdueCutoff(today, 5, holidays) });
    await setJobMark(tx, 'escalation', today);
    return prepared;
  }, at);
}

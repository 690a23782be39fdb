import type { Client } from 'pg';
import { actorOf } from '@/server/sandbox/cast/cast';
import { draftHoliday } from '@/server/commands/change-holiday-draft';
import { remind, REMINDED_AT, type RemindReport } from '@/server/jobs/remind';
import { previewHolidays } from '@/server/queries/preview-holidays';
import { calendarDate, type CalendarDate } from '@/shared/calendar-date';
import { chicagoInstant } from '@/shared/chicago';
import { goalLine, ms, timed } from './goal-line';
import { addOpenClocks } from './open-clocks';
import { median } from './rounds';

const REPEATS = 7;
/** Business days on which nothing is due, long after all that was loaded. */
const QUIET_DAYS = ['2027-05-03', '2027-05-04', '2027-05-05', '2027-05-06', '2027-05-07', '2027-05-10', '2027-05-11'].map(calendarDate);
const BUSY_DAY = calendarDate('2027-06-16');
/** Of the sandbox's first day: the most clocks count over the next one. */
const NEW_HOLIDAY = '2026-11-30';

const thousands = (n: number) => n.toLocaleString('en-US');

/** What a new holiday would move, of so many open clocks. */
export async function benchHolidays(owner: Client, clocks: number): Promise<void> {
  const open = await addOpenClocks(owner, clocks);
  const administration = actorOf('yolanda');
  const drafted = await draftHoliday(administration, { what: 'holiday', on: NEW_HOLIDAY, name: 'A day of the bench', confirmed: 'on' });
  if (!drafted.ok) throw new Error(JSON.stringify(drafted.error));
  const times: number[] = [];
  let moved = 0;
  for (let i = 0; i < REPEATS; i += 1) {
    const { value, time } = await timed(() => previewHolidays(administration, 1));
    times.push(time);
    moved = value.clocks;
  }
  const took = median(times);
  console.log(goalLine(`holiday preview, ${thousands(open)} open clocks`, `${ms(took)}, ${thousands(moved)} would move`, took, { most: 2000, words: '2 s over 10,000' }));
}

async function sweepOf(owner: Client, portalUrl: string, day: CalendarDate): Promise<{ value: RemindReport; time: number }> {
  await owner.query(`INSERT INTO job_marks (name, done_through) VALUES ('reminders', $1::date - 1) ON CONFLICT (name) DO UPDATE SET done_through = excluded.done_through`, [day]);
  return timed(() => remind(portalUrl, chicagoInstant(day, REMINDED_AT)));
}

/** A sweep that finds nothing due, and one that finds some answers due on the day; the mails are written, not sent. */
export async function benchReminders(owner: Client, portalUrl: string, clocks: number, due: number): Promise<void> {
  const open = await addOpenClocks(owner, clocks);
  const quiet: number[] = [];
  for (const day of QUIET_DAYS) {
    const { value, time } = await sweepOf(owner, portalUrl, day);
    if (value.reminders > 0) throw new Error(`${value.reminders} reminders on a day on which nothing is due.`);
    quiet.push(time);
  }
  console.log(goalLine(`reminders, ${thousands(open)} open clocks, none due`, ms(median(quiet)), median(quiet), { most: 50, words: '50 ms over 100,000' }));
  const { rowCount } = await owner.query(
    `UPDATE clocks SET due_on = $1 WHERE id IN (SELECT id FROM clocks WHERE ended_on IS NULL AND kind = 'duty' AND rule_id = 'mco-response' AND overdue_on IS NULL ORDER BY id LIMIT $2)`,
    [BUSY_DAY, due],
  );
  const { value, time } = await sweepOf(owner, portalUrl, BUSY_DAY);
  if (rowCount !== due || value.reminders < due) throw new Error(`${value.reminders} reminders of ${rowCount} clocks.`);
  console.log(goalLine(`reminders, ${thousands(due)} due, ${thousands(value.reminders)} mails`, `${ms(time)}, ${ms(time / due)} each`, time / due, { most: 6, words: '6 ms each' }));
}

import { SYSTEM } from '@/domain/access/actor';
import { isBusinessDay, newestReminder, remindedDueDates, type Reminder } from '@/domain/deadlines';
import type { Recipient } from '@/domain/notifications/message';
import { canStillAct } from '@/domain/notifications/reminder-moot';
import { reminderMessage, type DueItem } from '@/domain/notifications/reminder-mails';
import { addDays, isBefore, type CalendarDate } from '@/shared/calendar-date';
import { chicagoDay, chicagoInstant } from '@/shared/chicago';
import { appendReminders, type WrittenReminder } from '../db/append-reminders';
import { asActor, type Scope } from '../db/as-actor';
import { dayOf } from '../db/dates';
import { findClocksDueOn, findRequestsDueOn, type DueClock, type DuePosition } from '../db/find-due';
import { hasMovedSince } from '../db/count-moved';
import { findJobMark, setJobMark } from '../db/job-marks';
import { findDigestReaders, TEAM_READER } from '../db/mail-choices';
import { planStaffOf, type PlanStaff } from '../db/plan-staff-of';
import { portalTeamOf } from '../db/portal-team';
import { clockItem, requestItem } from './due-items';
import { writeDigest } from './write-digest';

export type RemindReport = { reminders: number; digests: number };

/** Reminders go out at this time of a business day. */
export const REMINDED_AT = '08:00';
const BATCH = 250;

type Days = { after: CalendarDate; today: CalendarDate };
type Sweep = { days: Days; digestReaders: ReadonlySet<string>; portalUrl: string };

/** The days whose reminders are to be written now: null before 8:00, on other than business days, and when it is done. */
async function daysToRemind({ tx, now, today, holidays }: Scope): Promise<Days | null> {
  const business = isBusinessDay(today, holidays);
  if (!business.ok || !business.value || now < chicagoInstant(today, REMINDED_AT)) return null;
  const after = (await findJobMark(tx, 'reminders')) ?? addDays(today, -1);
  return isBefore(after, today) ? { after, today } : null;
}

/** Who can act on it: the Portal Team, the contact, the plan's readers and whoever has the ticket there. */
async function readersOf(clock: DueClock, staffOf: (planCode: string) => Promise<PlanStaff>, scope: Scope): Promise<Recipient[]> {
  if (clock.owed_by === 'portal_team') return [portalTeamOf(scope.settings)];
  const readers: Recipient[] = [];
  if ((clock.owed_by === 'provider' || clock.rule_id === 'extension-request') && clock.contact_reads) readers.push({ personId: clock.contact_id, name: clock.contact_name, email: clock.contact_email });
  if (clock.owed_by !== 'mco') return readers;
  const { readers: ofPlan, everyone } = await staffOf(clock.plan_code);
  const assignee = everyone.filter((p) => p.personId === clock.mco_assignee_id && !ofPlan.includes(p));
  return [...readers, ...ofPlan, ...assignee];
}

type Remembered = Pick<WrittenReminder, 'ticketId' | 'clockId' | 'planRequestId'>;

function writeTo(readers: readonly Recipient[], item: DueItem, { kind }: Reminder, of: Remembered, { digestReaders, days }: Sweep): WrittenReminder[] {
  const subject = of.clockId ?? of.planRequestId ?? '';
  return readers
    .map((to) => ({ to, reader: to.personId ?? TEAM_READER }))
    .filter(({ reader }) => !digestReaders.has(reader))
    .map(({ to, reader }) => ({ ...of, message: reminderMessage(item, to, days.today), uniqueKey: `reminder:${subject}:${item.dueOn}:${kind}:${reader}`, dueOn: item.dueOn }));
}

/** One batch of what is due; `next` is where the following one begins. */
async function remindOfClocks(scope: Scope, dueDates: readonly CalendarDate[], after: DuePosition | null, sweep: Sweep): Promise<{ next: DuePosition | null; written: number }> {
  const clocks = await findClocksDueOn(scope.tx, dueDates, after, BATCH);
  const staffOf = planStaffOf(scope);
  const reminders: WrittenReminder[] = [];
  for (const clock of clocks) {
    const dueOn = dayOf(clock.due_on);
    // A window that is over lapses with the next sweep.
    if (clock.kind === 'window' && isBefore(dueOn, sweep.days.today)) continue;
    const item = clockItem(scope, clock, sweep.portalUrl);
    const reminder = newestReminder({ kind: clock.kind, day0: dayOf(clock.day_0), dueOn }, sweep.days, scope.holidays);
    if (item === null || reminder === null || !canStillAct({ what: item.what, extensionState: clock.extension_state })) continue;
    reminders.push(...writeTo(await readersOf(clock, staffOf, scope), item, reminder, { ticketId: clock.ticket_id, clockId: clock.id, planRequestId: null }, sweep));
  }
  const written = await appendReminders(scope.tx, reminders, scope.now, sweep.portalUrl);
  const last = clocks.at(-1);
  return { written, next: last === undefined || clocks.length < BATCH ? null : { dueOn: dayOf(last.due_on), id: last.id } };
}

/** R29: requests about no ticket have their dates, too. */
async function remindOfRequests(scope: Scope, dueDates: readonly CalendarDate[], sweep: Sweep): Promise<number> {
  const staffOf = planStaffOf(scope);
  const reminders: WrittenReminder[] = [];
  for (const request of await findRequestsDueOn(scope.tx, dueDates)) {
    const reminder = newestReminder({ kind: 'duty', day0: chicagoDay(request.asked_at), dueOn: dayOf(request.answer_on) }, sweep.days, scope.holidays);
    if (reminder === null) continue;
    const { readers } = await staffOf(request.plan_code);
    reminders.push(...writeTo(readers, requestItem(scope, request, sweep.portalUrl), reminder, { ticketId: null, clockId: null, planRequestId: request.id }, sweep));
  }
  return appendReminders(scope.tx, reminders, scope.now, sweep.portalUrl);
}

async function sendDigest(scope: Scope, reader: string, portalUrl: string): Promise<number> {
  const message = await writeDigest(scope, reader, portalUrl);
  if (message === null) return 0;
  return appendReminders(scope.tx, [{ message, uniqueKey: `digest:${reader}:${scope.today}`, ticketId: null, clockId: null, planRequestId: null, dueOn: null }], scope.now, portalUrl);
}

/**
 * The day's reminders and digests, from 8:00 Chicago on of a business day; days that were missed are made up for with
 * the newest reminder of each clock. Run twice, late, or by two workers at once it writes nothing twice: each reminder
 * has a key of its own in the outbox, and a day that is done is noted as done.
 */
export async function remind(portalUrl: string, at?: Date): Promise<RemindReport> {
  const report: RemindReport = { reminders: 0, digests: 0 };
  const plan = await asActor(SYSTEM, async (scope) => {
    const days = await daysToRemind(scope);
    return days === null ? null : { begunAt: scope.now, days, dueDates: remindedDueDates(days, scope.holidays), readers: await findDigestReaders(scope.tx) };
  }, at);
  if (plan === null) return report;
  const sweep: Sweep = { days: plan.days, digestReaders: new Set(plan.readers), portalUrl };
  for (let after: DuePosition | null = null; ; ) {
    const batch: { next: DuePosition | null; written: number } = await asActor(SYSTEM, (scope) => remindOfClocks(scope, plan.dueDates, after, sweep), at);
    report.reminders += batch.written;
    if (batch.next === null) break;
    after = batch.next;
  }
  for (const reader of plan.readers) report.digests += await asActor(SYSTEM, (scope) => sendDigest(scope, reader, portalUrl), at);
  await asActor(SYSTEM, async (scope) => {
    report.reminders += await remindOfRequests(scope, plan.dueDates, sweep);
    // Dates that a change of the holidays moved meanwhile may be of today: the day is looked at once more (D16).
    if (!(await hasMovedSince(scope.tx, plan.begunAt))) await setJobMark(scope.tx, 'reminders', plan.days.today);
  }, at);
  return report;
}

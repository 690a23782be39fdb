import { SYSTEM } from '@/domain/access/actor';
import { windowOpensMessage } from '@/domain/notifications/window-opens';
import { DRAFT_DAYS, readComplaintDraft } from '@/domain/tickets/complaint-draft';
import { draftTrackingNumber } from '@/domain/tickets/draft-tracking-number';
import { filingWindow } from '@/domain/tickets/filing-window';
import { planName } from '@/domain/tickets/reference';
import { addDays, compareDays, parseCalendarDate, type CalendarDate } from '@/shared/calendar-date';
import { addHours } from '@/shared/add-hours';
import { chicagoDay, chicagoInstant } from '@/shared/chicago';
import { isDatabaseDown } from '../database-down';
import { appendMessages } from '../db/append-messages';
import { asActor, type Scope } from '../db/as-actor';
import { dateOf } from '../db/dates';
import { runTicketCommand } from '../commands/run-ticket-command';

export type SweepReport = { overdue: number; finesProposed: number; finesIssued: number; lapsed: number; draftsDeleted: number; reminders: number };

const BATCH = 500;
type PastDue = { id: string; ticketId: string; kind: string };

/** Ids only: what is past due, open and not yet marked. Each goes through the ordinary command. */
function listPastDue(scope: Scope, after: string | null): Promise<PastDue[]> {
  return scope.tx.clock.findMany({
    where: { endedOn: null, overdueOn: null, kind: { in: ['duty', 'window'] }, dueOn: { lt: dateOf(scope.today) }, ...(after !== null && { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: BATCH,
    select: { id: true, ticketId: true, kind: true },
  });
}

/** One ticket that cannot be swept must not keep the others from it; without a database none can. */
function keepGoing(failures: unknown[], error: unknown): void {
  if (isDatabaseDown(error)) throw error;
  failures.push(error);
}

/** Marks or lapses one clock. A ticket that was closed since the ids were read has no such clock any more; that is no failure. */
async function sweepClock(clock: PastDue, at: Date | undefined, report: SweepReport): Promise<void> {
  const action = clock.kind === 'duty' ? 'markOverdue' : 'lapseWindow';
  const result = await runTicketCommand(SYSTEM, { action, input: { ticketId: clock.ticketId, clockId: clock.id } }, { arrivedAt: at });
  if (!result.ok && result.error.kind !== 'not_allowed') throw new Error(`${action} on ticket ${clock.ticketId}: ${result.error.kind}`);
  for (const event of result.ok ? result.value.events : []) {
    if (event === 'OverdueMarked') report.overdue += 1;
    if (event === 'FineProposed') report.finesProposed += 1;
    if (event === 'WindowLapsed') report.lapsed += 1;
  }
}

async function sweepClocks(at: Date | undefined, report: SweepReport): Promise<void> {
  const failures: unknown[] = [];
  for (let after: string | null = null; ; ) {
    const batch: PastDue[] = await asActor(SYSTEM, (scope) => listPastDue(scope, after), at);
    for (const clock of batch) await sweepClock(clock, at, report).catch((error: unknown) => keepGoing(failures, error));
    const last = batch.at(-1);
    if (last === undefined || batch.length < BATCH) break;
    after = last.id;
  }
  if (failures.length > 0) throw new Error(`${failures.length} clocks past due could not be swept`, { cause: failures[0] });
}

/** D11: a setting can make issuing automatic; what the door refuses (D15, nobody at the plan) stays for HFS to decide. */
async function issueFines(at: Date | undefined, report: SweepReport): Promise<void> {
  for (let after: string | null = null; ; ) {
    const batch: { id: string; ticketId: string }[] = await asActor(
      SYSTEM,
      async ({ tx, settings }) =>
        settings.get('fines.issue_automatically') !== 'yes' ? [] : tx.fine.findMany({ where: { status: 'proposed', ...(after !== null && { id: { gt: after } }) }, orderBy: { id: 'asc' }, take: BATCH, select: { id: true, ticketId: true } }),
      at,
    );
    for (const { ticketId } of batch) {
      const result = await runTicketCommand(SYSTEM, { action: 'issueFine', input: { ticketId } }, { arrivedAt: at });
      if (result.ok) report.finesIssued += 1;
    }
    const last = batch.at(-1);
    if (last === undefined || batch.length < BATCH) return;
    after = last.id;
  }
}

type DraftToRemind = { id: string; data: unknown; createdById: string; remindOn: Date | null };

function receivedOn(data: unknown): CalendarDate | null {
  const value = (data as { receivedByMcoOn?: unknown }).receivedByMcoOn;
  const parsed = parseCalendarDate(typeof value === 'string' ? value : '');
  return parsed.ok ? parsed.value : null;
}

/** D2: the one mail on the day on which a filing window opens; a sweep that comes after the window sends none. */
async function remind(scope: Scope, draft: DraftToRemind, portalUrl: string): Promise<boolean> {
  const { tx } = scope;
  const mine = await tx.complaintDraft.updateMany({ where: { id: draft.id, remindOn: { not: null } }, data: { remindOn: null } });
  // Another worker reminded while this one waited for the row.
  if (mine.count === 0) return false;
  const received = receivedOn(draft.data);
  const person = await tx.person.findFirst({ where: { id: draft.createdById, disabledAt: null }, select: { id: true, name: true, email: true } });
  if (received === null || person === null) return false;
  const window = filingWindow(received);
  if (compareDays(scope.today, window.closesOn) > 0) return false;
  const code = (draft.data as { planCode?: unknown }).planCode;
  const message = windowOpensMessage({
    to: { personId: person.id, name: person.name, email: person.email },
    planName: typeof code === 'string' && code !== '' ? planName(scope.reference, code) : null,
    trackingNumber: draftTrackingNumber(readComplaintDraft(draft.data)),
    window,
    link: `${portalUrl}/file/${draft.id}`,
  });
  const ids = await appendMessages(tx, [message], { ticketId: null, eventSeq: null, uniqueKey: `window-opens:${draft.id}:${window.opensOn}`, enqueuedAt: scope.now }, portalUrl);
  return ids.length > 0;
}

async function sweepDrafts(at: Date | undefined, report: SweepReport, portalUrl: string): Promise<void> {
  await asActor(
    SYSTEM,
    async (scope) => {
      const { tx, today } = scope;
      // A draft edited on day 0 is kept through day 90; instants of the day after are past it.
      const before = chicagoInstant(addDays(today, -DRAFT_DAYS), '00:00');
      const gone = await tx.complaintDraft.deleteMany({ where: { updatedAt: { lt: before } } });
      const answers = await tx.answerDraft.deleteMany({ where: { updatedAt: { lt: before } } });
      const forms = await tx.formDraft.deleteMany({ where: { savedAt: { lt: before } } });
      report.draftsDeleted += gone.count + answers.count + forms.count;
      const due = await tx.complaintDraft.findMany({ where: { remindOn: { lte: dateOf(today) } }, take: BATCH, select: { id: true, data: true, createdById: true, remindOn: true } });
      for (const draft of due) if (await remind(scope, draft, portalUrl)) report.reminders += 1;
    },
    at,
  );
}

/** A day is swept from 01:00 Chicago on: a worker whose clock is up to an hour fast calls nobody late a day early. */
async function isTooEarly(at: Date | undefined): Promise<boolean> {
  const now = at ?? (await asActor(SYSTEM, (scope) => Promise.resolve(scope.now)));
  return chicagoDay(addHours(now, -1)) !== chicagoDay(now);
}

/**
 * What a day brings by itself: overdue marks with their fine proposals, windows that lapse, old drafts, and the mail
 * when a filing window opens. Run twice, late, or by two workers at once it changes nothing more.
 */
export async function sweep(portalUrl: string, at?: Date): Promise<SweepReport> {
  const report: SweepReport = { overdue: 0, finesProposed: 0, finesIssued: 0, lapsed: 0, draftsDeleted: 0, reminders: 0 };
  if (await isTooEarly(at)) return report;
  const failures: unknown[] = [];
  for (const part of [sweepClocks, issueFines, (when: Date | undefined, into: SweepReport) => sweepDrafts(when, into, portalUrl)])
    await part(at, report).catch((error: unknown) => keepGoing(failures, error));
  if (failures.length > 0) throw failures[0];
  return report;
}

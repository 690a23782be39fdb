import type { PersonActor } from '@/domain/access/actor';
import { nthBusinessDayAfter, type HolidayTable } from '@/domain/deadlines';
import { availableActions, type AvailableAction } from '@/domain/tickets/available-actions';
import type { Clock } from '@/domain/tickets/clock';
import type { PreparedReason } from '@/domain/tickets/escalation';
import { filingWindow, windowState } from '@/domain/tickets/filing-window';
import { planHolder } from '@/domain/tickets/plan-succession';
import { issueTypeName, planName, planShortName } from '@/domain/tickets/reference';
import type { Ticket } from '@/domain/tickets/ticket';
import { missingParties, type ReviewParty } from '@/domain/tickets/review-clocks';
import { isAlertedToSilence } from '@/domain/tickets/review-guards';
import { shownTurnClock } from '@/domain/tickets/turn';
import { addDays, isBefore, type CalendarDate } from '@/shared/calendar-date';
import { asReader, type Scope } from '../db/as-actor';
import { dayOf } from '../db/dates';
import { findPlanStaffing, type StaffingOf } from '../db/find-plan-staffing';
import { countWorkQueues, findRepeats, findWorkPage, type QueuedTicket, type Repeat, type WorkCounts } from '../db/find-work-queues';
import { countRequests } from '../db/find-plan-requests';
import { findPreparedAlerts } from '../db/prepared-alerts';
import { findReviewQueue, type ReviewQueue } from '../db/find-review-queues';
import { CHUNK_SIZE, PAGE_SIZE, readInIndexOrder, type InstantPosition } from '../db/queue-sql';
import { inChunks } from './in-chunks';
import { requestsFrom, type RequestItem } from './list-requests';
import { mailsFrom, noNumberByPlan, reportsFrom, type NoNumberPlan, type NoNumberReport, type UndeliveredMail } from './work-exceptions';

export type WorkTab = 'present' | 'close' | 'review' | 'share' | 'alert' | 'overdue' | 'requests' | 'no-number' | 'undelivered';
export type DayPosition = { on: CalendarDate; id: string };
/** Behind which row a page begins: most tabs are sorted by a day, reports and mail by an instant. */
export type WorkPosition = DayPosition | InstantPosition;

/** What the portal can see of a filing before a person does. */
export type FilingCheck =
  | { type: 'repeat'; others: readonly Repeat[] }
  | { type: 'outside_window'; opensOn: CalendarDate; closesOn: CalendarDate; early: boolean }
  | { type: 'no_staff' };

export type WorkItem = {
  ticketId: string;
  number: string;
  trackingNumber: string;
  provider: string;
  issueType: string;
  planName: string;
  planShortName: string;
  status: Ticket['status'];
  isUrgent: boolean;
  receivedOn: CalendarDate;
  presentedOn: CalendarDate | null;
  alertedOn: CalendarDate | null;
  /** D14: alerted since the answer is overdue, and not only before. */
  isAlertedToSilence: boolean;
  /** R16: the sides that have not delivered for a review. */
  missing: ReviewParty[];
  recommendedOn: CalendarDate | null;
  decidedOn: CalendarDate | null;
  clock: Clock | null;
  eventCount: number;
  actions: AvailableAction[];
  checks: FilingCheck[];
};

export type PreparedAlert = { ticketId: string; number: string; trackingNumber: string; provider: string; planName: string; planShortName: string; alertedOn: CalendarDate | null; /** The earliest of the reasons' dates, by which the alerts are sorted. */ sinceOn: CalendarDate; reasons: PreparedReason[] };

/** R6: a plan that has named nobody as primary; `staff` people get its notices instead, nobody when 0. */
export type UnstaffedPlan = { planCode: string; planName: string; staff: number };

export type WorkQueue = {
  today: CalendarDate;
  nextBusinessDay: CalendarDate;
  holidays: HolidayTable;
  counts: WorkCounts & { requests: number };
  unstaffed: UnstaffedPlan[];
  tickets: WorkItem[];
  next: WorkPosition | null;
  reports: NoNumberReport[];
  reportsByPlan: NoNumberPlan[];
  mails: UndeliveredMail[];
  /** R19: what the portal has prepared to alert HFS of. */
  alerts: PreparedAlert[];
  /** R29: what plans have not answered in time. */
  requests: RequestItem[];
};

const STATUSES: Record<'present' | 'close' | 'overdue', readonly string[]> = { present: ['submitted'], close: ['responded', 'contested'], overdue: ['presented'] };

function unstaffedPlans(scope: Scope, staffing: StaffingOf): UnstaffedPlan[] {
  const { reference, today } = scope;
  return reference.plans
    .filter((p) => planHolder(reference, p.code, today) === p.code && (p.validTo === null || !isBefore(p.validTo, today)))
    .map((p) => ({ planCode: p.code, planName: p.name, ...staffing(p.code) }))
    .filter((p) => p.primary === 0)
    .map(({ planCode, planName: name, staff }) => ({ planCode, planName: name, staff }));
}

function checksOf(ticket: Ticket, repeats: readonly Repeat[], staffing: StaffingOf): FilingCheck[] {
  const checks: FilingCheck[] = [];
  const window = filingWindow(ticket.receivedByMcoOn);
  const state = windowState(window, ticket.firstReceivedOn);
  if (state !== 'open') checks.push({ type: 'outside_window', ...window, early: state === 'premature' });
  // D17: a complaint that is filed again bears the number of the one that was closed as incomplete.
  const others = repeats.filter((r) => r.ticketId !== ticket.refilesTicketId);
  if (others.length > 0) checks.push({ type: 'repeat', others });
  if (staffing(ticket.planCode).staff === 0) checks.push({ type: 'no_staff' });
  return checks;
}

function workItem({ ticket, eventCount }: QueuedTicket, actor: PersonActor, scope: Scope, staffing: StaffingOf, repeats: readonly Repeat[]): WorkItem {
  return {
    ticketId: ticket.id,
    number: ticket.number,
    trackingNumber: ticket.trackingNumber,
    provider: ticket.facilityName ?? ticket.organizationName,
    issueType: issueTypeName(scope.reference, ticket.issueTypeCode),
    planName: planName(scope.reference, ticket.planCode),
    planShortName: planShortName(scope.reference, ticket.planCode),
    status: ticket.status,
    isUrgent: ticket.isUrgent,
    receivedOn: ticket.receivedOn,
    presentedOn: ticket.presentedOn,
    alertedOn: ticket.alertedOn,
    isAlertedToSilence: isAlertedToSilence(ticket),
    missing: missingParties(ticket.clocks),
    recommendedOn: ticket.smeRecommendedOn,
    decidedOn: ticket.decidedOn,
    clock: shownTurnClock(ticket),
    eventCount,
    actions: availableActions(ticket, actor, { today: scope.today, planHasStaff: staffing(ticket.planCode).staff > 0 }),
    checks: ticket.status === 'submitted' ? checksOf(ticket, repeats, staffing) : [],
  };
}

async function ticketsOf(tab: 'present' | 'close' | 'overdue' | ReviewQueue, after: DayPosition | null, actor: PersonActor, scope: Scope, staffing: StaffingOf, take = PAGE_SIZE): Promise<{ tickets: WorkItem[]; next: DayPosition | null }> {
  const page = tab === 'review' || tab === 'share' ? await findReviewQueue(scope, tab, after, take) : await findWorkPage(scope, STATUSES[tab], tab === 'present' ? null : scope.today, after, take);
  const repeats = tab === 'present' ? await findRepeats(scope, page.tickets.map((t) => t.ticket)) : new Map<string, Repeat[]>();
  return {
    tickets: page.tickets.map((t) => workItem(t, actor, scope, staffing, repeats.get(t.ticket.id) ?? [])),
    next: page.next === null ? null : { on: dayOf(page.next.on), id: page.next.id },
  };
}

async function alertsOf(scope: Scope, after: DayPosition | null, take = PAGE_SIZE): Promise<{ alerts: PreparedAlert[]; next: DayPosition | null }> {
  const page = await findPreparedAlerts(scope, after, take);
  const alerts = page.alerts.map((row) => ({
    ticketId: row.ticket_id,
    number: row.number,
    trackingNumber: row.tracking_number,
    provider: row.provider,
    planName: planName(scope.reference, row.plan_code),
    planShortName: planShortName(scope.reference, row.plan_code),
    alertedOn: row.alerted_on === null ? null : dayOf(row.alerted_on),
    sinceOn: dayOf(row.since_on),
    reasons: row.reasons,
  }));
  return { alerts, next: page.next };
}

async function overdueRequests(scope: Scope, actor: PersonActor, after: DayPosition | null): Promise<Pick<WorkQueue, 'requests' | 'next'>> {
  const { items: requests, next } = await requestsFrom(scope, actor, 'overdue', after);
  return { requests, next };
}

/** The tickets of a tab to its end, for a file. */
export function workTicketsInChunks(actor: PersonActor, tab: 'present' | 'close' | 'overdue' | ReviewQueue): AsyncGenerator<WorkItem[]> {
  return inChunks<WorkItem, DayPosition>((after) =>
    asReader(actor, async (scope) => {
      await readInIndexOrder(scope.tx);
      const { tickets, next } = await ticketsOf(tab, after, actor, scope, await findPlanStaffing(scope), CHUNK_SIZE);
      return { items: tickets, next };
    }),
  );
}

/** The prepared alerts (R19), for a file. */
export function alertsInChunks(actor: PersonActor): AsyncGenerator<PreparedAlert[]> {
  return inChunks<PreparedAlert, DayPosition>((after) =>
    asReader(actor, async (scope) => {
      const { alerts, next } = await alertsOf(scope, after, CHUNK_SIZE);
      return { items: alerts, next };
    }),
  );
}

/** The Portal Team's work: one tab of it with the counts of all, and the plans that have named no primary staff (R6). */
export function listWorkQueue(actor: PersonActor, tab: WorkTab, after: WorkPosition | null): Promise<WorkQueue> {
  const afterDay = after !== null && 'on' in after ? after : null;
  const afterInstant = after !== null && 'key' in after ? after : null;
  return asReader(actor, async (scope) => {
    await readInIndexOrder(scope.tx);
    const next = nthBusinessDayAfter(scope.today, 1, scope.holidays);
    const nextBusinessDay = next.ok ? next.value : addDays(scope.today, 1);
    const counts = { ...(await countWorkQueues(scope, nextBusinessDay)), requests: (await countRequests(scope, actor)).overdue };
    const staffing = await findPlanStaffing(scope);
    const base = { today: scope.today, nextBusinessDay, holidays: scope.holidays, counts, unstaffed: unstaffedPlans(scope, staffing), tickets: [], next: null, reports: [], reportsByPlan: [], mails: [], alerts: [], requests: [] };
    switch (tab) {
      case 'present':
      case 'close':
      case 'review':
      case 'share':
      case 'overdue':
        return { ...base, ...(await ticketsOf(tab, afterDay, actor, scope, staffing)) };
      case 'alert':
        return { ...base, ...(await alertsOf(scope, afterDay)) };
      case 'requests':
        return { ...base, ...(await overdueRequests(scope, actor, afterDay)) };
      case 'no-number':
        return { ...base, ...(await reportsFrom(scope, afterInstant)), reportsByPlan: await noNumberByPlan(scope) };
      case 'undelivered':
        return { ...base, ...(await mailsFrom(scope, afterInstant)) };
    }
  });
}

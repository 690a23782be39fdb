import type { PersonActor } from '@/domain/access/actor';
import { closureAhead, ruleSetInForceOn, type ClosureAhead, type HolidayTable } from '@/domain/deadlines';
import type { Clock } from '@/domain/tickets/clock';
import { hasAction } from '@/domain/tickets/decide';
import { issueTypeName, planName, planShortName, programName, type ReferenceData } from '@/domain/tickets/reference';
import type { CloseReason, Status } from '@/domain/tickets/status';
import type { Assignee } from '@/domain/tickets/ticket';
import { transitionOf } from '@/domain/tickets/transitions';
import { ownDuties, responseClock, shownTurnClock } from '@/domain/tickets/turn';
import { compareDays, type CalendarDate } from '@/shared/calendar-date';
import { cents, type Cents } from '@/shared/cents';
import { asReader, type Scope } from '../db/as-actor';
import { dayOf, dayOrNull } from '../db/dates';
import { findClocksOf } from '../db/find-clocks';
import { countPlanQueue, findPlanFines, findPlanQueuePage, type DayPosition, type PlanFineRow, type PlanQueueCounts, type PlanQueueRow, type PlanQueueTab, QUEUE_SORTS, type QueueDays, type QueueFilters, type QueueSort } from '../db/find-plan-queue';
import { findColleagues } from '../db/find-staff';
import { CHUNK_SIZE, PAGE_SIZE, readInIndexOrder } from '../db/queue-sql';
import { pageOf } from '../db/page-of';
import { inChunks } from './in-chunks';
import { planCodesOf, queueDays } from './queue-days';

export { QUEUE_SORTS };
export type { DayPosition, PlanQueueTab, QueueFilters, QueueSort };
export type PlanQueueGroup = 'overdue' | 'this-week' | 'next-week' | 'later';

export type PlanQueueItem = {
  ticketId: string;
  number: string;
  trackingNumber: string;
  /** D20: the ended plan whose ticket it was; null for the plan's own. */
  formerPlan: string | null;
  provider: string;
  contact: string;
  issueType: string;
  program: string;
  disputedCents: Cents;
  claimCount: number;
  status: Exclude<Status, 'draft'>;
  closeReason: CloseReason | null;
  isUrgent: boolean;
  isHeld: boolean;
  /** R11: the date is that of an approved extension. */
  isExtended: boolean;
  /** R10: by when the provider answers the plan's request for information; null when none is open. */
  informationDueOn: CalendarDate | null;
  isOpened: boolean;
  hasDraft: boolean;
  presentedOn: CalendarDate;
  respondedOn: CalendarDate | null;
  closedOn: CalendarDate | null;
  responseDueOn: CalendarDate;
  /** The clock of the date that the row shows: of whoever's turn it is, with HFS what the plan owes it, else the answer's; null once closed. */
  clock: Clock | null;
  assignee: Assignee | null;
  canAssign: boolean;
  /** Something beside the answer is awaited from the plan (R16, R17, R29). */
  owes: boolean;
  group: PlanQueueGroup;
};

export type PlanFine = {
  fineId: string;
  ticketId: string;
  number: string;
  trackingNumber: string;
  formerPlan: string | null;
  provider: string;
  issueType: string;
  program: string;
  amountCents: Cents;
  dueOn: CalendarDate;
  issuedOn: CalendarDate;
  quarter: string;
  respondedOn: CalendarDate | null;
};

export type PlanQueue = {
  today: CalendarDate;
  holidays: HolidayTable;
  reference: ReferenceData;
  planShortName: string;
  counts: PlanQueueCounts;
  groupCounts: Record<PlanQueueGroup, number>;
  /** What one missed answer may cost (R20). */
  fineCents: Cents;
  soonUntil: CalendarDate;
  closure: ClosureAhead | null;
  colleagues: Assignee[];
  mayAssign: boolean;
  /** The rows of one page: tickets, or on the tab of fines the plan's issued fines. */
  tickets: PlanQueueItem[];
  fines: PlanFine[];
  next: DayPosition | null;
};

const SHOWN_RULES = ['mco-response', 'mco-response-extended', 'contest', 'review-request', 'review-information', 'hfs-question', 'portal-team-request'] as const;

function groupOf(due: CalendarDate, days: QueueDays): PlanQueueGroup {
  if (compareDays(due, days.today) < 0) return 'overdue';
  if (compareDays(due, days.sunday) <= 0) return 'this-week';
  return compareDays(due, days.nextSunday) <= 0 ? 'next-week' : 'later';
}

function shownClock(status: PlanQueueItem['status'], clocks: readonly Clock[]): Clock | null {
  switch (status) {
    case 'presented':
    case 'responded':
    case 'contested':
      return shownTurnClock({ status, clocks: [...clocks] });
    case 'review_requested':
    case 'administrative_review':
    case 'decided':
      return ownDuties(clocks, 'mco')[0] ?? responseClock(clocks);
    case 'submitted':
    case 'closed':
      return null;
  }
}

function formerPlan(row: { plan_code: string }, actor: PersonActor, reference: ReferenceData): string | null {
  return row.plan_code === actor.planCode ? null : planName(reference, row.plan_code);
}

function itemOf(row: PlanQueueRow, clocks: readonly Clock[], actor: PersonActor, scope: Scope, days: QueueDays): PlanQueueItem {
  const status = row.status as PlanQueueItem['status'];
  const due = dayOf(row.response_due_on);
  return {
    ticketId: row.id,
    number: row.number,
    trackingNumber: row.tracking_number,
    formerPlan: formerPlan(row, actor, scope.reference),
    provider: row.provider_name,
    contact: row.contact_name,
    issueType: issueTypeName(scope.reference, row.issue_type_code),
    program: programName(scope.reference, row.program_code),
    disputedCents: cents(Number(row.disputed_cents)),
    claimCount: row.claim_count,
    status,
    closeReason: row.close_reason as CloseReason | null,
    isUrgent: row.is_urgent,
    isHeld: row.is_held,
    isExtended: row.is_extended,
    informationDueOn: status === 'presented' ? dayOrNull(row.provider_owes_on) : null,
    isOpened: row.is_opened,
    hasDraft: row.has_draft,
    presentedOn: dayOf(row.presented_on),
    respondedOn: dayOrNull(row.responded_on),
    closedOn: dayOrNull(row.closed_on),
    responseDueOn: due,
    clock: shownClock(status, clocks),
    assignee: row.assignee_id === null ? null : { personId: row.assignee_id, name: row.assignee_name ?? '' },
    owes: ownDuties(clocks, 'mco').length > 0,
    canAssign: transitionOf('assign').from.includes(status),
    group: groupOf(due, days),
  };
}

function fineOf(row: PlanFineRow, actor: PersonActor, reference: ReferenceData): PlanFine {
  return {
    fineId: row.id,
    ticketId: row.ticket_id,
    number: row.number,
    trackingNumber: row.tracking_number,
    formerPlan: formerPlan(row, actor, reference),
    provider: row.provider_name,
    issueType: issueTypeName(reference, row.issue_type_code),
    program: programName(reference, row.program_code),
    amountCents: cents(Number(row.amount_cents)),
    dueOn: dayOf(row.due_on),
    issuedOn: dayOf(row.issued_on),
    quarter: row.quarter,
    respondedOn: dayOrNull(row.responded_on),
  };
}

type Asked = { tab: PlanQueueTab; filters: QueueFilters; after: DayPosition | null; days: QueueDays };

/** Some tickets of a tab, from a position on. */
async function ticketsFrom(scope: Scope, actor: PersonActor, { tab, filters, after, days }: Asked, take: number): Promise<{ items: PlanQueueItem[]; next: DayPosition | null }> {
  const page = pageOf(await findPlanQueuePage(scope, tab, planCodesOf(scope, actor), filters, after, days, take), take, (last) => ({ on: dayOf(last.sorted_on), id: last.id }));
  const clocks = await findClocksOf(scope.tx, page.rows.map((r) => r.id), SHOWN_RULES);
  return { items: page.rows.map((row) => itemOf(row, clocks.get(row.id) ?? [], actor, scope, days)), next: page.next };
}

/** Some of the plan's issued fines, from a position on. */
async function finesFrom(scope: Scope, actor: PersonActor, after: DayPosition | null, take: number): Promise<{ items: PlanFine[]; next: DayPosition | null }> {
  const page = pageOf(await findPlanFines(scope, planCodesOf(scope, actor), after, take), take, (last) => ({ on: dayOf(last.issued_on), id: last.id }));
  return { items: page.rows.map((row) => fineOf(row, actor, scope.reference)), next: page.next };
}

/** A tab of the queue to its end, for a file. */
export function planQueueInChunks(actor: PersonActor, tab: PlanQueueTab, filters: QueueFilters): AsyncGenerator<PlanQueueItem[]> {
  return inChunks<PlanQueueItem, DayPosition>((after) =>
    asReader(actor, async (scope) => {
      await readInIndexOrder(scope.tx);
      return ticketsFrom(scope, actor, { tab, filters, after, days: queueDays(scope, null) }, CHUNK_SIZE);
    }),
  );
}

/** The plan's issued fines to their end, for a file. */
export function planFinesInChunks(actor: PersonActor): AsyncGenerator<PlanFine[]> {
  return inChunks<PlanFine, DayPosition>((after) =>
    asReader(actor, async (scope) => {
      await readInIndexOrder(scope.tx);
      return finesFrom(scope, actor, after, CHUNK_SIZE);
    }),
  );
}

/**
 * A plan's queue: one tab of it, a page at a time by due date, with the counts of all tabs and what may be fined (R20).
 * A plan never learns of a proposal: the exposure is what is overdue, and its fines are the issued ones.
 */
export function listPlanQueue(actor: PersonActor, tab: PlanQueueTab | 'fined', filters: QueueFilters, after: DayPosition | null): Promise<PlanQueue> {
  return asReader(actor, async (scope) => {
    const { tx, today, holidays, reference } = scope;
    const closure = closureAhead(today, holidays);
    const days = queueDays(scope, closure);
    await readInIndexOrder(tx);
    const counts = await countPlanQueue(scope, planCodesOf(scope, actor), filters, days);
    const fines = tab === 'fined' ? await finesFrom(scope, actor, after, PAGE_SIZE) : null;
    const page = tab === 'fined' ? null : await ticketsFrom(scope, actor, { tab, filters, after, days }, PAGE_SIZE);
    return {
      today,
      holidays,
      reference,
      planShortName: actor.planCode === null ? actor.organizationName : planShortName(reference, actor.planCode),
      counts,
      groupCounts: { overdue: counts.group_overdue, 'this-week': counts.group_this_week, 'next-week': counts.group_next_week, later: counts.group_later },
      fineCents: ruleSetInForceOn(today).fineAmountCents,
      soonUntil: days.soonUntil,
      closure,
      colleagues: await findColleagues(tx, actor),
      mayAssign: hasAction(actor, 'assign'),
      tickets: page?.items ?? [],
      fines: fines?.items ?? [],
      next: page?.next ?? fines?.next ?? null,
    };
  });
}

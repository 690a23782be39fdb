import type { PersonActor } from '@/domain/access/actor';
import type { HolidayTable } from '@/domain/deadlines';
import { openResponseClock, type Clock } from '@/domain/tickets/clock';
import { refusalReason } from '@/domain/tickets/decide';
import { issueTypeName, planShortName } from '@/domain/tickets/reference';
import { informationClock, missingParties, openQuestions, REVIEW_PARTIES, type ReviewParty } from '@/domain/tickets/review-clocks';
import type { Ticket } from '@/domain/tickets/ticket';
import { COUNT_CAP } from '@/shared/capped-count';
import { daysBetween, type CalendarDate } from '@/shared/calendar-date';
import type { Cents } from '@/shared/cents';
import { asReader, type Scope } from '../db/as-actor';
import { dateOf, dayOf } from '../db/dates';
import { findClocksOf } from '../db/find-clocks';
import type { TicketWhere } from '../db/find-ticket-in-scope';
import { CHUNK_SIZE, PAGE_SIZE } from '../db/queue-sql';
import { ticketFromRow } from '../db/ticket-rows';
import { ticketScope } from '../db/ticket-scope';
import { pageOf } from '../db/page-of';
import { inChunks } from './in-chunks';

export type ReviewTab = 'open' | 'requested' | 'decided';
export type ReviewPosition = { on: CalendarDate; id: string };

/** A side that has not delivered (R16), with its date. */
export type MissingSide = { party: ReviewParty; dueOn: CalendarDate; clock: Clock };

export type ReviewItem = {
  ticketId: string;
  number: string;
  trackingNumber: string;
  provider: string;
  planShortName: string;
  issueType: string;
  claimCount: number;
  disputedCents: Cents;
  isUrgent: boolean;
  status: Ticket['status'];
  /** The day from which its age counts: of the review's beginning, before that of the request. */
  since: CalendarDate;
  ageDays: number;
  /** HFS's aim, once the information is in; before that null (R17). */
  aim: Clock | null;
  missing: MissingSide[];
  /** D14: the plan's answer itself is missing. */
  lacksAnswer: boolean;
  questions: MissingSide[];
  expert: string | null;
  recommendedOn: CalendarDate | null;
  assignee: string | null;
  /** Nothing stands between the reader and the decision. */
  isMine: boolean;
  decidedOn: CalendarDate | null;
};

export type Reviews = { today: CalendarDate; holidays: HolidayTable; counts: Record<ReviewTab, number>; items: ReviewItem[]; next: ReviewPosition | null };

type Order = { where: TicketWhere; column: 'reviewBeganOn' | 'turnDueOn' | 'decidedOn'; direction: 'asc' | 'desc' };

const ORDERS: Record<ReviewTab, Order> = {
  open: { where: { status: 'administrative_review', reviewBeganOn: { not: null } }, column: 'reviewBeganOn', direction: 'asc' },
  requested: { where: { status: 'review_requested', turnDueOn: { not: null } }, column: 'turnDueOn', direction: 'asc' },
  decided: { where: { OR: [{ status: 'decided' }, { status: 'closed', closeReason: 'hfs_decision' }], decidedOn: { not: null } }, column: 'decidedOn', direction: 'desc' },
};

function behind({ column, direction }: Order, after: ReviewPosition | null): TicketWhere {
  if (after === null) return {};
  const on = dateOf(after.on);
  const compare = direction === 'asc' ? ('gt' as const) : ('lt' as const);
  return { OR: [{ [column]: { [compare]: on } }, { [column]: on, id: { [compare]: after.id } }] };
}

function itemOf(ticket: Ticket, actor: PersonActor, scope: Scope): ReviewItem {
  const { clocks } = ticket;
  const since = ticket.reviewBeganOn ?? informationClock(clocks, 'provider')?.day0 ?? ticket.receivedOn;
  return {
    ticketId: ticket.id,
    number: ticket.number,
    trackingNumber: ticket.trackingNumber,
    provider: ticket.facilityName ?? ticket.organizationName,
    planShortName: planShortName(scope.reference, ticket.planCode),
    issueType: issueTypeName(scope.reference, ticket.issueTypeCode),
    claimCount: ticket.claimCount,
    disputedCents: ticket.disputedCents,
    isUrgent: ticket.isUrgent,
    status: ticket.status,
    since,
    ageDays: daysBetween(since, scope.today),
    aim: clocks.filter((c) => c.ruleId === 'hfs-decision').at(-1) ?? null,
    missing: missingParties(clocks).flatMap((party) => {
      const clock = informationClock(clocks, party);
      return clock === null ? [] : [{ party, dueOn: clock.dueOn, clock }];
    }),
    lacksAnswer: openResponseClock(clocks) !== null,
    questions: REVIEW_PARTIES.flatMap((party) => openQuestions(clocks, party).map((clock) => ({ party, dueOn: clock.dueOn, clock }))),
    expert: ticket.sme?.name ?? null,
    recommendedOn: ticket.smeRecommendedOn,
    assignee: ticket.stateAssignee?.name ?? null,
    isMine: ticket.status === 'administrative_review' && refusalReason(ticket, 'decide', actor, { today: scope.today, planHasStaff: true }) === null,
    decidedOn: ticket.decidedOn,
  };
}

const SHOWN_RULES = ['mco-response', 'mco-response-extended', 'review-information', 'hfs-question', 'hfs-decision'] as const;

async function itemsOf(scope: Scope, actor: PersonActor, order: Order, within: TicketWhere, after: ReviewPosition | null, take = PAGE_SIZE): Promise<Pick<Reviews, 'items' | 'next'>> {
  const rows = await scope.tx.ticket.findMany({ where: { AND: [within, order.where, behind(order, after)] }, orderBy: [{ [order.column]: order.direction }, { id: order.direction }], take: take + 1 });
  const page = pageOf(rows, take, ({ id, [order.column]: on }) => on && { on: dayOf(on), id });
  const clocks = await findClocksOf(scope.tx, page.rows.map((r) => r.id), SHOWN_RULES);
  const tickets = page.rows.map((row) => ticketFromRow(row, { clocks: clocks.get(row.id) ?? [], fines: [], claims: [] }));
  return { items: tickets.map((ticket) => itemOf(ticket, actor, scope)), next: page.next };
}

/** The reviews of a tab to its end, for a file. */
export function reviewsInChunks(actor: PersonActor, tab: ReviewTab): AsyncGenerator<ReviewItem[]> {
  return inChunks<ReviewItem, ReviewPosition>((after) => asReader(actor, async (scope) => itemsOf(scope, actor, ORDERS[tab], await ticketScope(scope, actor), after, CHUNK_SIZE)));
}

/** The reviews that a person of HFS has, by age: what to decide, what is asked for, what was decided (R17). */
export function listReviews(actor: PersonActor, tab: ReviewTab, after: ReviewPosition | null): Promise<Reviews> {
  return asReader(actor, async (scope) => {
    const within = await ticketScope(scope, actor);
    const count = (of: ReviewTab) => scope.tx.ticket.count({ where: { AND: [within, ORDERS[of].where] }, take: COUNT_CAP + 1 });
    const counts = { open: await count('open'), requested: await count('requested'), decided: await count('decided') };
    return { today: scope.today, holidays: scope.holidays, counts, ...(await itemsOf(scope, actor, ORDERS[tab], within, after)) };
  });
}

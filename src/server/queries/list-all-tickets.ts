import type { PersonActor } from '@/domain/access/actor';
import type { HolidayTable } from '@/domain/deadlines';
import type { Clock } from '@/domain/tickets/clock';
import { issueTypeName, planShortName, programName, type Plan, type ReferenceData } from '@/domain/tickets/reference';
import type { CloseReason, Status } from '@/domain/tickets/status';
import type { Assignee } from '@/domain/tickets/ticket';
import { shownTurnClock } from '@/domain/tickets/turn';
import type { CalendarDate } from '@/shared/calendar-date';
import { asReader, type Scope } from '../db/as-actor';
import { dayOf, dayOrNull } from '../db/dates';
import { findTicketPage, findTicketRows, TICKET_SORTS, type AllTicketsFilters, type TicketPosition, type TicketRow, type TicketSort } from '../db/find-all-tickets';
import { findClocksOf } from '../db/find-clocks';
import { findColleagues } from '../db/find-staff';
import { CHUNK_SIZE, PAGE_SIZE, readInIndexOrder } from '../db/queue-sql';
import { plansInScope } from '../db/plan-scope';
import { pageOf } from '../db/page-of';
import { inChunks } from './in-chunks';

export { TICKET_SORTS };
export type { AllTicketsFilters, TicketPosition, TicketSort };

export type TicketItem = {
  ticketId: string;
  number: string;
  trackingNumber: string;
  plan: string;
  program: string;
  issueType: string;
  provider: string;
  contact: string;
  status: Exclude<Status, 'draft'>;
  closeReason: CloseReason | null;
  isUrgent: boolean;
  receivedOn: CalendarDate;
  presentedOn: CalendarDate | null;
  closedOn: CalendarDate | null;
  /** The clock of whoever's turn it is; null where its action is not offered or nobody's turn is left. */
  clock: Clock | null;
  assignee: string | null;
};

export type AllTickets = {
  today: CalendarDate;
  holidays: HolidayTable;
  reference: ReferenceData;
  /** The plans whose tickets the actor can see. */
  plans: Plan[];
  colleagues: Assignee[];
  tickets: TicketItem[];
  next: TicketPosition | null;
};

const SHOWN_RULES = ['presentation', 'mco-response', 'mco-response-extended', 'contest', 'review-request'] as const;
const SHOWN_STATUSES: ReadonlySet<string> = new Set(['submitted', 'presented', 'responded', 'contested']);

function itemOf(row: TicketRow, clocks: readonly Clock[], { reference }: Scope): TicketItem {
  const status = row.status as TicketItem['status'];
  return {
    ticketId: row.id,
    number: row.number,
    trackingNumber: row.tracking_number,
    plan: planShortName(reference, row.plan_code),
    program: programName(reference, row.program_code),
    issueType: issueTypeName(reference, row.issue_type_code),
    provider: row.provider_name,
    contact: row.contact_name,
    status,
    closeReason: row.close_reason as CloseReason | null,
    isUrgent: row.is_urgent,
    receivedOn: dayOf(row.received_on),
    presentedOn: dayOrNull(row.presented_on),
    closedOn: dayOrNull(row.closed_on),
    clock: SHOWN_STATUSES.has(status) ? shownTurnClock({ status, clocks: [...clocks] }) : null,
    assignee: row.assignee_name,
  };
}

/** The plans that are asked for, within those that the actor has: null for all of them. */
function askedPlans(scope: string[] | null, planCode: string | null): string[] | null {
  if (planCode === null) return scope;
  return scope === null || scope.includes(planCode) ? [planCode] : [];
}

type Asked = { filters: AllTicketsFilters; sort: TicketSort; after: TicketPosition | null };
type Page = { items: TicketItem[]; next: TicketPosition | null };

/** Some tickets, from a position on. An Account Manager has those of the own plans, from presentation on. */
async function ticketsFrom(scope: Scope, actor: PersonActor, plans: string[] | null, { filters, sort, after }: Asked, take: number): Promise<Page> {
  await readInIndexOrder(scope.tx);
  const rows = await findTicketPage(scope, askedPlans(plans, filters.planCode), filters, sort, after, actor.role === 'account_manager', take);
  const page = pageOf(rows, take, (last) => ({ key: last.sort_key, id: last.id }));
  const clocks = await findClocksOf(scope.tx, page.rows.map((r) => r.id), SHOWN_RULES);
  return { items: page.rows.map((row) => itemOf(row, clocks.get(row.id) ?? [], scope)), next: page.next };
}

/** Tickets for State staff, a page at a time. */
export function listAllTickets(actor: PersonActor, filters: AllTicketsFilters, sort: TicketSort, after: TicketPosition | null): Promise<AllTickets> {
  return asReader(actor, async (scope) => {
    const { tx, reference } = scope;
    const plans = await plansInScope(scope, actor);
    const page = await ticketsFrom(scope, actor, plans, { filters, sort, after }, PAGE_SIZE);
    return {
      today: scope.today,
      holidays: scope.holidays,
      reference,
      plans: reference.plans.filter((p) => plans === null || plans.includes(p.code)),
      colleagues: await findColleagues(tx, actor),
      tickets: page.items,
      next: page.next,
    };
  });
}

/** The same list to its end, for a file. */
export function allTicketsInChunks(actor: PersonActor, filters: AllTicketsFilters, sort: TicketSort): AsyncGenerator<TicketItem[]> {
  return inChunks<TicketItem, TicketPosition>((after) => asReader(actor, async (scope) => ticketsFrom(scope, actor, await plansInScope(scope, actor), { filters, sort, after }, CHUNK_SIZE)));
}

/** The tickets that a reader has picked from a list, the newest first, for a file. Row-level security leaves out what is not the reader's. */
export async function* pickedTickets(actor: PersonActor, ticketIds: readonly string[]): AsyncGenerator<TicketItem[]> {
  yield await asReader(actor, async (scope) => {
    const rows = await findTicketRows(scope, ticketIds, actor.role === 'mco' ? 'mco_assignee_name' : 'state_assignee_name');
    const clocks = await findClocksOf(scope.tx, rows.map((r) => r.id), SHOWN_RULES);
    return rows.map((row) => itemOf(row, clocks.get(row.id) ?? [], scope));
  });
}

import type { PersonActor } from '@/domain/access/actor';
import { isSoon } from '@/domain/deadlines';
import { planName, planShortName } from '@/domain/tickets/reference';
import type { CalendarDate } from '@/shared/calendar-date';
import { asReader, type Scope } from '../db/as-actor';
import { dayOf, dayOrNull } from '../db/dates';
import { countRequests, findRequests, type RequestCounts, type RequestRow, type RequestTab } from '../db/find-plan-requests';
import { CHUNK_SIZE, PAGE_SIZE } from '../db/queue-sql';
import { pageOf } from '../db/page-of';
import { inChunks } from './in-chunks';

export type { RequestCounts, RequestTab };
export type RequestEnding = 'answered' | 'late' | 'withdrawn' | 'moot';

/** R29: something that the Portal Team asks a plan, about a ticket or about none. */
export type RequestItem = {
  id: string;
  ticketId: string | null;
  number: string;
  trackingNumber: string | null;
  planName: string;
  planShortName: string;
  /** What a request about no ticket is about; a ticket's question stands on the ticket. */
  subject: string | null;
  dueOn: CalendarDate;
  soon: boolean;
  askedAt: Date;
  endedOn: CalendarDate | null;
  ending: RequestEnding | null;
};
export type RequestList = { today: CalendarDate; counts: RequestCounts; items: RequestItem[]; next: { on: CalendarDate; id: string } | null };

function endingOf(row: RequestRow): RequestEnding | null {
  switch (row.ending) {
    case null:
    case 'open': return null;
    case 'met': return 'answered';
    case 'met_late': return 'late';
    case 'answered': return row.ended_on !== null && row.ended_on > row.due_on ? 'late' : 'answered';
    case 'withdrawn': return 'withdrawn';
    default: return 'moot';
  }
}

function requestItem(row: RequestRow, { reference, today, holidays }: Scope): RequestItem {
  const dueOn = dayOf(row.due_on);
  return {
    id: row.id,
    ticketId: row.ticket_id,
    number: row.number,
    trackingNumber: row.tracking_number,
    planName: planName(reference, row.plan_code),
    planShortName: planShortName(reference, row.plan_code),
    subject: row.subject,
    dueOn,
    soon: row.ended_on === null && isSoon(today, dueOn, holidays),
    askedAt: row.asked_at,
    endedOn: dayOrNull(row.ended_on),
    ending: endingOf(row),
  };
}

type Position = { on: CalendarDate; id: string };

/** Some requests of a tab, from a position on. */
export async function requestsFrom(scope: Scope, actor: PersonActor, tab: RequestTab, after: Position | null, take = PAGE_SIZE): Promise<{ items: RequestItem[]; next: Position | null }> {
  const rows = await findRequests(scope, actor, tab, after, take);
  const page = pageOf(rows.map((row) => requestItem(row, scope)), take, ({ id, endedOn, dueOn }) => {
    const on = tab === 'ended' ? endedOn : dueOn;
    return on && { on, id };
  });
  return { items: page.rows, next: page.next };
}

/** The requests of a tab to its end, for a file. */
export function requestsInChunks(actor: PersonActor, tab: RequestTab): AsyncGenerator<RequestItem[]> {
  return inChunks<RequestItem, Position>((after) => asReader(actor, (scope) => requestsFrom(scope, actor, tab, after, CHUNK_SIZE)));
}

/** What the Portal Team has asked of plans, or what a plan is asked (R29): a page of it with the counts of what is open. */
export function listRequests(actor: PersonActor, tab: RequestTab, after: { on: CalendarDate; id: string } | null): Promise<RequestList> {
  return asReader(actor, async (scope) => {
    const page = await requestsFrom(scope, actor, tab, after);
    return { today: scope.today, counts: await countRequests(scope, actor), ...page };
  });
}

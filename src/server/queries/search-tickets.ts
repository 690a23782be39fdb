import type { PersonActor } from '@/domain/access/actor';
import { issueTypeName, planShortName } from '@/domain/tickets/reference';
import type { SearchKind } from '@/domain/tickets/search-text';
import { shownRin } from '@/domain/tickets/shown-rin';
import type { CloseReason, Status } from '@/domain/tickets/status';
import type { CalendarDate } from '@/shared/calendar-date';
import { asReader, type Scope } from '../db/as-actor';
import { dayOf } from '../db/dates';
import { isId } from '../db/find-draft';
import { findSearched, type SearchedRow, type SearchPosition } from '../db/find-searched';
import { pageOf } from '../db/page-of';
import { inChunks } from './in-chunks';

export type { SearchPosition };

/** `text`: the very thing on the ticket that the search matched, a RIN as this reader may see it. */
export type SearchMatch = { kind: SearchKind; text: string };

export type SearchHit = {
  ticketId: string;
  number: string;
  trackingNumber: string;
  provider: string;
  plan: string;
  issueType: string;
  status: Exclude<Status, 'draft'>;
  closeReason: CloseReason | null;
  isUrgent: boolean;
  receivedOn: CalendarDate;
  matched: SearchMatch;
};

/** `found` counts all that the search finds, not this page alone; `isSimilar`: nothing fits exactly, these names resemble it. */
export type SearchResults = { text: string; found: number; isSimilar: boolean; hits: SearchHit[]; next: SearchPosition | null };

export const SEARCH_PAGE = 25;

function matchOf(row: SearchedRow, actor: PersonActor): SearchMatch {
  const text: Record<SearchKind, string | null> = {
    number: row.number,
    tracking_number: row.tracking_number,
    claim_number: row.claim_number,
    rin: row.rin === null ? null : shownRin(row.rin, actor.role),
    provider: row.organization_name,
    facility: row.facility_name,
    member: row.member_name,
  };
  return { kind: row.matched, text: text[row.matched] ?? '' };
}

function hitOf(row: SearchedRow, actor: PersonActor, { reference }: Scope): SearchHit {
  return {
    ticketId: row.id,
    number: row.number,
    trackingNumber: row.tracking_number,
    provider: row.facility_name ?? row.organization_name,
    plan: planShortName(reference, row.plan_code),
    issueType: issueTypeName(reference, row.issue_type_code),
    status: row.status as SearchHit['status'],
    closeReason: row.close_reason as CloseReason | null,
    isUrgent: row.is_urgent,
    receivedOn: dayOf(row.received_on),
    matched: matchOf(row, actor),
  };
}

function findKept({ tx }: Scope, actor: PersonActor, searchId: string): Promise<{ text: string } | null> {
  return isId(searchId) ? tx.keptSearch.findFirst({ where: { id: searchId, personId: actor.personId }, select: { text: true } }) : Promise.resolve(null);
}

/** Does the reader keep this search? */
export function keepsSearch(actor: PersonActor, searchId: string): Promise<boolean> {
  return asReader(actor, async (scope) => (await findKept(scope, actor, searchId)) !== null);
}

/** A page of what a kept search finds within the reader's scope; null when the reader keeps no such search any more. */
export async function searchTickets(actor: PersonActor, searchId: string, before: SearchPosition | null, take = SEARCH_PAGE): Promise<SearchResults | null> {
  return asReader(actor, async (scope) => {
    const kept = await findKept(scope, actor, searchId);
    if (kept === null) return null;
    const rows = await findSearched(scope, kept.text, before, take);
    const page = pageOf(rows, take, (last) => ({ key: last.sort_key, id: last.id }));
    return {
      text: kept.text,
      found: rows[0]?.found ?? 0,
      isSimilar: rows[0]?.is_similar ?? false,
      hits: page.rows.map((row) => hitOf(row, actor, scope)),
      next: page.next,
    };
  });
}

/** Each chunk searches anew, so there are few of them; so many rows are still a small part of a process's memory. */
const FILE_CHUNK = 10_000;

/** All that a kept search finds, for a file; nothing once the search is kept no more. */
export function searchInChunks(actor: PersonActor, searchId: string): AsyncGenerator<SearchHit[]> {
  return inChunks<SearchHit, SearchPosition>(async (after) => {
    const results = await searchTickets(actor, searchId, after, FILE_CHUNK);
    return { items: results?.hits ?? [], next: results?.next ?? null };
  });
}

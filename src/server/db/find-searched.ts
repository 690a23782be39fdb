import type { SearchKind } from '@/domain/tickets/search-text';
import type { Scope } from './as-actor';
import { instantKey } from './queue-sql';

/** Behind which row a page begins: when that ticket was filed, as text with all its digits, and its id. */
export type SearchPosition = { key: string; id: string };

export type SearchedRow = {
  id: string;
  number: string;
  tracking_number: string;
  plan_code: string;
  issue_type_code: string;
  organization_name: string;
  facility_name: string | null;
  status: string;
  close_reason: string | null;
  is_urgent: boolean;
  received_on: Date;
  matched: SearchKind;
  claim_number: string | null;
  member_name: string | null;
  rin: string | null;
  sort_key: string;
  found: number;
  is_similar: boolean;
};

/**
 * Tickets that a search finds, the newest first, one more than `take`. `search_tickets` looks past the policies within
 * the reader's scope and gives ids; the rows, and the claim lines that it matched, are read under the policies.
 */
export function findSearched({ tx }: Pick<Scope, 'tx'>, text: string, before: SearchPosition | null, take: number): Promise<SearchedRow[]> {
  return tx.$queryRaw<SearchedRow[]>`
    SELECT k.id, k.number, k.tracking_number, k.plan_code, k.issue_type_code, k.organization_name, k.facility_name, k.status, k.close_reason,
      k.is_urgent, k.received_on, s.matched, c.claim_number, c.member_name, c.rin,
      ${instantKey('s.filed_at')} AS sort_key, s.found, s.is_similar
    FROM search_tickets(${text}, ${take + 1}, ${before?.key ?? null}::timestamptz, ${before?.id ?? null}::uuid) AS s
    JOIN tickets k ON k.id = s.ticket_id
    LEFT JOIN claim_lines c ON c.ticket_id = s.ticket_id AND c.line_no = s.line_no
    ORDER BY s.filed_at DESC, k.id DESC`;
}

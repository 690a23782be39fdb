import { err, ok, type Result } from '@/shared/result';

export const SEARCH_MOST = 200;
export const SEARCH_LEAST = 3;

/** What a search may have matched on a ticket, the most telling first. */
export const SEARCH_KINDS = ['number', 'tracking_number', 'claim_number', 'rin', 'provider', 'facility', 'member'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** What was typed into the search box, in one line; signs that cannot be shown part words as spaces do. Errors say how much it takes, under the field `q`. */
export function readSearchText(typed: string): Result<string> {
  const text = typed.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  const refused = (message: string) => err({ kind: 'invalid' as const, issues: [{ field: 'q', message }] });
  if ((text.match(/[\p{L}\p{N}]/gu) ?? []).length < SEARCH_LEAST) return refused(`Type at least ${SEARCH_LEAST} letters or digits.`);
  if (text.length > SEARCH_MOST) return refused(`Type at most ${SEARCH_MOST} characters.`);
  return ok(text);
}

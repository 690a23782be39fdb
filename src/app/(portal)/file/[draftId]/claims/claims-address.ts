import { stepHref } from '../../steps';

export const LINES_PER_PAGE = 50;

type Place = { page?: number; isAdding?: boolean; editing?: number; /** How many lines were just added from a file. */ added?: number };

/** The address of the claims' page: which stretch of the lines, and which one is open. Lines are named by their place in the draft alone. */
export function claimsHref(draftId: string, { page = 1, isAdding, editing, added }: Place = {}): string {
  const parts = new URLSearchParams();
  if (Number.isSafeInteger(page) && page > 1) parts.set('page', String(page));
  if (isAdding) parts.set('add', '1');
  if (editing !== undefined) parts.set('line', String(editing));
  if (added !== undefined) parts.set('added', String(added));
  const anchor = isAdding ? '#line-new' : editing !== undefined ? `#line-${editing}` : '';
  return `${stepHref(draftId, 'claims')}${parts.size === 0 ? '' : `?${parts.toString()}`}${anchor}`;
}

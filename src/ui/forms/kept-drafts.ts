import type { FormState } from './form-state';

const MOST = 20;
/** What was kept of the forms of the pages that were loaded last. Written in a browser alone, so it is its one reader's. */
const kept = new Map<string, FormState>();

/** What a form was kept as; the page that is named is one load of it. */
export function rememberKept(page: string | undefined, state: FormState): void {
  if (page === undefined || state.status !== 'saved') return;
  kept.delete(page);
  kept.set(page, state);
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
}

/** Its act was sent. */
export function forgetKept(page: string | undefined): void {
  if (page !== undefined) kept.delete(page);
}

/**
 * What a form was kept as since its page was loaded: by the browser's own way back a page comes as it was loaded, and what
 * was typed in it would be missing, then be written over.
 */
export function keptSince(page: string | undefined): FormState | undefined {
  return page === undefined ? undefined : kept.get(page);
}

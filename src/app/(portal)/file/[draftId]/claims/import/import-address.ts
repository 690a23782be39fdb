import { stepHref } from '../../../steps';

export const IMPORT_TABS = ['fix', 'doubles', 'ready'] as const;
export type ImportTab = (typeof IMPORT_TABS)[number];

/** The address of the page that takes a file. */
export function importHref(draftId: string): string {
  return `${stepHref(draftId, 'claims')}/import`;
}

/** The address of the preview of a file's lines; without a tab it shows what needs attention first. */
export function previewHref(draftId: string, importId: string, tab?: ImportTab, page = 1): string {
  const parts = new URLSearchParams();
  if (tab !== undefined) parts.set('show', tab);
  if (page > 1) parts.set('page', String(page));
  return `${importHref(draftId)}/${importId}${parts.size === 0 ? '' : `?${parts.toString()}`}`;
}

import type { ViewedList } from '@/server/queries/list-saved-views';

/** The purpose that the keys of a list's forms about views and columns are bound to. */
export function viewPurpose(list: ViewedList): string {
  return `views:${list}`;
}

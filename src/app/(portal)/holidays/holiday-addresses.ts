import { listAddress } from '@/app/lists/list-address';

/** What the keys of this room's forms are bound to. */
export const HOLIDAYS_PURPOSE = 'holidays';

/** What an act has just brought about; the address names the act alone. */
export const HOLIDAYS_DONE = {
  drafted: 'The change is in the draft. It takes effect when you say so.',
  dropped: 'The change is out of the draft.',
  'nothing-new': 'Every day of it stands in the table already, or is a weekend day, or lies outside its years.',
  'in-effect': 'The new version is in effect. Under “Versions” you see how far the dates of open tickets have moved with it.',
} as const;
export type HolidaysDone = keyof typeof HOLIDAYS_DONE;

export function holidaysHref(year: number | null, done: HolidaysDone | null = null): string {
  return listAddress('/holidays', { year: Number.isInteger(year) ? String(year) : null, done });
}

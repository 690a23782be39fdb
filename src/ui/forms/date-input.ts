import type { CalendarDate } from '@/shared/calendar-date';

export type DateParts = { month: string; day: string; year: string };

export function datePartsOf(date: CalendarDate): DateParts {
  return { month: String(Number(date.slice(5, 7))), day: String(Number(date.slice(8, 10))), year: date.slice(0, 4) };
}

/** "11/30/2026", as the one-box date field shows it. */
export function dateTextOf(date: CalendarDate): string {
  return `${date.slice(5, 7)}/${date.slice(8, 10)}/${date.slice(0, 4)}`;
}

function textOf(formData: FormData, name: string): string {
  const value = formData.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/**
 * The date that `DateField` or `DateTextField` sent under `name`, written `YYYY-MM-DD` where it has three parts; empty
 * when nothing was typed, else as typed. It is only tidied here: the command's schema judges it.
 */
export function dateFromForm(formData: FormData, name: string): string {
  const whole = textOf(formData, name);
  const [month = '', day = '', year = ''] = whole ? whole.split(/[/.\-\s]+/) : ['month', 'day', 'year'].map((part) => textOf(formData, `${name}-${part}`));
  if (/^\d{4}-\d{2}-\d{2}$/.test(whole)) return whole;
  if (/^\d{1,2}$/.test(month) && /^\d{1,2}$/.test(day) && /^\d{4}$/.test(year)) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return whole || [month, day, year].filter(Boolean).join('/');
}

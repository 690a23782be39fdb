import { parseCalendarDate, type CalendarDate } from '@/shared/calendar-date';

export type SearchParams = Record<string, string | string[] | undefined>;

/** One part of an address; a part that stands twice, is empty or holds what no text has (NUL) counts as left out. */
export function partOf(params: SearchParams, name: string): string | null {
  const value = params[name];
  return typeof value === 'string' && value !== '' && !value.includes('\0') ? value : null;
}

/** A part that must be one of some values; anything else counts as left out. */
export function choiceOf<const T extends string>(params: SearchParams, name: string, values: readonly T[]): T | null {
  const value = partOf(params, name);
  return values.find((v) => v === value) ?? null;
}

/** The address of a list: its path with the parts that are given. Addresses hold status, date, program, issue type, assignee, sort and position only. */
export function listAddress(path: string, parts: Record<string, string | null>): string {
  const query = new URLSearchParams(Object.entries(parts).filter((part): part is [string, string] => part[1] !== null));
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Where a page of a list begins, as its address says it: the date and the id of the last row shown. */
export function dayPositionOf(params: SearchParams): { on: CalendarDate; id: string } | null {
  const [day = '', id = ''] = (partOf(params, 'after') ?? '').split('~');
  const on = parseCalendarDate(day);
  return on.ok && isUuid(id) ? { on: on.value, id } : null;
}

export function dayPositionText(position: { on: CalendarDate; id: string } | null): string | null {
  return position === null ? null : `${position.on}~${position.id}`;
}

/** Whether a day, or the day of an instant, exists: `Date.parse` takes February 30 for a day of March. */
export function isOfRealDay(text: string): boolean {
  return parseCalendarDate(text.slice(0, 10)).ok && !Number.isNaN(Date.parse(text));
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/** Where a page of a list begins that is sorted by an instant: that of the last row shown, and its id. */
export function instantPositionOf(params: SearchParams): { key: string; id: string } | null {
  const [key = '', id = ''] = (partOf(params, 'after') ?? '').split('~');
  return INSTANT.test(key) && isOfRealDay(key) && isUuid(id) ? { key, id } : null;
}

export function instantPositionText(position: { key: string; id: string }): string {
  return `${position.key}~${position.id}`;
}

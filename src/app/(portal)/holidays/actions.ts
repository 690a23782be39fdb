'use server';

import { formObject } from '@/app/forms/form-object';
import { runForm } from '@/app/forms/run-form';
import type { PersonActor } from '@/domain/access/actor';
import { draftCalendar, draftHoliday, draftHolidayChange, draftProposals, draftYearConfirmed, dropHolidayChange } from '@/server/commands/change-holiday-draft';
import { changeHolidays } from '@/server/commands/change-holidays';
import type { CalendarDate } from '@/shared/calendar-date';
import type { Result } from '@/shared/result';
import type { FormState } from '@/ui/forms/form-state';
import { HOLIDAYS_PURPOSE, holidaysHref } from './holiday-addresses';

const MOST_CALENDAR_BYTES = 500_000;

function holidayForm<T>(formData: FormData, act: (actor: PersonActor) => Promise<Result<T>>, then: (value: T) => string): Promise<FormState> {
  return runForm({ purpose: HOLIDAYS_PURPOSE, isAllowed: (actor) => actor.role === 'administration', act: ({ actor }) => act(actor), then }, formData);
}

const yearIn = (on: unknown): number | null => (typeof on === 'string' && /^\d{4}-/.test(on) ? Number(on.slice(0, 4)) : null);

/** D15, D16: a day joins the draft of the next version; nothing takes effect yet. */
export async function addDayAction(year: number, _state: FormState, formData: FormData): Promise<FormState> {
  const typed = formObject(formData, { dates: ['on'] });
  return holidayForm(formData, (actor) => draftHoliday(actor, typed), () => holidaysHref(yearIn(typed.on) ?? year, 'drafted'));
}

export async function changeDayAction(on: CalendarDate, op: 'confirm' | 'withdraw', _state: FormState, formData: FormData): Promise<FormState> {
  return holidayForm(formData, (actor) => draftHolidayChange(actor, { op, on }), () => holidaysHref(yearIn(on), 'drafted'));
}

export async function confirmYearAction(year: number, _state: FormState, formData: FormData): Promise<FormState> {
  return holidayForm(formData, (actor) => draftYearConfirmed(actor, year), () => holidaysHref(year, 'drafted'));
}

export async function dropDayAction(on: CalendarDate, year: number, _state: FormState, formData: FormData): Promise<FormState> {
  return holidayForm(formData, (actor) => dropHolidayChange(actor, on), () => holidaysHref(year, 'dropped'));
}

/** D15: what the library proposes for the next year, nothing more. */
export async function proposeYearAction(year: number, shown: number, _state: FormState, formData: FormData): Promise<FormState> {
  return holidayForm(formData, (actor) => draftProposals(actor, year), (added) => holidaysHref(shown, added === 0 ? 'nothing-new' : 'drafted'));
}

async function calendarText(formData: FormData): Promise<string> {
  const file = formData.get('calendar');
  return file instanceof File && file.size <= MOST_CALENDAR_BYTES ? file.text() : '';
}

export async function importCalendarAction(year: number, _state: FormState, formData: FormData): Promise<FormState> {
  const text = await calendarText(formData);
  return holidayForm(formData, (actor) => draftCalendar(actor, text), ({ added }) => holidaysHref(year, added === 0 ? 'nothing-new' : 'drafted'));
}

/** D16: one act makes the new version and moves the dates. */
export async function takeEffectAction(_state: FormState, formData: FormData): Promise<FormState> {
  const changes = formData.get('seenChanges');
  // A browser ends the lines of a hidden field its own way.
  const seen = { version: Number(formData.get('seenVersion')), changes: typeof changes === 'string' ? changes.replaceAll('\r\n', '\n') : '' };
  return holidayForm(formData, (actor) => changeHolidays(actor, seen), () => holidaysHref(null, 'in-effect'));
}

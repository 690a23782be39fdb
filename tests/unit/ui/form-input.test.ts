import { expect, it } from 'vitest';
import { calendarDate } from '@/shared/calendar-date';
import { dateFromForm, datePartsOf, dateTextOf } from '@/ui/forms/date-input';
import { fieldId } from '@/ui/forms/field-id';
import { formValues } from '@/ui/forms/form-values';
import { phoneHref } from '@/ui/phone-href';

function form(fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

it.each([
  { what: 'three parts', fields: [['on-month', '10'], ['on-day', '20'], ['on-year', '2026']], date: '2026-10-20' },
  { what: 'single digits and spaces', fields: [['on-month', ' 2'], ['on-day', '9 '], ['on-year', '2028']], date: '2028-02-09' },
  { what: 'nothing typed', fields: [['on-month', ''], ['on-day', ' '], ['on-year', '']], date: '' },
  { what: 'no year', fields: [['on-month', '10'], ['on-day', '20'], ['on-year', '']], date: '10/20' },
  { what: 'an impossible day is left for the schema to judge', fields: [['on-month', '2'], ['on-day', '29'], ['on-year', '2025']], date: '2025-02-29' },
  { what: 'letters stay as typed', fields: [['on-month', 'Oct'], ['on-day', '20'], ['on-year', '2026']], date: 'Oct/20/2026' },
  { what: 'one box', fields: [['on', '8/3/2026']], date: '2026-08-03' },
  { what: 'one box with dashes', fields: [['on', '08-03-2026']], date: '2026-08-03' },
  { what: 'one box as machines write it', fields: [['on', '2026-08-03']], date: '2026-08-03' },
  { what: 'one box with a two-digit year', fields: [['on', '8/3/26']], date: '8/3/26' },
] as const)('reads a typed date: $what', ({ fields, date }) => {
  expect(dateFromForm(form(fields.map(([name, value]) => [name, value])), 'on')).toBe(date);
});

it('writes a date back as its fields take it', () => {
  expect(datePartsOf(calendarDate('2026-08-03'))).toEqual({ month: '8', day: '3', year: '2026' });
  expect(dateTextOf(calendarDate('2026-08-03'))).toBe('08/03/2026');
});

it('keeps what was typed, but neither secrets nor the framework’s own fields', () => {
  const data = form([['name', 'Ada'], ['many', '1'], ['many', '2'], ['password', 'hidden'], ['$ACTION_KEY', 'k']]);
  expect(formValues(data, ['password'])).toEqual({ name: 'Ada', many: ['1', '2'] });
});

it('makes an id of a nested field’s name that a link can lead to', () => {
  expect(fieldId('claims.0.rin')).toBe('f-claims-0-rin');
  expect(fieldId('reason', 'waive')).toBe('waive-reason');
});

it.each([
  ['(312) 555-0142', 'tel:+13125550142'],
  ['312.555.0142 ext. 12', 'tel:+13125550142;ext=12'],
  ['+44 20 7946 0000', 'tel:+442079460000'],
])('makes %s callable', (phone, href) => {
  expect(phoneHref(phone)).toBe(href);
});

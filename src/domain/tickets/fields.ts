import { z } from 'zod';
import { dayOfMonth, formatMonth, lastDayOfMonth, parseCalendarDate, type CalendarDate } from '@/shared/calendar-date';
import { parseCents, type Cents } from '@/shared/cents';
import { MAX_FILES } from './files';

/** Spaces around and line ends of other systems are tidied; characters that no text has (NUL, lone surrogates) are refused. */
function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** A text of at most `max` characters; empty gets `missing` as its message. */
export function text(missing: string, max: number) {
  return z
    .string({ error: missing })
    .transform(tidy)
    .superRefine((value, ctx) => {
      if (value === '') ctx.addIssue(missing);
      else if (UNREADABLE.test(value)) ctx.addIssue('Remove the characters that cannot be shown, then try again.');
      else if (value.length > max)
        ctx.addIssue(`Use ${max.toLocaleString('en-US')} characters or fewer. You have ${value.length.toLocaleString('en-US')}.`);
    });
}

/** The same for one line: a line end inside becomes a space. */
export function line(missing: string, max: number) {
  return text(missing, max).transform((value) => value.replace(/\s+/g, ' '));
}

/** An empty field is `null`; anything else must fit `schema`. */
export function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess((v) => (typeof v === 'string' && v.trim() === '' ? null : (v ?? null)), schema.nullable());
}

/** A civil date `YYYY-MM-DD`; an impossible one is said as it was given. */
export function civilDate(missing: string) {
  return z.string({ error: missing }).transform((value, ctx): CalendarDate => {
    const trimmed = value.trim();
    if (trimmed === '') {
      ctx.addIssue(missing);
      return z.NEVER;
    }
    const parsed = parseCalendarDate(trimmed);
    if (parsed.ok) return parsed.value;
    ctx.addIssue(impossibleDate(trimmed));
    return z.NEVER;
  });
}

/** Why a date that was typed is none, in the words of a form: month, day and year. */
function impossibleDate(typed: string): string {
  const [, year = '', month = ''] = /^(\d{4})-(\d{2})-\d{2}$/.exec(typed) ?? [];
  const first = parseCalendarDate(`${year}-${month}-01`);
  if (month !== '' && (month < '01' || month > '12')) return `There is no month ${Number(month)}. Enter the date as month, day and year, such as 11/30/2026.`;
  if (first.ok) return `${formatMonth(first.value)} has ${dayOfMonth(lastDayOfMonth(first.value))} days. Check the day.`;
  return 'Enter the date as month, day and year, such as 11/30/2026.';
}

/** Dollars as people type them (`1,240.00`, `$1,240`), as whole cents. */
export function money(missing: string) {
  return z.string({ error: missing }).transform((value, ctx): Cents => {
    if (value.trim() === '') {
      ctx.addIssue(missing);
      return z.NEVER;
    }
    const parsed = parseCents(value);
    if (parsed.ok) return parsed.value;
    ctx.addIssue(parsed.error.message);
    return z.NEVER;
  });
}

const choiceError = (missing: string) => ({ error: missing });
export function oneOf<const T extends readonly [string, ...string[]]>(values: T, missing: string) {
  return z.enum(values, choiceError(missing));
}

/** A ticked box of a form; left empty gets `missing`. */
export function ticked(missing: string) {
  return z.preprocess((v) => v === true || v === 'on' || v === 'true', z.literal(true, { error: missing }));
}

export const checkbox = z.preprocess((v) => v === true || v === 'on' || v === 'true', z.boolean());

const CLOCK_TIME = /^(\d{1,2})(?::(\d{2}))?\s*(?:([ap])\.?m\.?)?$/i;

/** A time of day as people and browsers write it (`2:05 PM`, `14:05`), as `HH:MM`. */
export function clockTime(missing: string) {
  return z.string({ error: missing }).transform((value, ctx): string => {
    const [, hours = '', minutes, half] = CLOCK_TIME.exec(value.trim()) ?? [];
    const minute = Number(minutes ?? 0);
    const typed = Number(hours);
    const isTime = hours !== '' && minute < 60 && (half === undefined ? minutes !== undefined && typed < 24 : typed >= 1 && typed <= 12);
    if (!isTime) {
      ctx.addIssue(value.trim() === '' ? missing : 'Enter a time such as 2:05 PM.');
      return z.NEVER;
    }
    const hour = half === undefined ? typed : (typed % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
    return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  });
}

export const uuid = (missing: string) => z.uuid({ error: missing });

/**
 * The plan's tracking number (R3): 1 to 40 letters, digits and `. _ / -`. One written like a Social Security number is
 * refused; that other nine bare digits are meant is asked at the form (`trackingNumberConfirmed`).
 */
export const trackingNumber = line('Enter the tracking number that the plan gave you.', 200).superRefine((value, ctx) => {
  if (value.length > 40) ctx.addIssue(`A tracking number has at most 40 characters. This one has ${value.length}.`);
  else if (/^\d{3}-\d{2}-\d{4}$/.test(value))
    ctx.addIssue('This is written like a Social Security number. Enter the plan’s tracking number for the dispute.');
  else if (!/^[A-Za-z0-9._/-]+$/.test(value))
    ctx.addIssue('A tracking number has only letters, digits and . _ / - in it. Check it for spaces or other signs.');
});

/** A member's recipient identification number: nine digits, spaces between them ignored. */
export const rin = line('Enter the member’s RIN.', 40)
  .transform((value) => value.replace(/[\s-]/g, ''))
  .superRefine((value, ctx) => {
    if (/^\d{9}$/.test(value)) return;
    ctx.addIssue(/^\d+$/.test(value) ? `A RIN has 9 digits. This one has ${value.length}.` : 'A RIN has 9 digits and nothing else.');
  });

/** Luhn check of an NPI with the prefix 80840 (ISO 7812, CMS). */
export function isNpi(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  const sum = [...`80840${digits}`].reverse().reduce((total, ch, i) => {
    const doubled = i % 2 === 1 ? Number(ch) * 2 : Number(ch);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

export const npi = line('Enter the NPI.', 40)
  .transform((value) => value.replace(/[\s-]/g, ''))
  .superRefine((value, ctx) => {
    if (!/^\d{10}$/.test(value)) ctx.addIssue('An NPI has 10 digits.');
    else if (!isNpi(value)) ctx.addIssue('This is not a valid NPI: its last digit does not fit the others. Check each digit.');
  });

export const phone = line('Enter a phone number.', 60).superRefine((value, ctx) => {
  const digits = value.replace(/\D/g, '');
  if (digits.length < 10) ctx.addIssue('Enter a phone number with its area code, such as (217) 555-0188. An extension may follow: ext. 12.');
  else if (!/^[\d\s().+\-/]+(?:(?:ext|x|extension)\.?\s*\d{1,6})?$/i.test(value))
    ctx.addIssue('A phone number has digits, spaces and ( ) . + - in it; an extension is written ext. 12.');
});

export const email = line('Enter an e-mail address.', 200)
  .transform((value) => value.toLowerCase())
  .pipe(z.email({ error: 'Enter an e-mail address in the form name@example.org.' }));

/** The ids of uploaded files that the act attaches; a form sends none, one or several. The door looks at each of them. */
export const fileIds = z.preprocess(
  (v) => (v === undefined || v === null || v === '' ? [] : Array.isArray(v) ? [...new Set<unknown>(v)] : [v]),
  z.array(z.uuid({ error: 'This file is not there any more. Add it again.' })).max(MAX_FILES, { error: `Attach at most ${MAX_FILES} files at once.` }),
);

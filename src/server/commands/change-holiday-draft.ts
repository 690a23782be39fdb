import type { PersonActor } from '@/domain/access/actor';
import { refusedChange, type HolidayChange } from '@/domain/deadlines';
import { civilDate, line, oneOf, checkbox } from '@/domain/tickets/fields';
import { fieldIssues } from '@/domain/tickets/field-issues';
import { err, ok, type Result } from '@/shared/result';
import { z } from 'zod';
import { asActor, type Scope } from '../db/as-actor';
import { dateOf } from '../db/dates';
import { saveHolidayDraft } from '../db/holiday-drafts';
import { proposeYear, type ProposedDay } from '../holidays/propose-year';
import { readCalendar } from '../holidays/read-calendar';

/** What a day is added for; a day on which the portal was down is declared in the same way (D16). */
const ADDED_FOR = ['holiday', 'outage'] as const;
export const OUTAGE_NAME = 'The portal was down';

const addInput = z
  .strictObject({ what: oneOf(ADDED_FOR, 'Choose what kind of day it is.'), on: civilDate('Enter the day.'), name: z.string().default(''), confirmed: checkbox })
  .transform((input, ctx): HolidayChange => {
    // A day on which the portal was down is known to have been one.
    if (input.what === 'outage') return { op: 'add', on: input.on, name: OUTAGE_NAME, confirmed: true };
    const name = line('Enter the name of the holiday.', 120).safeParse(input.name);
    if (!name.success) {
      ctx.addIssue({ code: 'custom', path: ['name'], message: name.error.issues[0]?.message ?? '' });
      return z.NEVER;
    }
    return { op: 'add', on: input.on, name: name.data, confirmed: input.confirmed };
  });

/** A day holds one change: a later one takes the place of what is there. */
async function keep(scope: Scope, actor: PersonActor, changes: readonly HolidayChange[]): Promise<void> {
  await saveHolidayDraft(scope, { id: actor.personId, name: actor.name }, [...new Map(changes.map((change) => [change.on, change])).values()]);
}

async function keepFitting(scope: Scope, actor: PersonActor, days: readonly ProposedDay[]): Promise<number> {
  const changes = days.map(({ on, name }): HolidayChange => ({ op: 'add', on, name, confirmed: false }));
  const fitting = changes.filter((change) => refusedChange(scope.holidays, change) === null);
  await keep(scope, actor, fitting);
  return fitting.length;
}

const isAdministration = (actor: PersonActor) => actor.role === 'administration';

/** Adds one day to the draft of the next version (D15). Errors: a form that does not parse, a day that does not fit. */
export function draftHoliday(actor: PersonActor, typed: Record<string, unknown>): Promise<Result<null>> {
  return asActor(actor, async (scope) => {
    if (!isAdministration(actor)) return err({ kind: 'not_found' as const });
    const parsed = addInput.safeParse(typed);
    if (!parsed.success) return err({ kind: 'invalid' as const, issues: fieldIssues(parsed.error) });
    const refused = refusedChange(scope.holidays, parsed.data);
    if (refused !== null) return err({ kind: 'invalid' as const, issues: [{ field: 'on', message: refused }] });
    await keep(scope, actor, [parsed.data]);
    return ok(null);
  });
}

const changeInput = z.strictObject({ op: z.enum(['confirm', 'withdraw']), on: civilDate('') });

/** Confirms or withdraws a day of the table in the draft; neither the act nor the day is taken on trust. */
export function draftHolidayChange(actor: PersonActor, given: { op: string; on: string }): Promise<Result<null>> {
  return asActor(actor, async (scope) => {
    const change = changeInput.safeParse(given);
    if (!isAdministration(actor) || !change.success) return err({ kind: 'not_found' as const });
    const refused = refusedChange(scope.holidays, change.data);
    if (refused !== null) return err({ kind: 'conflict' as const, reason: refused });
    await keep(scope, actor, [change.data]);
    return ok(null);
  });
}

/** Confirms every day of a year that is not confirmed yet. */
export function draftYearConfirmed(actor: PersonActor, year: number): Promise<Result<number>> {
  return asActor(actor, async (scope) => {
    if (!isAdministration(actor) || !Number.isInteger(year)) return err({ kind: 'not_found' as const });
    const rows = scope.holidays.rows.filter((row) => !row.confirmed && row.on.startsWith(`${year}-`));
    await keep(scope, actor, rows.map(({ on }): HolidayChange => ({ op: 'confirm', on })));
    return ok(rows.length);
  });
}

/** Takes a change back out of the draft; twice is once. */
export function dropHolidayChange(actor: PersonActor, on: string): Promise<Result<null>> {
  return asActor(actor, async ({ tx }) => {
    const day = civilDate('').safeParse(on);
    if (!isAdministration(actor) || !day.success) return err({ kind: 'not_found' as const });
    await tx.holidayDraft.deleteMany({ where: { on: dateOf(day.data) } });
    return ok(null);
  });
}

/** D15: the days that the library proposes for a year, not confirmed; how many were new. */
export function draftProposals(actor: PersonActor, year: number): Promise<Result<number>> {
  return asActor(actor, async (scope) => {
    if (!isAdministration(actor) || !Number.isInteger(year)) return err({ kind: 'not_found' as const });
    if (year < scope.holidays.firstYear || year > scope.holidays.lastYear + 1) return err({ kind: 'conflict' as const, reason: `The next year of the table is ${scope.holidays.lastYear + 1}.` });
    return ok(await keepFitting(scope, actor, proposeYear(year)));
  });
}

/** The whole days of a calendar file, not confirmed; how many of them were new and fit the table. */
export function draftCalendar(actor: PersonActor, text: string): Promise<Result<{ found: number; added: number }>> {
  return asActor(actor, async (scope) => {
    if (!isAdministration(actor)) return err({ kind: 'not_found' as const });
    const days = readCalendar(text);
    if (!days.ok) return err({ kind: 'invalid' as const, issues: [{ field: 'calendar', message: days.error }] });
    return ok({ found: days.value.length, added: await keepFitting(scope, actor, days.value) });
  });
}

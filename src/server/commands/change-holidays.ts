import type { PersonActor } from '@/domain/access/actor';
import { changeWords } from '@/domain/deadlines';
import { err, ok, type Result } from '@/shared/result';
import { asActor } from '../db/as-actor';
import { enqueueJob } from '../db/append-messages';
import { dateOf } from '../db/dates';
import { addedDays, draftedTable, findHolidayDraft } from '../db/holiday-drafts';

/**
 * D15, D16: one act puts the gathered changes into effect, as a new version of the table, and has the job move the dates
 * of open tickets. `seenVersion` and `seenChanges` are what the preview had shown; when either is another now, nothing is
 * done. The new version's number.
 */
export function changeHolidays(actor: PersonActor, seen: { version: number; changes: string }): Promise<Result<{ version: number }>> {
  return asActor(actor, async (scope) => {
    if (actor.role !== 'administration') return err({ kind: 'not_found' as const });
    const { tx, holidays, now } = scope;
    // Two people who press at the same moment make one version after the other; acts that work dates out by this one end first.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('holidays'))`;
    const newest = await tx.holidayVersion.aggregate({ _max: { version: true } });
    if (newest._max.version !== holidays.version) return err({ kind: 'conflict' as const, reason: 'Somebody put other changes into effect at this moment. Look at the preview again.' });
    const drafted = await findHolidayDraft(scope);
    if (seen.version === holidays.version - 1 && drafted.length === 0) return ok({ version: holidays.version });
    if (seen.version !== holidays.version || seen.changes !== fingerprint(drafted.map((d) => changeWords(holidays, d.change))))
      return err({ kind: 'conflict' as const, reason: 'The changes are not those that this page had shown. Look at the preview again.' });
    if (drafted.length === 0) return err({ kind: 'conflict' as const, reason: 'There is no change to put into effect.' });
    const made = draftedTable(holidays, drafted);
    if (!made.ok) return err({ kind: 'conflict' as const, reason: made.error.message });
    const { version, firstYear, lastYear, rows } = made.value;
    const words = drafted.map((d) => changeWords(holidays, d.change)).join('; ');
    const added = addedDays(drafted);
    const [first, last] = [added[0], added.at(-1)];
    await tx.holidayVersion.createMany({ data: [{ version, firstYear, lastYear, note: `${words.charAt(0).toUpperCase()}${words.slice(1)}.`, createdAt: now }] });
    await tx.holiday.createMany({ data: rows.map((row) => ({ version, on: dateOf(row.on), name: row.name, confirmed: row.confirmed })) });
    await tx.holidayMove.createMany({
      data: [{
        version,
        madeById: actor.personId,
        madeByName: actor.name,
        madeAt: now,
        firstAddedOn: first === undefined ? null : dateOf(first),
        lastAddedOn: last === undefined ? null : dateOf(last),
        finishedAt: first === undefined ? now : null,
      }],
    });
    await tx.holidayDraft.deleteMany({});
    if (first !== undefined) await enqueueJob(tx, 'move-dates', { version: String(version) }, `move-dates:${version}`);
    return ok({ version });
  });
}

/** What a preview had shown, short enough for a form: the changes in words, in the order of days. */
export function fingerprint(words: readonly string[]): string {
  return words.join('\n');
}

import { buildHolidayTable, withHolidayChanges, type BadHolidayChange, type HolidayChange, type HolidayTable } from '@/domain/deadlines';
import { ok, type Result } from '@/shared/result';
import type { HolidayDraft } from '@generated/prisma/client';
import type { Scope } from './as-actor';
import { dayOf } from './dates';

export type DraftedChange = { change: HolidayChange; by: string; at: Date };

function changeOf(row: HolidayDraft): HolidayChange {
  const on = dayOf(row.on);
  switch (row.op) {
    case 'add': return { op: 'add', on, name: row.name, confirmed: row.confirmed };
    case 'confirm': return { op: 'confirm', on };
    case 'withdraw': return { op: 'withdraw', on };
    default: throw new Error(`No change of a holiday is called ${row.op}`);
  }
}

/** What Administration has gathered for the next version of the holidays, in the order of days. */
export async function findHolidayDraft({ tx }: Scope): Promise<DraftedChange[]> {
  const rows = await tx.holidayDraft.findMany({ orderBy: { on: 'asc' } });
  return rows.map((row) => ({ change: changeOf(row), by: row.addedByName, at: row.addedAt }));
}

/** Keeps changes in the draft, one for a day: what stands there already is replaced. */
export async function saveHolidayDraft({ tx, now }: Scope, by: { id: string; name: string }, changes: readonly HolidayChange[]): Promise<void> {
  const rows = changes.map((change) => ({ on: change.on, op: change.op, ...(change.op === 'add' ? { name: change.name, confirmed: change.confirmed } : { name: '', confirmed: false }) }));
  await tx.$executeRaw`
    INSERT INTO holiday_drafts ("on", op, name, confirmed, added_by_id, added_by_name, added_at)
    SELECT d."on", d.op, d.name, d.confirmed, ${by.id}::uuid, ${by.name}, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS d("on" date, op text, name text, confirmed boolean)
    ON CONFLICT ("on") DO UPDATE SET op = excluded.op, name = excluded.name, confirmed = excluded.confirmed, added_by_id = excluded.added_by_id, added_by_name = excluded.added_by_name, added_at = excluded.added_at`;
}

/** The table as it would be; an error where the changes do not fit the version that is in force. */
export function draftedTable(table: HolidayTable, drafted: readonly DraftedChange[]): Result<HolidayTable, BadHolidayChange> {
  const made = withHolidayChanges(table, table.version + 1, drafted.map((d) => d.change));
  return made.ok ? ok(buildHolidayTable(made.value)) : made;
}

/** The new days of a draft: only they can move a date (D16, later only). */
export function addedDays(drafted: readonly DraftedChange[]) {
  return drafted.flatMap(({ change }) => (change.op === 'add' ? [change.on] : []));
}

import type { PersonActor } from '@/domain/access/actor';
import { changeWords, nextYearToConfirm, type HolidayChange, type HolidayRow } from '@/domain/deadlines';
import { yearOf, type CalendarDate } from '@/shared/calendar-date';
import { asReader } from '../db/as-actor';
import { findHolidayDraft } from '../db/holiday-drafts';

export type HolidayLine = HolidayRow & { /** What the draft does to it. */ drafted: HolidayChange['op'] | null };
export type DraftLine = { on: CalendarDate; words: string; by: string; at: Date };
/** A version of the table, and how far the dates of tickets have moved with it. */
export type VersionLine = {
  version: number;
  note: string;
  createdAt: Date;
  move: { by: string; lookedAt: number; moved: number; finesUndone: number; finishedAt: Date | null } | null;
};
export type HolidaysPage = {
  today: CalendarDate;
  version: number;
  firstYear: number;
  lastYear: number;
  year: number;
  holidays: HolidayLine[];
  draft: DraftLine[];
  versions: VersionLine[];
  toConfirm: ReturnType<typeof nextYearToConfirm>;
};

const VERSIONS_SHOWN = 20;

/** The State's calendar as Administration keeps it: one year of it, what is gathered for the next version, and the versions. */
export function getHolidaysPage(actor: PersonActor, askedYear: number | null): Promise<HolidaysPage> {
  return asReader(actor, async (scope) => {
    const { tx, holidays, today } = scope;
    const { firstYear, lastYear } = holidays;
    const drafted = await findHolidayDraft(scope);
    const ops = new Map(drafted.map(({ change }) => [change.on, change.op]));
    const versions = await tx.holidayVersion.findMany({ orderBy: { version: 'desc' }, take: VERSIONS_SHOWN, include: { move: true } });
    const year = Math.min(Math.max(askedYear ?? yearOf(today), firstYear), lastYear);
    return {
      today,
      version: holidays.version,
      firstYear,
      lastYear,
      year,
      holidays: holidays.rows.filter((row) => yearOf(row.on) === year).map((row) => ({ ...row, drafted: ops.get(row.on) ?? null })),
      draft: drafted.map(({ change, by, at }) => ({ on: change.on, words: changeWords(holidays, change), by, at })),
      versions: versions.map(({ version, note, createdAt, move }) => ({
        version,
        note,
        createdAt,
        move: move && { by: move.madeByName, lookedAt: move.lookedAt, moved: move.moved, finesUndone: move.finesUndone, finishedAt: move.finishedAt },
      })),
      toConfirm: nextYearToConfirm(holidays, today),
    };
  });
}

import type { CalendarDate } from '@/shared/calendar-date';
import type { Cents } from '@/shared/cents';

/** A value of a list that is written into a file, in the kind that a spreadsheet should keep it in. */
export type SheetValue = string | number | null | { date: CalendarDate | null } | { money: Cents | null };

export type SheetColumn = { heading: string; /** In characters; 16 when left out. */ width?: number };

/** A list as a file: its name, its columns, and its rows as they are read, a chunk at a time. */
export type SheetTable = { name: string; columns: readonly SheetColumn[]; chunks: AsyncIterable<readonly SheetValue[][]> };

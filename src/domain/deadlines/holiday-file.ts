import { parseCalendarDate, yearOf } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';
import type { HolidayRow, HolidayTableInput } from './holiday-table';

export type BadHolidayFile = { kind: 'bad_holiday_file'; message: string };

const HEADER = 'year,date,name,confidence,note';

/** The fields of one CSV line; a quoted field may hold commas and doubled quotes. */
function fieldsOf(line: string): string[] {
  return Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), (m) => m[1]?.replaceAll('""', '"') ?? m[2] ?? '');
}

function rowOf(line: string): HolidayRow | string {
  const [year = '', date = '', name = '', confidence = ''] = fieldsOf(line);
  const on = parseCalendarDate(date);
  if (!on.ok) return on.error.message;
  if (String(yearOf(on.value)) !== year) return `${date} is not in the year ${year}.`;
  if (name === '') return `${date} has no name.`;
  return { on: on.value, name, confirmed: confidence === 'high' };
}

/** D15: the State's closures from the data file (`year,date,name,confidence,note`); rows of high confidence are confirmed. */
export function parseHolidayCsv(text: string): Result<Omit<HolidayTableInput, 'version'>, BadHolidayFile> {
  const bad = (message: string) => err<BadHolidayFile>({ kind: 'bad_holiday_file', message });
  const [header, ...lines] = text.replace(/^\uFEFF/, '').trimEnd().split(/\r?\n/);
  if (header !== HEADER) return bad(`The first line must be ${HEADER}.`);
  const rows: HolidayRow[] = [];
  for (const [i, line] of lines.entries()) {
    const row = rowOf(line);
    if (typeof row === 'string') return bad(`Line ${i + 2}: ${row}`);
    rows.push(row);
  }
  const years = rows.map((row) => yearOf(row.on));
  if (years.length === 0) return bad('There are no holidays in it.');
  return ok({ firstYear: Math.min(...years), lastYear: Math.max(...years), rows });
}

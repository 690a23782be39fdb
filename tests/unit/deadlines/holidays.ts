import { readFileSync } from 'node:fs';
import { buildHolidayTable, parseHolidayCsv, type HolidayTable } from '@/domain/deadlines';

/** The text of a file under `data/`. */
export function dataFile(name: string): string {
  return readFileSync(new URL(`../../../data/${name}`, import.meta.url), 'utf8');
}

function load(): HolidayTable {
  const parsed = parseHolidayCsv(dataFile('il-state-holidays.csv'));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return buildHolidayTable({ version: 1, ...parsed.value });
}

/** The State's closures of 2020 to 2030, as they are first loaded. */
export const STATE_HOLIDAYS: HolidayTable = load();

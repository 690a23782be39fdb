import { readFileSync } from 'node:fs';
import { addBusinessDays, addDays as addDaysOfDateFns, format, isWeekend, parseISO } from 'date-fns';
import Holidays from 'date-holidays';
import { buildHolidayTable, dueByKind, dueOn, parseHolidayCsv, type CountingKind, type HolidayTable } from '@/domain/deadlines';
import { addDays, calendarDate, type CalendarDate } from '@/shared/calendar-date';

type Vector = { kind: CountingKind; start: CalendarDate; days: number; expected: string };

function readVectors(): Vector[] {
  return readFileSync('data/deadline-vectors.csv', 'utf8').trim().split('\n').slice(1).map((line) => {
    const [kind = '', start = '', days = '', expected = ''] = line.trim().split(',');
    return { kind: kind as CountingKind, start: calendarDate(start), days: Number(days), expected };
  });
}

function readTable(): HolidayTable {
  const parsed = parseHolidayCsv(readFileSync('data/il-state-holidays.csv', 'utf8'));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return buildHolidayTable({ version: 1, ...parsed.value });
}

const illinois = new Holidays('US', 'IL');
// Asked once for each year: asking for each day would be a thousand times slower still.
const publicHolidays = new Set(Array.from({ length: 15 }, (_, i) => illinois.getHolidays(2019 + i)).flat().filter((h) => h.type === 'public').map((h) => h.date.slice(0, 10)));
const isOff = (day: Date) => isWeekend(day) || publicHolidays.has(format(day, 'yyyy-MM-dd'));

/** The same date by the common libraries: date-fns walks, date-holidays says which days are holidays in Illinois. */
function byLibraries({ kind, start, days }: Vector): string {
  const from = parseISO(start);
  if (kind === 'calendar') return format(addDaysOfDateFns(from, days), 'yyyy-MM-dd');
  let day = kind === 'calendar_roll' ? addDaysOfDateFns(from, days) : from;
  if (kind === 'calendar_roll') while (isOff(day)) day = addDaysOfDateFns(day, 1);
  else for (let counted = 0; counted < days; ) if (!isOff((day = addDaysOfDateFns(day, 1)))) counted += 1;
  return format(day, 'yyyy-MM-dd');
}

/** Calls per second of `work` over about `ms` milliseconds, in one thread. */
function rate(ms: number, work: (i: number) => void): number {
  for (let i = 0; i < 1000; i += 1) work(i);
  const started = performance.now();
  let calls = 0;
  while (performance.now() - started < ms) for (let i = 0; i < 500; i += 1) work(calls++);
  return calls / ((performance.now() - started) / 1000);
}

/** (a) of `npm run bench`: business-day due dates per second without steps, and how many public vectors come out right. */
export function benchDates(): void {
  const table = readTable();
  const vectors = readVectors();
  const starts = Array.from({ length: 2500 }, (_, i) => addDays(calendarDate('2021-01-04'), i));
  const start = (i: number) => starts[i % starts.length] ?? calendarDate('2021-01-04');
  const rule = { arithmetic: { type: 'business', days: 10 } } as const;
  const ours = rate(1000, (i) => dueOn(rule, start(i), table));
  const theirs = rate(1000, (i) => byLibraries({ kind: 'business', start: start(i), days: 10, expected: '' }));
  const weekends = rate(500, (i) => format(addBusinessDays(parseISO(start(i)), 10), 'yyyy-MM-dd'));
  const right = (due: (v: Vector) => string) => vectors.filter((v) => due(v) === v.expected).length;
  const ownDue = (v: Vector) => {
    const due = dueByKind(v.kind, v.start, v.days, table);
    return due.ok ? due.value.due : '';
  };
  const perSecond = (n: number) => Math.round(n).toLocaleString('en-US').padStart(12);
  console.log('(a) Business-day due dates per second, one thread, without steps');
  console.log(`  the portal                 ${perSecond(ours)}   ${right(ownDue)} of ${vectors.length} public vectors right`);
  console.log(`  date-fns + date-holidays   ${perSecond(theirs)}   ${right(byLibraries)} of ${vectors.length} right   portal ÷ this = ${(ours / theirs).toFixed(0)}`);
  console.log(`  date-fns addBusinessDays   ${perSecond(weekends)}   knows weekends only            portal ÷ this = ${(ours / weekends).toFixed(1)}`);
}

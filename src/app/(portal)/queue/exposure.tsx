import type { ClosureAhead } from '@/domain/deadlines';
import type { PlanQueue } from '@/server/queries/list-plan-queue';
import { COUNT_CAP, countWords } from '@/shared/capped-count';
import { addDays, formatDay, formatDayWithoutYear, weekdayName, type CalendarDate } from '@/shared/calendar-date';
import { cents, formatCents, type Cents } from '@/shared/cents';
import { CivilDate } from '@/ui/civil-date';
import { ExposureStrip, type ExposureCell } from '@/ui/exposure-strip';

/** Sums of fines are round dollars. */
function dollars(count: number, each: Cents): string {
  const sum = formatCents(cents(Math.min(count, COUNT_CAP) * each)).replace(/\.00$/, '');
  return count > COUNT_CAP ? `more than ${sum}` : sum;
}

function overdueCell({ counts, fineCents }: PlanQueue): ExposureCell | null {
  if (counts.overdue === 0) return null;
  const others = [
    ...(counts.held === 0 ? [] : [`${countWords(counts.held)} more held: HFS has not decided the extension (D8)`]),
    ...(counts.fined_overdue === 0 ? [] : [`${countWords(counts.fined_overdue)} more fined already: there is one for each ticket at most (D11)`]),
  ];
  const title = counts.at_stake === 0 ? `${countWords(counts.overdue)} overdue` : `${countWords(counts.at_stake)} overdue: up to ${dollars(counts.at_stake, fineCents)} may be fined`;
  return { tone: 'late', title, text: others.length > 0 ? `${others.join('. ')}.` : `${dollars(1, fineCents)} for each late answer (R20)` };
}

function soonCell({ counts, fineCents, soonUntil }: PlanQueue): ExposureCell | null {
  if (counts.soon === 0) return null;
  return {
    tone: 'soon',
    title: `${countWords(counts.soon)} due within 3 business days: ${dollars(counts.soon, fineCents)}`,
    text: (
      <>
        by <CivilDate date={soonUntil} />
      </>
    ),
  };
}

/** `a`, `a and b`, `a, b and c`. */
function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function dayName(day: CalendarDate, today: CalendarDate, opensOn: CalendarDate): string {
  if (day === today) return 'today';
  if (day === opensOn) return `${weekdayName(day)} itself`;
  return day === addDays(today, 1) ? 'tomorrow' : formatDayWithoutYear(day);
}

function closureCell(closure: ClosureAhead, today: CalendarDate, fallsOn: number): ExposureCell {
  const closed = listed(closure.holidays.map((h) => `${formatDayWithoutYear(h.on)} (${h.name})`));
  const left = listed(closure.openDays.map((day) => dayName(day, today, closure.opensOn)));
  const answers = fallsOn === 1 ? '1 answer falls' : `${countWords(fallsOn)} answers fall`;
  return fallsOn === 0
    ? { tone: 'plain', title: `State offices are closed ${closed}.`, text: `They open again on ${formatDay(closure.opensOn)}.` }
    : { tone: 'plain', title: `${answers} on ${formatDay(closure.opensOn)}.`, text: `State offices are closed ${closed}, which leaves ${left}.` };
}

/** What may be fined, what falls due within 3 business days, and whether the office closes before then. */
export function Exposure({ queue }: { queue: PlanQueue }) {
  const { closure, today, counts } = queue;
  const stakes = [overdueCell(queue), soonCell(queue)].filter((cell) => cell !== null);
  const calm: ExposureCell = { tone: 'plain', title: 'Nothing is overdue or due within 3 business days.' };
  const cells = [...(stakes.length === 0 ? [calm] : stakes), ...(closure === null ? [] : [closureCell(closure, today, counts.falls_on)])];
  return <ExposureStrip cells={cells} label="What may be fined and when" />;
}

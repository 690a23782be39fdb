import { daysLeft, daysLeftWords, doneWords, isPast, opensWords, windowLeftWords, type RuleKind } from '@/domain/deadlines';
import { assertNever } from '@/shared/assert-never';
import { isAfter, type CalendarDate } from '@/shared/calendar-date';
import { Days, DueFace, type DueLook } from './due-face';

export type DueBadgeProps = {
  due: CalendarDate;
  today: CalendarDate;
  /** A missed duty is overdue; an unused window has ended; a missed target changes nothing. */
  kind?: RuleKind;
  /** `isSoon(today, due, table)`: within 3 business days. */
  soon?: boolean;
  /** The day on which it was done; then the days no longer grow. */
  doneOn?: CalendarDate | null;
  /** The date is the first day of a window that lies ahead, not a last day. */
  opens?: boolean;
  /** "Why this date?" in one line, opened by pressing the date: for rows that have no room for `WhyThisDate`. */
  why?: string;
};

const counted = (days: number) => (days === 1 ? '1 day' : `${days} days`);

function openWords(today: CalendarDate, due: CalendarDate, kind: RuleKind): string {
  switch (kind) {
    case 'duty':
      return daysLeftWords(today, due);
    case 'window':
      return windowLeftWords(today, due);
    case 'target':
      return isPast(today, due) ? `${counted(-daysLeft(today, due))} past the target` : daysLeftWords(today, due);
    default:
      return assertNever(kind);
  }
}

/** The days of a due date in words, and how much they matter. */
export function dueLook({ due, today, kind = 'duty', soon, doneOn, opens }: Omit<DueBadgeProps, 'why'>): DueLook {
  if (opens) return { words: opensWords(today, due), tone: 'far' };
  if (doneOn) return isAfter(doneOn, due) ? { words: doneWords(doneOn, due), tone: 'was', icon: 'clock-alert' } : { words: doneWords(doneOn, due), tone: 'far' };
  const words = openWords(today, due, kind);
  if (isPast(today, due)) return kind === 'duty' ? { words, tone: 'late', icon: 'circle-alert' } : { words, tone: 'far' };
  return soon ? { words, tone: 'soon', icon: 'clock-alert' } : { words, tone: 'far' };
}

/** The date in words, then the days; colour only when it matters. */
export function DueBadge({ why, ...date }: DueBadgeProps) {
  return <DueFace due={date.due} look={dueLook(date)} why={why} />;
}

/** The days left on the navy strip; a duty that is overdue is red there too. */
export function DueOnStrip({ due, today, kind = 'duty' }: Pick<DueBadgeProps, 'due' | 'today' | 'kind'>) {
  const isLate = kind === 'duty' && isPast(today, due);
  return <Days words={openWords(today, due, kind)} tone={isLate ? 'late' : 'turn'} icon={isLate ? 'circle-alert' : undefined} />;
}

import { daysLeft, daysLeftWords, doneWords, isPast, opensWords, windowLeftWords, type RuleKind } from '@/domain/deadlines';
import { assertNever } from '@/shared/assert-never';
import { isAfter, type CalendarDate } from '@/shared/calendar-date';
import { CivilDate } from '@/ui/civil-date';
import { Icon, type IconName } from '@/ui/icon';

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

type Look = { words: string; tone: keyof typeof TONES; icon?: IconName };

const TONES = {
  far: 'text-ink-soft',
  soon: 'tag bg-soon-wash text-soon border-soon-line',
  late: 'tag bg-late text-white border-late',
  was: 'tag bg-late-wash text-late border-late-line',
  turn: 'px-2 py-px rounded-tag leading-[1.4] bg-gold text-navy font-bold forced-colors:border',
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

function lookOf({ due, today, kind = 'duty', soon, doneOn, opens }: DueBadgeProps): Look {
  if (opens) return { words: opensWords(today, due), tone: 'far' };
  if (doneOn) return isAfter(doneOn, due) ? { words: doneWords(doneOn, due), tone: 'was', icon: 'clock-alert' } : { words: doneWords(doneOn, due), tone: 'far' };
  const words = openWords(today, due, kind);
  if (isPast(today, due)) return kind === 'duty' ? { words, tone: 'late', icon: 'circle-alert' } : { words, tone: 'far' };
  return soon ? { words, tone: 'soon', icon: 'clock-alert' } : { words, tone: 'far' };
}

/** The date in words, then the days; colour only when it matters. */
export function DueBadge(props: DueBadgeProps) {
  const look = lookOf(props);
  const date = <CivilDate date={props.due} />;
  if (props.why === undefined)
    return (
      <span className="due due-line">
        {date}
        <Days {...look} />
      </span>
    );
  return (
    <details className="due">
      <summary className="due-line">
        {date}
        <Days {...look} />
        <span className="sr-only">Why this date?</span>
      </summary>
      <p>{props.why}</p>
    </details>
  );
}

function Days({ words, tone, icon }: Look) {
  return (
    <span className={`days ${TONES[tone]}`}>
      {icon && <Icon name={icon} className="size-[1em]" />}
      {words}
    </span>
  );
}

/** The days left on the navy strip; a duty that is overdue is red there too. */
export function DueOnStrip({ due, today, kind = 'duty' }: Pick<DueBadgeProps, 'due' | 'today' | 'kind'>) {
  const isLate = kind === 'duty' && isPast(today, due);
  return <Days words={openWords(today, due, kind)} tone={isLate ? 'late' : 'turn'} icon={isLate ? 'circle-alert' : undefined} />;
}

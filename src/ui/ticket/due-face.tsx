import type { CalendarDate } from '@/shared/calendar-date';
import { CivilDate } from '@/ui/civil-date';
import { Icon, type IconName } from '@/ui/icon';

/** The days beside a date, and how much they matter. */
export type DueLook = { words: string; tone: keyof typeof TONES; icon?: IconName };

const TONES = {
  far: 'text-ink-soft',
  soon: 'tag bg-soon-wash text-soon border-soon-line',
  late: 'tag bg-late text-white border-late',
  was: 'tag bg-late-wash text-late border-late-line',
  turn: 'px-2 py-px rounded-tag leading-[1.4] bg-gold text-navy font-bold forced-colors:border',
};

type DueFaceProps = { due: CalendarDate; look: DueLook; /** Why it is that date, in one line, opened by pressing the date. */ why?: string };

/** What `DueBadge` draws once it is known how the date looks. */
export function DueFace({ due, look, why }: DueFaceProps) {
  if (why === undefined)
    return (
      <span className="due due-line">
        <CivilDate date={due} />
        <Days {...look} />
      </span>
    );
  return (
    <details className="due">
      <summary className="due-line">
        <CivilDate date={due} />
        <Days {...look} />
        <span className="sr-only">Why this date?</span>
      </summary>
      <p>{why}</p>
    </details>
  );
}

export function Days({ words, tone, icon }: DueLook) {
  return (
    <span className={`days ${TONES[tone]}`}>
      {icon && <Icon name={icon} className="size-[1em]" />}
      {words}
    </span>
  );
}

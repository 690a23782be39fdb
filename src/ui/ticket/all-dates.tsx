import type { RuleKind } from '@/domain/deadlines';
import { isAfter, type CalendarDate } from '@/shared/calendar-date';
import { CivilDate } from '@/ui/civil-date';
import { Disclosure } from '@/ui/disclosure';
import { Icon } from '@/ui/icon';
import { DueBadge } from './due-badge';
import { WhyThisDate, type DateReason } from './why-this-date';

export type ClockView = {
  id: string;
  /** "Your reply", "The plan’s answer" */
  label: string;
  due: CalendarDate;
  kind: RuleKind;
  soon?: boolean;
  reason: DateReason;
  /** How it ended; null while it runs. `lapsed`, `superseded` and `stopped` have no day on which it was done. */
  ended: { how: 'met' | 'met_late' | 'lapsed' | 'superseded' | 'stopped'; on: CalendarDate } | null;
  /** The word before the day on which it was met: "came", "done", "asked". */
  doneWord?: string;
};

type AllDatesProps = { clocks: readonly ClockView[]; today: CalendarDate };

/** As many ended dates stand open beside a running one; more would bury it. */
const MOST_OPEN = 3;

/** Every clock of a ticket that the reader may see, each with its reason: what runs first, what has ended folded away. */
export function AllDates({ clocks, today }: AllDatesProps) {
  const ended = clocks.filter((clock) => clock.ended !== null);
  if (ended.length <= MOST_OPEN) return <ClockRows clocks={clocks} today={today} />;
  const running = clocks.filter((clock) => clock.ended === null);
  return (
    <div className="grid gap-4">
      {running.length > 0 && <ClockRows clocks={running} today={today} />}
      <Disclosure summary={`${ended.length} dates that have ended`}>
        <ClockRows clocks={ended} today={today} />
      </Disclosure>
    </div>
  );
}

function ClockRows({ clocks, today }: AllDatesProps) {
  return (
    <ul className="grid gap-4">
      {clocks.map((clock) => (
        <ClockRow key={clock.id} clock={clock} today={today} />
      ))}
    </ul>
  );
}

export function ClockRow({ clock, today }: { clock: ClockView; today: CalendarDate }) {
  return (
    <li>
      <b className="block">{clock.label}</b>
      {clock.ended === null ? (
        <DueBadge due={clock.due} today={today} kind={clock.kind} soon={clock.soon} />
      ) : (
        <>
          {clock.kind === 'duty' ? 'due' : 'by'} <CivilDate date={clock.due} />
          <EndedLine clock={clock} />
        </>
      )}
      <WhyThisDate reason={clock.reason} today={today} form="line" />
    </li>
  );
}

const ENDED_WORDS = { lapsed: 'This time has ended', superseded: 'Replaced by a later date', stopped: 'No longer runs' };

/** "✓ came Nov 20", "came Nov 20, late", "This time has ended". */
export function EndedLine({ clock }: { clock: Pick<ClockView, 'ended' | 'due' | 'doneWord'> }) {
  const { ended, due, doneWord = 'done' } = clock;
  if (ended === null) return null;
  if (ended.how !== 'met' && ended.how !== 'met_late') return <span className="block text-ink-soft">{ENDED_WORDS[ended.how]}</span>;
  const isLate = ended.how === 'met_late' || isAfter(ended.on, due);
  return (
    <span className={isLate ? 'block text-late' : 'block text-done'}>
      <Icon name={isLate ? 'clock-alert' : 'check'} /> {doneWord} <CivilDate date={ended.on} format="short" />
      {isLate && ', late'}
    </span>
  );
}

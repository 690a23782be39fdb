import type { SandboxClock } from '@/server/sandbox/read-clock';
import type { ClockMove } from '@/server/sandbox/clock-move';
import { daysBetween, formatDay } from '@/shared/calendar-date';
import { chicagoDay } from '@/shared/chicago';
import { ButtonLink } from '@/ui/button';
import { Panel, PanelBody } from '@/ui/panel';
import { happenedWords } from './move-words';
import { LookAgain } from './look-again';

/** How far a move has come, day by day. */
export function MoveProgress({ move, isWorkerSilent }: { move: ClockMove } & Pick<SandboxClock, 'isWorkerSilent'>) {
  const from = chicagoDay(move.fromAt);
  const target = chicagoDay(move.targetAt);
  const days = daysBetween(from, target);
  const done = move.reachedOn === null ? 0 : daysBetween(from, move.reachedOn);
  return (
    <Panel labelledBy="moving">
      <PanelBody className="grid gap-3">
        <h2 id="moving">The clock moves to {formatDay(target)}</h2>
        <progress className="w-full h-4 appearance-none overflow-hidden rounded-tag bg-line [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-action [&::-moz-progress-bar]:bg-action" max={days} value={done} aria-label="Days that have passed" />
        <p role="status">
          {move.reachedOn === null ? 'It is about to start.' : `${done} of ${days} ${days === 1 ? 'day has' : 'days have'} passed: it is ${formatDay(move.reachedOn)}.`}
        </p>
        {happenedWords(move).length > 0 && <p>So far: {happenedWords(move).join(', ')}.</p>}
        {isWorkerSilent && <p>The worker has not taken this up yet. When it runs again, the clock moves.</p>}
        <LookAgain />
        <noscript>
          <meta httpEquiv="refresh" content="2" />
        </noscript>
        <p>
          <ButtonLink href="/sandbox/clock" variant="secondary">
            Look again
          </ButtonLink>
        </p>
      </PanelBody>
    </Panel>
  );
}

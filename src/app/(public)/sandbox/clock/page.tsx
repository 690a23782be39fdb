import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ClockMove } from '@/server/sandbox/clock-move';
import { readSandboxClock } from '@/server/sandbox/read-clock';
import { formatDay } from '@/shared/calendar-date';
import { chicagoDay, formatChicagoInstant } from '@/shared/chicago';
import { AppLink } from '@/ui/app-link';
import { PageTitle } from '@/ui/frame/page-title';
import { Notice } from '@/ui/notice';
import { Wrap } from '@/ui/wrap';
import { MoveForm } from './move-form';
import { MoveProgress } from './move-progress';
import { happenedWords } from './move-words';

export const metadata: Metadata = { title: 'Move the clock' };

export default async function MoveClockPage() {
  const clock = await readSandboxClock();
  if (clock === null) notFound();
  const { move, now, today, targets } = clock;
  const isMoving = move !== null && move.finishedAt === null;
  const isAtEnd = today >= targets.lastDay;
  return (
    <Wrap className="pt-8">
      <div className="grid gap-6 max-w-[48rem]">
        <PageTitle title="Move the clock" lead={`It is ${formatChicagoInstant(now)} in this sandbox, and time runs on while the portal runs.`} />
        {move !== null && !isMoving && <Arrived move={move} />}
        {isMoving && <MoveProgress move={move} isWorkerSilent={clock.isWorkerSilent} />}
        {!isMoving && !isAtEnd && (
          <section className="grid gap-4" aria-labelledby="move">
            <h2 id="move">Let time pass</h2>
            <p>Every day on the way is lived through: tickets fall overdue, fines are proposed, windows lapse, and each day’s e-mail is sent before the next day comes. The clock never goes back. Nobody is signed out.</p>
            <MoveForm targets={targets} today={today} />
          </section>
        )}
        {isAtEnd && <p>The table of State holidays ends with {formatDay(targets.lastDay)}, and so does this sandbox. <code>npm run sandbox:reset</code> starts over.</p>}
      </div>
    </Wrap>
  );
}

function Arrived({ move }: { move: ClockMove }) {
  const happened = happenedWords(move);
  return (
    <Notice tone="success" title={`From ${formatDay(chicagoDay(move.fromAt))} to ${formatDay(chicagoDay(move.targetAt))}`} announce>
      {happened.length === 0 ? <p>Nothing fell due, and no e-mail was sent.</p> : <ul>{happened.map((words) => <li key={words}>{words}</li>)}</ul>}
      <p className="mt-2">
        <AppLink href="/sandbox/mailbox">Open the mailbox</AppLink>
      </p>
    </Notice>
  );
}

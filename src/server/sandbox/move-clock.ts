import { SYSTEM } from '@/domain/access/actor';
import { addDays, compareDays, laterOf, type CalendarDate } from '@/shared/calendar-date';
import { chicagoDay, chicagoInstant } from '@/shared/chicago';
import { realNow } from '../clock';
import { asActor, type Scope } from '../db/as-actor';
import { dateOf } from '../db/dates';
import type { MailServer } from '../jobs/deliver-message';
import { prepareAlerts } from '../jobs/prepare-alerts';
import { remind } from '../jobs/remind';
import { sweep } from '../jobs/sweep';
import { moveFromRow, type ClockMove } from './clock-move';
import { deliverWaitingMail } from './deliver-mail';

export type MovingPortal = { portalUrl: string; mail: MailServer; isStopping: () => boolean };

/** The first sweep of a day runs at this time. */
const SWEPT_AT = '01:07';
/** Reminders and digests go out at this time. */
const REMINDED_AT = '08:01';

function findMove(moveId: string): Promise<ClockMove | null> {
  return asActor(SYSTEM, async ({ tx, isSandbox }) => {
    const row = isSandbox ? await tx.sandboxMove.findUnique({ where: { id: moveId } }) : null;
    return row === null ? null : moveFromRow(row);
  });
}

/** Puts the clock at an instant; it never goes back. */
async function setClock({ tx }: Scope, at: Date): Promise<void> {
  const real = realNow();
  await tx.$executeRaw`UPDATE sandbox_marker SET anchor_real_at = ${real}::timestamptz, anchor_portal_at = ${at}::timestamptz, seen_real_at = ${real}::timestamptz
    WHERE portal_time(${real}::timestamptz) < ${at}::timestamptz`;
}

type Counts = Pick<ClockMove, 'overdue' | 'finesProposed' | 'lapsed' | 'mailsAccepted' | 'mailsFailed' | 'mailsWaiting'>;

/** What happened since the clock was set off, counted from the record itself, so that a worker that was killed miscounts nothing. */
async function countSince({ tx }: Scope, fromAt: Date): Promise<Counts> {
  const [counts] = await tx.$queryRaw<Counts[]>`
    SELECT count(*) FILTER (WHERE type = 'OverdueMarked')::int AS overdue,
      count(*) FILTER (WHERE type = 'FineProposed')::int AS "finesProposed",
      count(*) FILTER (WHERE type = 'WindowLapsed')::int AS lapsed,
      (SELECT count(*) FROM outbox WHERE accepted_at >= ${fromAt}::timestamptz)::int AS "mailsAccepted",
      (SELECT count(*) FROM outbox WHERE status = 'failed' AND last_attempt_at >= ${fromAt}::timestamptz)::int AS "mailsFailed",
      (SELECT count(*) FROM outbox WHERE status = 'queued')::int AS "mailsWaiting"
    FROM ticket_events WHERE recorded_at >= ${fromAt}::timestamptz AND actor_role = 'system'`;
  if (counts === undefined) throw new Error('Counting gives a row.');
  return counts;
}

async function liveDay(move: ClockMove, day: CalendarDate, portal: MovingPortal): Promise<void> {
  await asActor(SYSTEM, (scope) => setClock(scope, chicagoInstant(day, SWEPT_AT)));
  const { draftsDeleted: _unseen, ...happened } = await sweep(portal.portalUrl);
  await deliverWaitingMail(portal.mail);
  await asActor(SYSTEM, (scope) => setClock(scope, chicagoInstant(day, REMINDED_AT)));
  const reminded = await remind(portal.portalUrl);
  await prepareAlerts();
  if (reminded.reminders + reminded.digests > 0) await deliverWaitingMail(portal.mail);
  const isQuiet = Object.values({ ...happened, ...reminded }).every((n) => n === 0);
  await asActor(SYSTEM, async (scope) => {
    const counts = isQuiet ? {} : await countSince(scope, move.fromAt);
    await scope.tx.sandboxMove.updateMany({ where: { id: move.id }, data: { reachedOn: dateOf(day), ...counts } });
  });
}

/**
 * Moves the sandbox's clock to where it was asked to go, day by day as time would have: at 1:07 what the day brings by
 * itself, at 8:01 its reminders, each with its mail, then the next day. A worker that stops or is killed on the way goes
 * on from the day it had reached. Does nothing on a database that is no sandbox, and nothing when it is done already.
 */
export async function moveClock(moveId: string, portal: MovingPortal): Promise<void> {
  const move = await findMove(moveId);
  if (move === null || move.finishedAt !== null) return;
  await asActor(SYSTEM, ({ tx }) => tx.sandboxMove.updateMany({ where: { id: moveId, startedAt: null }, data: { startedAt: realNow() } }));
  const target = chicagoDay(move.targetAt);
  const first = addDays(laterOf(move.reachedOn ?? chicagoDay(move.fromAt), chicagoDay(move.fromAt)), 1);
  for (let day = first; compareDays(day, target) <= 0; day = addDays(day, 1)) {
    if (portal.isStopping()) throw new Error('The worker stops; the clock moves on when it is back.');
    await liveDay(move, day, portal);
  }
  await asActor(SYSTEM, async (scope) => {
    await setClock(scope, move.targetAt);
    await scope.tx.sandboxMove.updateMany({ where: { id: moveId }, data: { finishedAt: realNow(), ...(await countSince(scope, move.fromAt)) } });
  });
}

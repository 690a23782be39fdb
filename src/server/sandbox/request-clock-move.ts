import type { CalendarDate } from '@/shared/calendar-date';
import { chicagoInstant } from '@/shared/chicago';
import type { DomainError } from '@/shared/domain-error';
import { err, ok, type Result } from '@/shared/result';
import { realNow } from '../clock';
import { enqueueJob } from '../db/append-messages';
import { database } from '../db/database';
import { newId } from '../new-id';
import { targetOf, type MoveKind } from './clock-targets';
import { readSandboxClock } from './read-clock';

/** `seenOn` is the day that the form had shown: a form sent twice moves the clock once. */
export type MoveRequest = { kind: MoveKind; date: CalendarDate | null; seenOn: CalendarDate };

/** A moved clock stands in the morning of its day, when offices open. */
const ARRIVES_AT = '09:00';

const UNDER_WAY: DomainError = { kind: 'conflict', reason: 'The clock is moving already. Wait until it has arrived, then move it on.' };

/**
 * Asks for a move of the sandbox's clock; the worker does it, for only it can act as the system. Anybody may ask: a
 * sandbox belongs to whoever looks at it. `not_found` on every database that is no sandbox.
 */
export async function requestClockMove(request: MoveRequest): Promise<Result<null>> {
  const clock = await readSandboxClock();
  if (clock === null) return err({ kind: 'not_found' });
  if (clock.move !== null && clock.move.finishedAt === null) return err(UNDER_WAY);
  if (request.seenOn !== clock.today) return err({ kind: 'conflict', reason: 'The clock has moved since this page was shown. Look where it stands, then move it on.' });
  const target = targetOf(request.kind, request.date, clock.today, clock.targets);
  if (!target.ok) return err({ kind: 'invalid', issues: [{ field: request.kind === 'date' ? 'date' : 'kind', message: target.error }] });
  const id = newId();
  const move = { id, kind: request.kind, requestedAt: realNow(), fromAt: clock.now, targetAt: chicagoInstant(target.value, ARRIVES_AT) };
  const isFirst = await database('web').$transaction(async (tx) => {
    // Two at once: the second finds the first under its unique key.
    const { count } = await tx.sandboxMove.createMany({ data: [move], skipDuplicates: true });
    if (count > 0) await enqueueJob(tx, 'sandbox-move-clock', { moveId: id }, id);
    return count > 0;
  });
  return isFirst ? ok(null) : err(UNDER_WAY);
}

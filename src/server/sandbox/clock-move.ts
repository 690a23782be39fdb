import type { CalendarDate } from '@/shared/calendar-date';
import type { Scope } from '../db/as-actor';
import { dayOrNull } from '../db/dates';

/** One move of the sandbox's clock: where it has come to, and what happened on the way. */
export type ClockMove = {
  id: string;
  requestedAt: Date;
  fromAt: Date;
  targetAt: Date;
  startedAt: Date | null;
  reachedOn: CalendarDate | null;
  finishedAt: Date | null;
  overdue: number;
  finesProposed: number;
  lapsed: number;
  mailsAccepted: number;
  mailsFailed: number;
  mailsWaiting: number;
};

type Row = Omit<ClockMove, 'reachedOn'> & { reachedOn: Date | null };

export function moveFromRow(row: Row): ClockMove {
  const { id, requestedAt, fromAt, targetAt, startedAt, finishedAt, overdue, finesProposed, lapsed, mailsAccepted, mailsFailed, mailsWaiting } = row;
  return { id, requestedAt, fromAt, targetAt, startedAt, reachedOn: dayOrNull(row.reachedOn), finishedAt, overdue, finesProposed, lapsed, mailsAccepted, mailsFailed, mailsWaiting };
}

/** The move that was asked for last, finished or not. */
export async function findLatestMove({ tx }: Scope): Promise<ClockMove | null> {
  const row = await tx.sandboxMove.findFirst({ orderBy: { requestedAt: 'desc' } });
  return row === null ? null : moveFromRow(row);
}

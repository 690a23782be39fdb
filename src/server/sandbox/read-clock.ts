import { RULE_IDS } from '@/domain/deadlines';
import type { CalendarDate } from '@/shared/calendar-date';
import { realNow } from '../clock';
import { asPublic, type Scope } from '../db/as-actor';
import { dayOrNull } from '../db/dates';
import { findLatestMove, type ClockMove } from './clock-move';
import { clockTargets, type ClockTargets } from './clock-targets';

/** What the page of the sandbox's clock shows. */
export type SandboxClock = { now: Date; today: CalendarDate; targets: ClockTargets; move: ClockMove | null; isWorkerSilent: boolean };

/** A worker takes up a move within seconds. */
const SILENT_AFTER_MS = 15_000;

async function findNextDue({ tx, today }: Scope): Promise<CalendarDate | null> {
  const [row] = await tx.$queryRaw<{ due: Date | null }[]>`SELECT sandbox_next_due(${today}::date, ${[...RULE_IDS]}::text[]) AS due`;
  return dayOrNull(row?.due ?? null);
}

/** The sandbox's clock, for any visitor; null on every database that is no sandbox. */
export function readSandboxClock(): Promise<SandboxClock | null> {
  return asPublic(async (scope) => {
    if (!scope.isSandbox) return null;
    const { now, today, holidays } = scope;
    const move = await findLatestMove(scope);
    const targets = clockTargets(today, await findNextDue(scope), holidays);
    const isWorkerSilent = move !== null && move.startedAt === null && realNow().getTime() - move.requestedAt.getTime() > SILENT_AFTER_MS;
    return { now, today, targets, move, isWorkerSilent };
  });
}

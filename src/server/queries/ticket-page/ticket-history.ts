import { ROLE_NAMES, isStateRole } from '@/domain/access/actor';
import type { EventType } from '@/domain/tickets/events';
import { REVIEW_EVENT_DATA, type ReviewEventType } from '@/domain/tickets/review-events';
import { historyKindOf, historyKindsFor, type HistoryKind } from '@/domain/tickets/history-kinds';
import { historyWords, type Change } from '@/domain/tickets/history-words';
import { chicagoDay } from '@/shared/chicago';
import type { CalendarDate } from '@/shared/calendar-date';
import { HISTORY_PAGE, type HistoryRow } from '../../db/find-history';
import type { PageContext } from './page-context';
import { REQUEST_TOLD } from './ticket-requests';

export type HistoryItem = {
  seq: number;
  at: Date;
  /** Where it takes effect on another day than that on which it was recorded. */
  effectiveOn: CalendarDate | null;
  title: string;
  details: string[];
  changes: Change[];
  by: string;
  moved: boolean;
};

/** One page of the history, of one kind or of all; `kinds` are those that the reader can choose. */
export type HistoryView = { items: HistoryItem[]; /** Where older ones go on. */ olderBefore: number | null; isNewest: boolean; kind: HistoryKind | null; kinds: HistoryKind[] };

export type HistoryWanted = { before: number; kind: HistoryKind | null };

/** Where the history begins when no other place is asked for. */
export const FROM_THE_NEWEST = 2_147_483_647;

/** All events of the review by HFS stand on the page in their own place. */
const REVIEW_EVENTS = Object.keys(REVIEW_EVENT_DATA) as ReviewEventType[];

/** Events that the page tells of in their own place, so they are read wherever they stand in the history. */
export const TOLD_EVENTS: readonly EventType[] = ['ComplaintSubmitted', 'ResponseSubmitted', 'ResponseContested', 'ReviewRequested', 'ReturnedAsClosed', 'Withdrawn', 'ConfirmedResolved', 'Reopened', 'PlanAsked', 'PortalTeamAnswered', ...REQUEST_TOLD, ...REVIEW_EVENTS];

function byWords(row: HistoryRow, ctx: PageContext): string {
  if (row.actorRole === 'system') return ROLE_NAMES.system;
  if (row.actorOrganization === ctx.actor.organizationName) return row.actorName;
  return `${row.actorName}, ${isStateRole(row.actorRole) ? ROLE_NAMES[row.actorRole] : row.actorOrganization}`;
}

function movedBy({ fromStatus, toStatus }: HistoryRow) {
  return fromStatus === null || fromStatus === toStatus ? null : { from: fromStatus, to: toStatus };
}

/** One event as this reader reads it. */
export function historyItem(row: HistoryRow, ctx: PageContext): HistoryItem {
  return {
    seq: row.seq,
    at: row.recordedAt,
    effectiveOn: row.effectiveOn === chicagoDay(row.recordedAt) ? null : row.effectiveOn,
    ...historyWords(row, { reference: ctx.reference, planCode: ctx.ticket.planCode, isMine: row.actorId !== null && row.actorId === ctx.actor.personId, moved: movedBy(row), started: row.started }),
    by: byWords(row, ctx),
    moved: row.fromStatus !== row.toStatus,
  };
}

/** One page of what happened, newest first. */
export function ticketHistory(ctx: PageContext, rows: readonly HistoryRow[], { before, kind }: HistoryWanted): HistoryView {
  const older = rows.filter((r) => r.seq < before && (kind === null || historyKindOf(r.type) === kind));
  const shown = older.slice(0, HISTORY_PAGE);
  const last = shown.at(-1);
  return { items: shown.map((row) => historyItem(row, ctx)), kind, kinds: historyKindsFor(ctx.actor.role), olderBefore: older.length > HISTORY_PAGE && last !== undefined ? last.seq : null, isNewest: before === FROM_THE_NEWEST };
}

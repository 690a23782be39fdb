import type { CalendarDate } from '@/shared/calendar-date';
import type { Role } from '@/domain/access/actor';
import type { RuleId } from '@/domain/deadlines';
import type { EventType } from '@/domain/tickets/events';
import type { HistoryEvent } from '@/domain/tickets/history-words';
import type { Status } from '@/domain/tickets/status';
import type { Tx } from './database';
import type { FileRow } from './files';

/** One event of a ticket as a page reads it: without hashes, and without the outcomes per line, which the claim lines hold. */
export type HistoryRow = HistoryEvent & {
  seq: number;
  actorId: string | null;
  actorName: string;
  actorRole: Role;
  actorOrganization: string;
  fromStatus: Status | null;
  toStatus: Status;
  started: { ruleId: RuleId; dueOn: CalendarDate }[];
  effectiveOn: CalendarDate;
  recordedAt: Date;
  /** How far the reader had read the messages and questions; null when nothing yet. */
  seenSeq: number | null;
  /** What was attached to it, as far as the reader may see it. */
  attached: Pick<FileRow, 'id' | 'name' | 'kind' | 'bytes' | 'state' | 'fault'>[];
};

export const HISTORY_PAGE = 50;
export const MESSAGE_PAGE = 50;

/** Where the pages of the history and of the messages begin: before these events. */
export type HistoryPosition = { before: number; messagesBefore: number; /** The events that the page is of; null for all. */ types?: readonly EventType[] | null; /** All events instead of a page. */ isWhole?: boolean };

/**
 * The newest events that the actor may read, one more than a page, the newest messages likewise, and wherever they stand
 * those of the types in `always` and those with files.
 */
export function findHistory(tx: Tx, ticketId: string, { before, messagesBefore, types = null, isWhole = false }: HistoryPosition, always: readonly EventType[]): Promise<HistoryRow[]> {
  return tx.$queryRaw<HistoryRow[]>`
    WITH readable AS (
      SELECT * FROM ticket_events WHERE ticket_id = ${ticketId}::uuid
    ), page AS (SELECT seq FROM readable WHERE seq < ${before} AND (${types === null} OR type = ANY (${[...(types ?? [])]}::text[])) ORDER BY seq DESC LIMIT ${HISTORY_PAGE + 1}),
      talk AS (SELECT seq FROM readable WHERE type = 'MessagePosted' AND seq < ${messagesBefore} ORDER BY seq DESC LIMIT ${MESSAGE_PAGE + 1}),
      attached AS (SELECT event_seq, jsonb_agg(jsonb_build_object('id', id, 'name', name, 'kind', kind, 'bytes', bytes, 'state', state, 'fault', fault) ORDER BY uploaded_at, id) AS list
        FROM files WHERE ticket_id = ${ticketId}::uuid AND event_seq IS NOT NULL GROUP BY event_seq)
    SELECT r.seq, r.type, r.data - 'outcomes' - 'lines' AS data, r.actor_id AS "actorId", r.actor_name AS "actorName", r.actor_role AS "actorRole",
      r.actor_organization AS "actorOrganization", r.from_status AS "fromStatus", r.to_status AS "toStatus",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('ruleId', c->>'ruleId', 'dueOn', c->>'dueOn')), '[]') FROM jsonb_array_elements(r.clocks->'started') c) AS started,
      r.effective_on::text AS "effectiveOn", r.recorded_at AS "recordedAt",
      (SELECT s.seen_seq FROM conversation_reads s WHERE s.ticket_id = ${ticketId}::uuid AND s.person_id = app_user()) AS "seenSeq",
      coalesce(a.list, '[]') AS attached
    FROM readable r LEFT JOIN attached a ON a.event_seq = r.seq WHERE ${isWhole} OR a.event_seq IS NOT NULL OR r.seq IN (SELECT seq FROM page) OR r.seq IN (SELECT seq FROM talk) OR r.type = ANY (${[...always]}::text[])
    ORDER BY r.seq DESC`;
}

import type { PersonActor } from '@/domain/access/actor';
import { asReader } from '../db/as-actor';
import { countAllTickets, type AllTicketsFilters } from '../db/find-all-tickets';
import { countQueueViews, type PlanQueueTab, type QueueFilters } from '../db/find-plan-queue';
import { plansInScope } from '../db/plan-scope';
import { readInIndexOrder } from '../db/queue-sql';
import { columnsOfList, VIEWED_LISTS, type ViewedList } from '../db/viewed-lists';
import { planCodesOf, queueDays } from './queue-days';

export { columnsOfList, VIEWED_LISTS };
export type { ViewedList };

export type SavedView = { id: string; name: string; /** Its filters and order, as parts of the list's address. */ parts: Record<string, string>; isShared: boolean; isMine: boolean; savedBy: string };

/** What a reader has made of a list: the own views and those that colleagues share, and the columns; null for the usual ones. */
export type ListChoices = { views: SavedView[]; columns: string[] | null };

type Row = { columns: unknown; id: string | null; name: string | null; parts: Record<string, string> | null; is_shared: boolean | null; person_id: string | null; person_name: string | null };

/** The reader's own dozen, and of those that colleagues share as many as fit beside them. */
const MOST_LISTED = 24;

/** The reader's views and columns of a list, in one query. */
export function getListChoices(actor: PersonActor, list: ViewedList): Promise<ListChoices> {
  return asReader(actor, async ({ tx }) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT c.choice AS columns, v.* FROM (SELECT 1) AS one
      LEFT JOIN person_choices c ON c.person_id = ${actor.personId}::uuid AND c.about = ${columnsOfList(list)}
      LEFT JOIN LATERAL (SELECT id, name, parts, is_shared, person_id, person_name FROM saved_views
        WHERE organization_id = ${actor.organizationId}::uuid AND list = ${list} AND (person_id = ${actor.personId}::uuid OR is_shared)
        ORDER BY person_id = ${actor.personId}::uuid DESC, name, id LIMIT ${MOST_LISTED}) AS v ON true ORDER BY v.name, v.id`;
    const columns = rows[0]?.columns;
    return {
      columns: Array.isArray(columns) ? columns.filter((c) => typeof c === 'string') : null,
      views: rows.flatMap((r) =>
        r.id === null || r.name === null || r.parts === null ? [] : [{ id: r.id, name: r.name, parts: r.parts, isShared: r.is_shared === true, isMine: r.person_id === actor.personId, savedBy: r.person_name ?? '' }],
      ),
    };
  });
}

export type QueueView = { tab: PlanQueueTab; filters: QueueFilters };

/** How many tickets each of these views of a plan's queue holds, up to the cap. */
export async function countViewsOfQueue(actor: PersonActor, views: readonly QueueView[]): Promise<number[]> {
  if (views.length === 0) return [];
  return asReader(actor, async (scope) => {
    await readInIndexOrder(scope.tx);
    return countQueueViews(scope, planCodesOf(scope, actor), views, queueDays(scope, null));
  });
}

/** The same of views of all tickets. */
export async function countViewsOfTickets(actor: PersonActor, views: readonly AllTicketsFilters[]): Promise<number[]> {
  if (views.length === 0) return [];
  return asReader(actor, async (scope) => {
    const plans = await plansInScope(scope, actor);
    await readInIndexOrder(scope.tx);
    return countAllTickets(scope, plans, views, actor.role === 'account_manager');
  });
}

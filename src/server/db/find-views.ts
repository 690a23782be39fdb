import type { Role } from '@/domain/access/actor';
import type { Tx } from './database';

/** That a person opened a ticket within an hour. */
export type ViewRow = { hour: Date; personId: string; personName: string; role: Role; organization: string };

/** Where the next page goes on: behind this row. */
export type ViewPosition = { hour: Date; personId: string };

export const VIEWS_PAGE = 50;

/** Who opened a ticket, the latest first, one more than a page; `organizationId` narrows it to one organization's people. */
export function findViews(tx: Tx, ticketId: string, organizationId: string | null, after: ViewPosition | null): Promise<ViewRow[]> {
  const hour = after?.hour ?? null;
  const person = after?.personId ?? null;
  return tx.$queryRaw<ViewRow[]>`
    SELECT v.hour, v.person_id AS "personId", v.person_name AS "personName", v.role, o.name AS organization
    FROM ticket_views v JOIN organizations o ON o.id = v.organization_id
    WHERE v.ticket_id = ${ticketId}::uuid AND (${organizationId}::uuid IS NULL OR v.organization_id = ${organizationId}::uuid)
      AND (${hour}::timestamptz IS NULL OR v.hour < ${hour}::timestamptz OR (v.hour = ${hour}::timestamptz AND v.person_id > ${person}::uuid))
    ORDER BY v.hour DESC, v.person_id LIMIT ${VIEWS_PAGE + 1}`;
}

import type { Status } from '@/domain/tickets/status';
import type { Tx } from './database';

/** The statuses that a ticket has had with the plan it is with now, for whoever reads its whole history. */
export async function findStatusesHad(tx: Tx, ticketId: string): Promise<Status[]> {
  const rows = await tx.$queryRaw<{ status: Status }[]>`
    SELECT DISTINCT e.to_status AS status FROM ticket_events e JOIN tickets t ON t.id = e.ticket_id
    WHERE e.ticket_id = ${ticketId}::uuid AND e.seq >= coalesce(t.plan_since_seq, 1) ORDER BY 1`;
  return rows.map((r) => r.status);
}

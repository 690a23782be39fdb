import type { RuleId } from '@/domain/deadlines';
import type { Clock } from '@/domain/tickets/clock';
import type { Tx } from './database';
import { clockFromRow } from './ticket-rows';

/** The clocks of some rules on several tickets, oldest first, by ticket. */
export async function findClocksOf(tx: Tx, ticketIds: readonly string[], ruleIds: readonly RuleId[]): Promise<Map<string, Clock[]>> {
  if (ticketIds.length === 0) return new Map();
  const rows = await tx.clock.findMany({ where: { ticketId: { in: [...ticketIds] }, ruleId: { in: [...ruleIds] } }, orderBy: [{ startedAt: 'asc' }, { id: 'asc' }] });
  const byTicket = new Map<string, Clock[]>();
  for (const row of rows) byTicket.set(row.ticketId, [...(byTicket.get(row.ticketId) ?? []), clockFromRow(row)]);
  return byTicket;
}

import type { ClaimLine } from '@/domain/tickets/ticket';
import { cents } from '@/shared/cents';
import type { Tx } from './database';

/** The amount in dispute of every claim line of a ticket, by line. */
export async function findClaimAmounts(tx: Tx, ticketId: string): Promise<Map<number, Pick<ClaimLine, 'lineNo' | 'disputedCents'>>> {
  const rows = await tx.claimLine.findMany({ where: { ticketId }, orderBy: { lineNo: 'asc' }, select: { lineNo: true, disputedCents: true } });
  return new Map(rows.map((r) => [r.lineNo, { lineNo: r.lineNo, disputedCents: cents(Number(r.disputedCents)) }]));
}

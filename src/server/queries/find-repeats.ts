import type { PersonActor } from '@/domain/access/actor';
import type { ComplaintDraft } from '@/domain/tickets/complaint-draft';
import type { CloseReason, Status } from '@/domain/tickets/status';
import { asActor } from '../db/as-actor';
import { isId } from '../db/find-draft';

/** An earlier ticket for the same provider that says the same. */
export type Repeat = { ticketId: string; number: string; status: Status; closeReason: CloseReason | null; sameTrackingNumber: boolean; claimNumbers: string[] };

const MOST_SHOWN = 10;

type Row = { id: string; number: string; status: Status; close_reason: CloseReason | null; same_tracking: boolean; claims: string[] | null };

/**
 * Tickets for the organization of this draft that have its plan and tracking number, or the number of one of its
 * claims, newest first; the ticket that is filed again is none (D17). At most ten.
 */
export function findRepeats(actor: PersonActor, draft: ComplaintDraft, refilesTicketId: string | null): Promise<Repeat[]> {
  const { organizationId, planCode } = draft;
  const trackingNumber = draft.trackingNumber.trim();
  const claimNumbers = [...new Set(draft.claims.map((c) => c.claimNumber.trim()).filter((n) => n !== ''))];
  if (!isId(organizationId)) return Promise.resolve([]);
  return asActor(actor, async ({ tx }) => {
    // NB: from what is alike to the organization, each by its own index; the other way round every ticket is looked at.
    const rows = await tx.$queryRaw<Row[]>`
      WITH alike AS (
        SELECT k.id FROM tickets k WHERE k.plan_code = ${planCode} AND k.tracking_number = ${trackingNumber}
        UNION SELECT c.ticket_id FROM claim_lines c WHERE c.claim_number = ANY (${claimNumbers}::text[])
      )
      SELECT t.id, t.number, t.status, t.close_reason, (t.plan_code = ${planCode} AND t.tracking_number = ${trackingNumber}) AS same_tracking,
        (SELECT array_agg(DISTINCT c.claim_number) FROM claim_lines c WHERE c.ticket_id = t.id AND c.claim_number = ANY (${claimNumbers}::text[])) AS claims
      FROM alike JOIN tickets t ON t.id = alike.id
      WHERE t.organization_id = ${organizationId}::uuid AND t.id IS DISTINCT FROM ${refilesTicketId}::uuid
      ORDER BY t.filed_at DESC, t.id LIMIT ${MOST_SHOWN}`;
    return rows.map((r) => ({ ticketId: r.id, number: r.number, status: r.status, closeReason: r.close_reason, sameTrackingNumber: r.same_tracking, claimNumbers: r.claims ?? [] }));
  });
}

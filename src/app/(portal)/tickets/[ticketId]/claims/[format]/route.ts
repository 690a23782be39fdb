import { notFound } from 'next/navigation';
import { fileFormatOf } from '@/app/downloads/file-response';
import { date, listFile, money, type ListColumn } from '@/app/lists/list-file';
import { requireActor } from '@/server/auth/require-actor';
import type { ClaimView } from '@/server/queries/get-ticket-page';
import { ticketClaimsInChunks } from '@/server/queries/list-ticket-claims';
import { OUTCOME_WORDS } from '../../parts/ticket-words';

const COLUMNS: readonly ListColumn<ClaimView>[] = [
  { heading: 'Line', width: 8, value: (c) => c.lineNo },
  { heading: 'Claim number', width: 20, value: (c) => c.claimNumber },
  { heading: 'Member name', width: 28, value: (c) => c.memberName },
  { heading: 'RIN', width: 18, value: (c) => c.rin },
  { heading: 'First day of service', width: 20, value: (c) => date(c.serviceFrom) },
  { heading: 'Last day of service', width: 20, value: (c) => date(c.serviceTo) },
  { heading: 'Billed, $', value: (c) => money(c.billedCents) },
  { heading: 'Paid, $', value: (c) => money(c.paidCents) },
  { heading: 'Disputed, $', value: (c) => money(c.disputedCents) },
  { heading: 'Denial code', value: (c) => c.denialCode },
  { heading: 'The plan’s outcome', width: 22, value: (c) => (c.outcome === null ? '' : OUTCOME_WORDS[c.outcome.kind]) },
  { heading: 'The plan will pay, $', width: 20, value: (c) => money(c.outcome?.amountCents ?? null) },
];

/** A ticket's claim lines as a file, for whoever has the ticket. */
export async function GET(_request: Request, { params }: { params: Promise<{ ticketId: string; format: string }> }): Promise<Response> {
  const actor = await requireActor();
  const { ticketId, format } = await params;
  if (fileFormatOf(format) === null) notFound();
  const claims = await ticketClaimsInChunks(actor, ticketId);
  return claims === null ? notFound() : listFile(format, `${claims.number}-claims`, COLUMNS, claims.chunks);
}

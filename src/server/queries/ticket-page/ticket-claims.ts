import type { ClaimLine, ClaimOutcome } from '@/domain/tickets/ticket';
import type { CalendarDate } from '@/shared/calendar-date';
import { cents, type Cents } from '@/shared/cents';
import type { Tx } from '../../db/database';
import { findClaimsPage, type ClaimTotals } from '../../db/find-claims';
import type { PageContext } from './page-context';

export type ClaimView = {
  lineNo: number;
  claimNumber: string;
  denialCode: string | null;
  memberName: string;
  rin: string;
  serviceFrom: CalendarDate;
  serviceTo: CalendarDate;
  billedCents: Cents;
  paidCents: Cents | null;
  disputedCents: Cents;
  outcome: { kind: ClaimOutcome; amountCents: Cents } | null;
};

export type ClaimsView = { lines: ClaimView[]; totals: ClaimTotals; count: number; from: number; pageSize: number };

export const CLAIMS_PAGE = 50;

/** A provider has its own records: the end of a RIN tells members apart. Everybody else works with the whole number. */
function shownRin(rin: string, ctx: PageContext): string {
  return ctx.actor.role === 'provider' ? `ending ${rin.slice(-4)}` : rin.replace(/(\d{3})(?=\d)/g, '$1 ');
}

/** A claim line as this reader may see it. */
export function shownClaim({ mcoOutcome, mcoAmountCents, rin, ...line }: ClaimLine, ctx: PageContext): ClaimView {
  return { ...line, rin: shownRin(rin, ctx), outcome: mcoOutcome === null ? null : { kind: mcoOutcome, amountCents: mcoAmountCents ?? cents(0) } };
}

/** One page of the claim lines, from line `from` on, with the totals of all; null for a ticket without claims. */
export async function ticketClaims(tx: Tx, ctx: PageContext, from: number): Promise<ClaimsView | null> {
  const count = ctx.ticket.claimCount;
  if (count === 0) return null;
  const skip = Math.floor((Math.min(Math.max(from, 1), count) - 1) / CLAIMS_PAGE) * CLAIMS_PAGE;
  const page = await findClaimsPage(tx, ctx.ticket.id, skip, CLAIMS_PAGE);
  if (page === null) return null;
  return { lines: page.lines.map((line) => shownClaim(line, ctx)), totals: page.totals, count, from: skip + 1, pageSize: CLAIMS_PAGE };
}

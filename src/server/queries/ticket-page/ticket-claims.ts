import type { Ruling } from '@/domain/tickets/review-events';
import { shownRin } from '@/domain/tickets/shown-rin';
import type { ClaimOutcome } from '@/domain/tickets/ticket';
import type { CalendarDate } from '@/shared/calendar-date';
import { cents, type Cents } from '@/shared/cents';
import type { Tx } from '../../db/database';
import { findClaimsPage, type ClaimTotals, type RuledClaim } from '../../db/find-claims';
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
  /** HFS's decision on the line, for who may read it (R18). */
  ruling: { ruling: Ruling; amountCents: Cents } | null;
};

/** `hfsCents`: what HFS lets the plan pay in all; null before a decision that the reader may see. */
export type ClaimsView = { lines: ClaimView[]; hfsCents: Cents | null; totals: ClaimTotals; count: number; from: number; pageSize: number };

export const CLAIMS_PAGE = 50;

type Reader = Pick<PageContext, 'actor'>;

/** A claim line as this reader may see it. */
export function shownClaim({ mcoOutcome, mcoAmountCents, rin, ...line }: RuledClaim, ctx: Reader): ClaimView {
  return { ...line, rin: shownRin(rin, ctx.actor.role), outcome: mcoOutcome === null ? null : { kind: mcoOutcome, amountCents: mcoAmountCents ?? cents(0) } };
}

/** One page of the claim lines, from line `from` on, with the totals of all; null for a ticket without claims. */
export async function ticketClaims(tx: Tx, ctx: PageContext, from: number): Promise<ClaimsView | null> {
  const count = ctx.ticket.claimCount;
  if (count === 0) return null;
  const skip = Math.floor((Math.min(Math.max(from, 1), count) - 1) / CLAIMS_PAGE) * CLAIMS_PAGE;
  const page = await findClaimsPage(tx, ctx.ticket.id, ctx.ticket.decidedOn !== null, skip, CLAIMS_PAGE);
  return page && { ...page, lines: page.lines.map((line) => shownClaim(line, ctx)), count, from: skip + 1, pageSize: CLAIMS_PAGE };
}

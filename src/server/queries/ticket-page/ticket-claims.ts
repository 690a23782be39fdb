import type { Ruling, RulingLine } from '@/domain/tickets/review-events';
import { shownRin } from '@/domain/tickets/shown-rin';
import type { ClaimLine, ClaimOutcome } from '@/domain/tickets/ticket';
import type { CalendarDate } from '@/shared/calendar-date';
import { cents, type Cents } from '@/shared/cents';
import type { Tx } from '../../db/database';
import { findClaimsPage, type ClaimTotals } from '../../db/find-claims';
import { findRulingLines, findRulingTotal } from '../../db/find-ruling-lines';
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
export function shownClaim({ mcoOutcome, mcoAmountCents, rin, ...line }: ClaimLine, ctx: Reader): ClaimView {
  return { ...line, rin: shownRin(rin, ctx.actor.role), outcome: mcoOutcome === null ? null : { kind: mcoOutcome, amountCents: mcoAmountCents ?? cents(0) }, ruling: null };
}

function rulingOf(line: RulingLine | undefined): ClaimView['ruling'] {
  return line === undefined ? null : { ruling: line.ruling, amountCents: cents(line.amountCents) };
}

/** One page of the claim lines, from line `from` on, with the totals of all; null for a ticket without claims. */
export async function ticketClaims(tx: Tx, ctx: PageContext, from: number): Promise<ClaimsView | null> {
  const count = ctx.ticket.claimCount;
  if (count === 0) return null;
  const skip = Math.floor((Math.min(Math.max(from, 1), count) - 1) / CLAIMS_PAGE) * CLAIMS_PAGE;
  const page = await findClaimsPage(tx, ctx.ticket.id, skip, CLAIMS_PAGE);
  if (page === null) return null;
  const decided = ctx.ticket.decidedOn !== null;
  const rulings = decided ? await findRulingLines(tx, ctx.ticket.id, skip + 1, skip + CLAIMS_PAGE) : new Map<number, RulingLine>();
  const hfsCents = rulings.size === 0 ? null : cents(await findRulingTotal(tx, ctx.ticket.id));
  return { lines: page.lines.map((line) => ({ ...shownClaim(line, ctx), ruling: rulingOf(rulings.get(line.lineNo)) })), hfsCents, totals: page.totals, count, from: skip + 1, pageSize: CLAIMS_PAGE };
}

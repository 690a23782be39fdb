import { cents, type Cents } from '@/shared/cents';
import type { Ruling } from '@/domain/tickets/review-events';
import type { ClaimLine, ClaimOutcome } from '@/domain/tickets/ticket';
import { dayOf } from './dates';
import type { Tx } from './database';
import { claimFromRow } from './ticket-rows';

/** What all claim lines of a ticket come to, those on other pages included. */
export type ClaimTotals = {
  billedCents: Cents;
  paidCents: Cents | null;
  disputedCents: Cents;
  /** What the plan will pay, and how many lines have which outcome; all 0 before it answered. */
  willPayCents: Cents;
  outcomes: Record<ClaimOutcome, number>;
};

/** A claim line with HFS's decision on it: the newest that the actor may read (R18). */
export type RuledClaim = ClaimLine & { ruling: { ruling: Ruling; amountCents: Cents } | null };

type Row = {
  line_no: number; member_name: string; rin: string; service_from: Date; service_to: Date; claim_number: string;
  billed_cents: bigint; paid_cents: bigint | null; disputed_cents: bigint; denial_code: string | null; mco_outcome: ClaimOutcome | null; mco_amount_cents: bigint | null;
  all_billed: bigint; all_paid: bigint | null; all_disputed: bigint; all_amount: bigint; paid_lines: bigint; part_lines: bigint; upheld_lines: bigint;
  ruling: Ruling | null; hfs_cents: bigint | null; all_hfs: bigint | null;
};

const money = (amount: bigint) => cents(Number(amount));
const moneyOrNull = (amount: bigint | null) => (amount === null ? null : money(amount));

function lineOf(row: Row): RuledClaim {
  return {
    lineNo: row.line_no, memberName: row.member_name, rin: row.rin, serviceFrom: dayOf(row.service_from), serviceTo: dayOf(row.service_to), claimNumber: row.claim_number,
    billedCents: money(row.billed_cents), paidCents: moneyOrNull(row.paid_cents), disputedCents: money(row.disputed_cents), denialCode: row.denial_code,
    mcoOutcome: row.mco_outcome, mcoAmountCents: moneyOrNull(row.mco_amount_cents),
    ruling: row.ruling === null || row.hfs_cents === null ? null : { ruling: row.ruling, amountCents: money(row.hfs_cents) },
  };
}

function totalsOf(row: Row): ClaimTotals {
  return {
    billedCents: money(row.all_billed),
    paidCents: moneyOrNull(row.all_paid),
    disputedCents: money(row.all_disputed),
    willPayCents: money(row.all_amount),
    outcomes: { will_pay: Number(row.paid_lines), will_pay_in_part: Number(row.part_lines), upheld: Number(row.upheld_lines) },
  };
}

/** `hfsCents`: what HFS lets the plan pay in all; null before a decision that the actor may read. */
export type ClaimsPage = { lines: RuledClaim[]; totals: ClaimTotals; hfsCents: Cents | null };

/**
 * Some claim lines in order, `skip` of them left out before, with the totals of all and, where a decision stands, what it
 * says of each; null for a ticket without any.
 */
export async function findClaimsPage(tx: Tx, ticketId: string, isDecided: boolean, skip: number, take: number): Promise<ClaimsPage | null> {
  // The decision is unpacked once, however many lines it has, and asked for each line by its number.
  const rows = await tx.$queryRaw<Row[]>`
    WITH decision AS MATERIALIZED (
      SELECT jsonb_object_agg(l->>'lineNo', l) AS of_line, sum((l->>'amountCents')::bigint)::bigint AS all_hfs FROM (
        SELECT data FROM ticket_events WHERE ${isDecided} AND ticket_id = ${ticketId}::uuid AND type IN ('HfsDecided', 'DecisionShared') ORDER BY seq DESC LIMIT 1
      ) e, jsonb_array_elements(e.data->'lines') l
    )
    SELECT line_no, member_name, rin, service_from, service_to, claim_number, billed_cents, paid_cents, disputed_cents, denial_code, mco_outcome, mco_amount_cents,
      (sum(billed_cents) OVER ())::bigint AS all_billed, (sum(paid_cents) OVER ())::bigint AS all_paid, (sum(disputed_cents) OVER ())::bigint AS all_disputed,
      coalesce(sum(mco_amount_cents) OVER (), 0)::bigint AS all_amount, count(*) FILTER (WHERE mco_outcome = 'will_pay') OVER () AS paid_lines,
      count(*) FILTER (WHERE mco_outcome = 'will_pay_in_part') OVER () AS part_lines, count(*) FILTER (WHERE mco_outcome = 'upheld') OVER () AS upheld_lines,
      decision.of_line->line_no::text->>'ruling' AS ruling, (decision.of_line->line_no::text->>'amountCents')::bigint AS hfs_cents, decision.all_hfs
    FROM claim_lines CROSS JOIN decision WHERE ticket_id = ${ticketId}::uuid ORDER BY line_no OFFSET ${skip} LIMIT ${take}`;
  const [first] = rows;
  return first === undefined ? null : { lines: rows.map(lineOf), totals: totalsOf(first), hfsCents: moneyOrNull(first.all_hfs) };
}

/** Every claim line of a ticket, in order. */
export async function findAllClaims(tx: Tx, ticketId: string): Promise<ClaimLine[]> {
  const rows = await tx.claimLine.findMany({ where: { ticketId }, orderBy: { lineNo: 'asc' } });
  return rows.map(claimFromRow);
}

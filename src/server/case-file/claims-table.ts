import { OUTCOME_WORDS } from '@/domain/tickets/answer-words';
import type { WorkbookSheet } from '../spreadsheets/xlsx-stream';
import type { CaseClaims } from './case-contents';

const HEADINGS = ['Line', 'Claim number', 'Member name', 'RIN', 'First day of service', 'Last day of service', 'Billed, $', 'Paid, $', 'Disputed, $', 'Denial code', 'The plan’s outcome', 'The plan will pay, $', 'HFS: to pay, $'];

async function* rowsOf({ lines }: CaseClaims) {
  yield lines.map((c) => [
    c.lineNo, c.claimNumber, c.memberName, c.rin, { date: c.serviceFrom }, { date: c.serviceTo }, { money: c.billedCents }, { money: c.paidCents }, { money: c.disputedCents },
    c.denialCode, c.outcome === null ? '' : OUTCOME_WORDS[c.outcome.kind], { money: c.outcome?.amountCents ?? null }, { money: c.ruling?.amountCents ?? null },
  ]);
}

/** Every claim line with the plan's outcome and HFS's decision, for `claims.csv`. */
export function claimsTable(claims: CaseClaims): WorkbookSheet {
  return { name: 'Claims', columns: HEADINGS.map((heading) => ({ heading })), chunks: rowsOf(claims) };
}

import { CLAIM_COLUMNS } from '@/domain/tickets/claim-columns';
import { CLAIM_FIELDS, type ClaimText } from '@/domain/tickets/complaint-draft';
import { csvText } from '@/server/spreadsheets/csv-text';

/** The cells of a claim line of a file, each line of its own claim. */
export function claimCells(n: number, change: Partial<ClaimText> = {}): string[] {
  const claim: ClaimText = {
    claimNumber: `26-${String(n).padStart(7, '0')}`, memberName: `Member Número ${n}`, rin: String(100_000_000 + n), serviceFrom: '7/14/2026', serviceTo: '7/16/2026',
    billedCents: '$1,240.00', paidCents: '0.00', disputedCents: '1,240.00', denialCode: 'CO-197', ...change,
  };
  return CLAIM_FIELDS.map((field) => claim[field]);
}

/** A CSV file of claim lines under their headings. */
export function claimCsv(rows: readonly string[][]): Buffer {
  return Buffer.from(csvText([CLAIM_FIELDS.map((field) => CLAIM_COLUMNS[field].heading), ...rows]));
}

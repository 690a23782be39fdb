import { CLAIM_FIELDS, type ClaimField } from './complaint-draft';

/** What a cell of a table holds: a text, a number as the spreadsheet keeps it, or nothing. */
export type SheetCell = string | number | null;

export type ClaimColumn = {
  /** The heading that the template uses, and by which messages name the column. */
  heading: string;
  required: boolean;
  /** What the template's second sheet says about it. */
  explains: string;
  example: string;
  /** Other headings by which the column is known, in lower case without signs. */
  aliases: readonly string[];
};

/** The columns of a file of claim lines, in the order of the template. */
export const CLAIM_COLUMNS: Record<ClaimField, ClaimColumn> = {
  claimNumber: {
    heading: 'Claim number', required: true, example: 'EXAMPLE-1', explains: 'The plan’s number for the claim, at most 40 characters. Keep the column as text, so that no digit is lost.',
    aliases: ['claim', 'claimno', 'claimnum', 'claimid', 'claimnumber', 'plansclaimnumber', 'planclaimnumber', 'mcoclaimnumber', 'claimcontrolnumber', 'payerclaimnumber', 'dcn', 'icn', 'tcn'],
  },
  memberName: {
    heading: 'Member name', required: true, example: 'Jordan Sample', explains: 'First and last name of the member, at most 120 characters.',
    aliases: ['member', 'name', 'patient', 'patientname', 'membername', 'recipient', 'recipientname', 'membersname', 'enrolleename'],
  },
  rin: {
    heading: 'RIN', required: true, example: '012345678', explains: 'The member’s recipient identification number: 9 digits, as on the HFS card. Keep the column as text, or zeros at the start are lost.',
    aliases: ['recipientid', 'recipientidnumber', 'recipientidentificationnumber', 'memberrin', 'medicaidid', 'medicaidnumber', 'memberid', 'memberidnumber', 'rinnumber', 'recipientnumber'],
  },
  serviceFrom: {
    heading: 'First day of service', required: true, example: '07/14/2026', explains: 'The first day of service: month, day and year, such as 07/14/2026.',
    aliases: ['servicefrom', 'from', 'fromdate', 'datefrom', 'dosfrom', 'fromdos', 'dos', 'dateofservice', 'servicedate', 'servicestart', 'startdate', 'servicestartdate', 'servicedatefrom', 'servicefromdate', 'firstdateofservice', 'dateofservicefrom'],
  },
  serviceTo: {
    heading: 'Last day of service', required: false, example: '07/16/2026', explains: 'The last day of service. Without this column each claim is for one day.',
    aliases: ['serviceto', 'to', 'todate', 'dateto', 'dosto', 'todos', 'through', 'throughdate', 'thru', 'thrudate', 'serviceend', 'enddate', 'serviceenddate', 'servicedateto', 'servicetodate', 'lastdateofservice', 'dateofserviceto', 'dosthru'],
  },
  billedCents: {
    heading: 'Billed', required: true, example: '1,240.00', explains: 'The amount billed, in dollars.',
    aliases: ['billedamount', 'amountbilled', 'billed', 'charge', 'charges', 'chargeamount', 'totalcharge', 'totalcharges', 'billedcharges', 'amountcharged'],
  },
  paidCents: {
    heading: 'Paid', required: false, example: '0.00', explains: 'The amount that the plan paid, in dollars. Leave it empty when it is not known.',
    aliases: ['paidamount', 'amountpaid', 'paid', 'payment', 'paymentamount', 'planpaid', 'mcopaid'],
  },
  disputedCents: {
    heading: 'Disputed', required: true, example: '1,240.00', explains: 'The amount in dispute, in dollars: not more than the amount billed.',
    aliases: ['disputedamount', 'amountdisputed', 'disputed', 'amountindispute', 'indispute', 'disputeamount', 'dispute'],
  },
  denialCode: {
    heading: 'Denial code', required: false, example: 'CO-197', explains: 'The plan’s denial or adjustment code, at most 40 characters. Leave it empty when there is none.',
    aliases: ['denial', 'denialcode', 'denialreason', 'denialreasoncode', 'carc', 'reasoncode', 'adjustmentcode', 'rejectioncode'],
  },
};

/** Headings that a file of rows to fix adds; they are known and not read. */
export const ROW_HEADING = 'Row in your file';
export const WRONG_HEADING = 'What is wrong';

/** How the template's example line begins its claim number; such a line is never imported. */
export const EXAMPLE_CLAIM = /^example\b/i;

/** For each column of a file the claim's field that it holds, `null` where it holds none. */
export type ColumnPlan = { fields: (ClaimField | null)[]; /** Headings that were not read. */ unread: string[] };
export type ColumnProblem = { missing: ClaimField[]; doubled: { heading: string; field: ClaimField }[] };

function bare(heading: SheetCell): string {
  return String(heading ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
}

const FIELD_OF = new Map(CLAIM_FIELDS.flatMap((field) => [CLAIM_COLUMNS[field].heading, ...CLAIM_COLUMNS[field].aliases].map((name) => [bare(name), field] as const)));
const KNOWN_UNREAD = new Set([ROW_HEADING, WRONG_HEADING].map(bare));

function fieldOf(heading: SheetCell): ClaimField | null {
  return FIELD_OF.get(bare(heading)) ?? null;
}

/** Does a row name columns, rather than hold a claim? Three headings at least, so that a title above is passed over. */
export function isHeadingRow(cells: readonly SheetCell[]): boolean {
  return new Set(cells.map(fieldOf).filter((field) => field !== null)).size >= 3;
}

/** Which column holds what, by the names in the heading row, in any order and case. */
export function matchColumns(headings: readonly SheetCell[]): { ok: true; value: ColumnPlan } | { ok: false; error: ColumnProblem } {
  const fields = headings.map(fieldOf);
  const doubled = fields.flatMap((field, i) => (field !== null && fields.indexOf(field) !== i ? [{ heading: String(headings[i]), field }] : []));
  const missing = CLAIM_FIELDS.filter((field) => CLAIM_COLUMNS[field].required && !fields.includes(field));
  if (missing.length > 0 || doubled.length > 0) return { ok: false, error: { missing, doubled } };
  const unread = headings.filter((h, i) => fields[i] === null && bare(h) !== '' && !KNOWN_UNREAD.has(bare(h))).map((h) => String(h).trim().slice(0, 60));
  return { ok: true, value: { fields, unread } };
}

import { z } from 'zod';
import type { FieldIssue } from '@/shared/domain-error';
import { addDays, type CalendarDate } from '@/shared/calendar-date';

/** The pages of the filing form that ask something; "check answers" and "sent" ask nothing that is kept. */
export const DRAFT_STEPS = ['eligibility', 'dispute', 'claims', 'contact'] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];
/** The steps that are a plain set of fields; claims are lines. */
export type FieldStep = Exclude<DraftStep, 'claims'>;

/** In the order in which the pages ask. */
export const STEP_FIELDS = {
  eligibility: ['receivedByMcoOn', 'hasNumber'],
  dispute: [
    'planCode',
    'programCode',
    'trackingNumber',
    'trackingNumberConfirmed',
    'grounds',
    'organizationId',
    'facilityId',
    'npi',
    'issueTypeCode',
    'whatHappened',
    'desiredOutcome',
    'isUrgent',
  ],
  contact: ['contactId', 'contactPhone'],
} as const satisfies Record<FieldStep, readonly string[]>;
export type DraftField = (typeof STEP_FIELDS)[FieldStep][number];

export const CLAIM_FIELDS = ['claimNumber', 'memberName', 'rin', 'serviceFrom', 'serviceTo', 'billedCents', 'paidCents', 'disputedCents', 'denialCode'] as const;
export type ClaimField = (typeof CLAIM_FIELDS)[number];
export type ClaimText = Record<ClaimField, string>;
/** A claim line as typed. `id` stays when lines before it are removed; `savedIn` is the draft's version that wrote it. */
export type DraftClaim = ClaimText & { id: number; savedIn: number };

export type DraftText = Record<DraftField, string>;
/** Everything that was typed so far, right or wrong: it is judged at each step and again when it is sent. */
export type ComplaintDraft = DraftText & {
  claims: DraftClaim[];
  /** The draft's version in which each step was last saved. */
  savedIn: Record<FieldStep, number>;
};

/** Where a field names no facility of an organization that has several. */
export const WHOLE_ORGANIZATION = 'whole';

/** Drafts vanish 90 days after the last edit (lifecycle, `saveDraft`). */
export const DRAFT_DAYS = 90;

/** The last day on which a draft that was saved on `savedOn` is still there. */
export function draftKeptUntil(savedOn: CalendarDate): CalendarDate {
  return addDays(savedOn, DRAFT_DAYS);
}

const typed = z.string().catch('');
const counted = z.number().int().nonnegative().catch(0);

function textShape<F extends string>(fields: readonly F[]): Record<F, typeof typed> {
  return Object.fromEntries(fields.map((f) => [f, typed])) as Record<F, typeof typed>;
}

const stored = z.object({
  ...textShape([...STEP_FIELDS.eligibility, ...STEP_FIELDS.dispute, ...STEP_FIELDS.contact]),
  claims: z.array(z.object({ id: z.number().int().positive(), savedIn: counted, ...textShape(CLAIM_FIELDS) })).catch([]),
  savedIn: z.object({ eligibility: counted, dispute: counted, contact: counted }).catch({ eligibility: 0, dispute: 0, contact: 0 }),
});

/** A draft from its row; what is missing or of another kind counts as not filled in. */
export function readComplaintDraft(data: unknown): ComplaintDraft {
  const read = stored.safeParse(data);
  return read.success ? read.data : stored.parse({});
}

export const EMPTY_CLAIM: ClaimText = Object.fromEntries(CLAIM_FIELDS.map((f) => [f, ''])) as ClaimText;

/** A line in which nothing was typed: it is not kept. */
export function isBlankClaim(claim: ClaimText): boolean {
  return CLAIM_FIELDS.every((field) => claim[field].trim() === '');
}

/** More than any field takes; so long a text is not kept even as a draft. */
export const MAX_DRAFT_CHARACTERS = 20_000;

/** What cannot even be kept in a draft: characters that no text has (NUL, half of a pair), texts beyond all measure. */
export function unkeepableIssues(fields: Readonly<Record<string, string | undefined>>): FieldIssue[] {
  return Object.entries(fields).flatMap(([field, value = '']) => {
    if (value.includes('\u0000') || !value.isWellFormed()) return [{ field, message: 'Remove the characters that cannot be shown, then try again.' }];
    if (value.length > MAX_DRAFT_CHARACTERS)
      return [{ field, message: `This text is too long to be kept: it has ${value.length.toLocaleString('en-US')} characters.` }];
    return [];
  });
}

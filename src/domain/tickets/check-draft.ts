import type { FieldIssue } from '@/shared/domain-error';
import { addDays, compareDays, formatDay, parseCalendarDate, type CalendarDate } from '@/shared/calendar-date';
import { sumCents, type Cents } from '@/shared/cents';
import { CLAIM_FIELDS, STEP_FIELDS, WHOLE_ORGANIZATION, type ComplaintDraft, type DraftClaim, type DraftField, type DraftStep } from './complaint-draft';
import { claimLineInput, contactInput, SERVICE_ORDER, disputeInput, eligibilityInput, MAX_CLAIM_LINES, type ClaimLineInput } from './commands';
import { claimLineIssues, missingClaims, receivedByMcoIssue, trackingNumberIssue, unknownCodes } from './decide-filing';
import { fieldIssues } from './field-issues';
import { planHadProgram, planName, programName, type ReferenceData } from './reference';

export type DraftFacility = { id: string; name: string };
/** For whom the actor can file: its own organization, or a billing agent's clients. */
export type DraftOrganization = { id: string; name: string; facilities: readonly DraftFacility[] };
export type DraftPerson = { id: string; name: string; phone: string | null };

/** What a draft is judged by, as far as its writer may see it. */
export type DraftFacts = {
  today: CalendarDate;
  reference: ReferenceData;
  organizations: readonly DraftOrganization[];
  people: readonly DraftPerson[];
};

function pick<F extends DraftField>(draft: ComplaintDraft, fields: readonly F[]): Record<F, string> {
  return Object.fromEntries(fields.map((f) => [f, draft[f]])) as Record<F, string>;
}

const digitsOf = (text: string) => text.replace(/\D/g, '');

/** The day on which the plan received the dispute, once it is one that the portal takes (R3); null before. */
export function receivedByMcoOn(draft: ComplaintDraft, today: CalendarDate): CalendarDate | null {
  const parsed = parseCalendarDate(draft.receivedByMcoOn.trim());
  return parsed.ok && receivedByMcoIssue(parsed.value, today) === null ? parsed.value : null;
}

/** D19: without the plan's number there is no day on which it counts as received, so none is asked for. */
function eligibilityIssues(draft: ComplaintDraft, facts: DraftFacts): FieldIssue[] {
  if (draft.hasNumber === 'no') return [{ field: 'hasNumber', message: 'A complaint needs the tracking number that the plan gave to the dispute (R3).' }];
  const parsed = eligibilityInput.safeParse(pick(draft, STEP_FIELDS.eligibility));
  if (!parsed.success) return fieldIssues(parsed.error);
  const issue = receivedByMcoIssue(parsed.data.receivedByMcoOn, facts.today);
  return issue === null ? [] : [{ field: 'receivedByMcoOn', message: issue }];
}

/** The plan must have had the program on the claims' first days of service, else in the year before; before claims are typed, at any time. */
function programIssue(draft: ComplaintDraft, facts: DraftFacts): string | null {
  const { reference, today } = facts;
  const { planCode, programCode } = draft;
  const name = `${planName(reference, planCode)} did not have ${programName(reference, programCode)}`;
  if (!reference.planPrograms.some((p) => p.planCode === planCode && p.programCode === programCode)) return `${name} at any time.`;
  if (draft.claims.length > 0 || needsClaims(draft, reference)) return null;
  return planHadProgram(reference, planCode, programCode, addDays(today, -365), today) ? null : `${name} in the year before today.`;
}

function facilityIssue(draft: ComplaintDraft, facts: DraftFacts): string | null {
  const facilities = facts.organizations.find((o) => o.id === draft.organizationId)?.facilities ?? [];
  if (facilities.length < 2 || draft.facilityId === WHOLE_ORGANIZATION) return null;
  return facilities.some((f) => f.id === draft.facilityId) ? null : 'Choose the facility, or the whole organization.';
}

function disputeIssues(draft: ComplaintDraft, facts: DraftFacts): FieldIssue[] {
  const parsed = disputeInput.safeParse({ ...pick(draft, STEP_FIELDS.dispute), facilityId: facilityIdOf(draft, facts) });
  const issues = new Map((parsed.success ? [] : fieldIssues(parsed.error)).map((i) => [i.field, i.message]));
  const add = (field: DraftField, message: string | null) => {
    if (message !== null && !issues.has(field)) issues.set(field, message);
  };
  const { reference } = facts;
  for (const { field, message } of unknownCodes(draft, reference)) if (!issues.has(field)) issues.set(field, message);
  add('organizationId', facts.organizations.some((o) => o.id === draft.organizationId) ? null : 'Choose for whom you file.');
  add('facilityId', facilityIssue(draft, facts));
  if (!issues.has('planCode') && !issues.has('programCode')) add('programCode', programIssue(draft, facts));
  const confirmed = draft.trackingNumberConfirmed === 'on';
  add('trackingNumber', trackingNumberIssue({ trackingNumber: draft.trackingNumber.trim(), trackingNumberConfirmed: confirmed }, draft.claims.map((c) => ({ rin: digitsOf(c.rin) }))));
  const order: readonly string[] = STEP_FIELDS.dispute;
  return [...issues].map(([field, message]) => ({ field, message })).sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}

function contactIssues(draft: ComplaintDraft, facts: DraftFacts): FieldIssue[] {
  const parsed = contactInput.safeParse(pick(draft, STEP_FIELDS.contact));
  if (!parsed.success) return fieldIssues(parsed.error);
  return facts.people.some((p) => p.id === parsed.data.contactId) ? [] : [{ field: 'contactId', message: 'Choose a person of your organization.' }];
}

/** Does this kind of complaint need claim lines? */
export function needsClaims(draft: Pick<ComplaintDraft, 'issueTypeCode'>, reference: ReferenceData): boolean {
  return reference.issueTypes.find((t) => t.code === draft.issueTypeCode)?.needsClaimLines ?? false;
}

export type CheckedLine = { id: number; place: number; typed: DraftClaim; claim: ClaimLineInput | null; issues: FieldIssue[] };

function lineIssues(typed: DraftClaim, claim: ClaimLineInput, draft: ComplaintDraft, facts: DraftFacts): FieldIssue[] {
  const issues = claimLineIssues(claim, facts.today);
  const { reference } = facts;
  if (typed.rin !== '' && claim.rin === digitsOf(draft.trackingNumber))
    issues.push({ field: 'rin', message: 'This RIN is also entered as the plan’s tracking number. One of the two is wrong.' });
  const knowsBoth = reference.plans.some((p) => p.code === draft.planCode) && reference.programs.some((p) => p.code === draft.programCode);
  if (knowsBoth && compareDays(claim.serviceFrom, facts.today) <= 0 && !planHadProgram(reference, draft.planCode, draft.programCode, claim.serviceFrom, claim.serviceFrom))
    issues.push({ field: 'serviceFrom', message: `${planName(reference, draft.planCode)} did not have ${programName(reference, draft.programCode)} on ${formatDay(claim.serviceFrom)}.` });
  return issues;
}

/** The order of the two days is said at once, not only when every other field is right. */
function withServiceOrder(issues: FieldIssue[], typed: DraftClaim): FieldIssue[] {
  const [from, to] = [parseCalendarDate(typed.serviceFrom.trim()), parseCalendarDate(typed.serviceTo.trim())];
  const isKnown = issues.some((i) => i.field === 'serviceTo');
  return from.ok && to.ok && compareDays(to.value, from.value) < 0 && !isKnown ? [...issues, { field: 'serviceTo', message: SERVICE_ORDER }] : issues;
}

/** Each claim line with what is wrong with it, its fields named within the line; a good line has its parsed form. */
export function checkLines(draft: ComplaintDraft, facts: DraftFacts): CheckedLine[] {
  return draft.claims.map((typed, i) => {
    const parsed = claimLineInput.safeParse(Object.fromEntries(CLAIM_FIELDS.map((f) => [f, typed[f]])));
    const issues = parsed.success ? lineIssues(typed, parsed.data, draft, facts) : withServiceOrder(fieldIssues(parsed.error), typed);
    return { id: typed.id, place: i + 1, typed, claim: parsed.success && issues.length === 0 ? parsed.data : null, issues };
  });
}

export type ReadyLine = CheckedLine & { claim: ClaimLineInput };

export function isReady(line: CheckedLine): line is ReadyLine {
  return line.claim !== null;
}

export type LineTotals = { billedCents: Cents; paidCents: Cents; disputedCents: Cents };

/** The sums of the lines that are right, in cents. */
export function totalsOf(lines: readonly ReadyLine[]): LineTotals {
  return {
    billedCents: sumCents(lines.map((l) => l.claim.billedCents)),
    paidCents: sumCents(lines.flatMap((l) => l.claim.paidCents ?? [])),
    disputedCents: sumCents(lines.map((l) => l.claim.disputedCents)),
  };
}

function claimsIssues(draft: ComplaintDraft, facts: DraftFacts): FieldIssue[] {
  const missing = missingClaims(draft.issueTypeCode, draft.claims.length, facts.reference);
  if (missing !== null) return [missing];
  if (draft.claims.length > MAX_CLAIM_LINES)
    return [{ field: 'claims', message: `One complaint holds at most ${MAX_CLAIM_LINES.toLocaleString('en-US')} claim lines. This one has ${draft.claims.length.toLocaleString('en-US')}.` }];
  return checkLines(draft, facts).flatMap((line) => line.issues.map((issue) => ({ field: `lines.${line.id}.${issue.field}`, message: issue.message })));
}

/** What one page of the filing form still needs; fields are named as that page names them. */
export function stepIssues(step: DraftStep, draft: ComplaintDraft, facts: DraftFacts): FieldIssue[] {
  switch (step) {
    case 'eligibility':
      return eligibilityIssues(draft, facts);
    case 'dispute':
      return disputeIssues(draft, facts);
    case 'claims':
      return claimsIssues(draft, facts);
    case 'contact':
      return contactIssues(draft, facts);
  }
}

/** A RIN with eight digits has most often lost its zero in a spreadsheet: the nine digits that were meant, or null. */
export function suggestedRin(rin: string): string | null {
  const digits = rin.replace(/[\s-]/g, '');
  return /^\d{8}$/.test(digits) ? `0${digits}` : null;
}

function facilityIdOf(draft: ComplaintDraft, facts: DraftFacts): string {
  if (draft.facilityId === WHOLE_ORGANIZATION) return '';
  const facilities = facts.organizations.find((o) => o.id === draft.organizationId)?.facilities ?? [];
  // One facility alone is not asked about; another organization's does not travel along.
  return facilities.length > 1 && facilities.some((f) => f.id === draft.facilityId) ? draft.facilityId : '';
}

/** The fields of `submit` that the draft holds: what the form that sends it adds is the attestation alone. */
export function submissionOf(draft: ComplaintDraft, facts: DraftFacts): Record<string, unknown> {
  return {
    ...pick(draft, [...STEP_FIELDS.dispute, ...STEP_FIELDS.contact]),
    facilityId: facilityIdOf(draft, facts),
    receivedByMcoOn: draft.receivedByMcoOn,
    claims: draft.claims.map((c) => Object.fromEntries(CLAIM_FIELDS.map((f) => [f, c[f]]))),
  };
}

import { describe, expect, it } from 'vitest';
import { checkLines, isReady, stepIssues, submissionOf, suggestedRin, totalsOf, type DraftFacts } from '@/domain/tickets/check-draft';
import { COMMAND_INPUTS } from '@/domain/tickets/commands';
import { draftKeptUntil, isBlankClaim, readComplaintDraft, unkeepableIssues, EMPTY_CLAIM, type DraftStep } from '@/domain/tickets/complaint-draft';
import { editDraft, type DraftEdited } from '@/domain/tickets/edit-draft';
import { draftOfTicket } from '@/domain/tickets/refile-draft';
import { buildDraft, buildDraftClaim, buildClaimText, DRAFT_FACTS } from '../../factories/build-draft';
import { buildTicket, day, PROVIDER_ORG } from '../../factories/build-ticket';

type DraftChange = Parameters<typeof buildDraft>[0];
const issues = (step: DraftStep, change: DraftChange, facts: DraftFacts = DRAFT_FACTS) =>
  Object.fromEntries(stepIssues(step, buildDraft(change), facts).map((i) => [i.field, i.message]));

describe('a draft as it is read', () => {
  it('anything in the row is a draft: what is missing or of another kind is not filled in', () => {
    for (const odd of [null, 7, 'x', [], { planCode: 4, claims: 'none', savedIn: -1 }, { claims: [{ id: 'x' }] }]) {
      const draft = readComplaintDraft(odd);
      expect([draft.planCode, draft.claims, draft.savedIn.dispute]).toEqual(['', [], 0]);
    }
  });

  it('is kept through day 90 after its last edit', () => {
    expect(draftKeptUntil(day('2026-11-24'))).toBe('2027-02-22');
  });

  it('holds neither NUL, nor half a character, nor a text beyond all measure', () => {
    expect(unkeepableIssues({ a: 'O’Brien 請求 مطالبة 😀', b: 'x'.repeat(20_000) })).toEqual([]);
    expect(unkeepableIssues({ a: 'a\u0000', b: '\ud800', c: 'x'.repeat(20_001) }).map((i) => i.field)).toEqual(['a', 'b', 'c']);
  });
});

describe('what each page still needs', () => {
  it.each(['eligibility', 'dispute', 'claims', 'contact'] as const)('%s: nothing, when it is right', (step) => {
    expect(issues(step, {})).toEqual({});
  });

  it.each<[what: string, step: DraftStep, change: DraftChange, field: string, message: RegExp]>([
    ['no date', 'eligibility', { receivedByMcoOn: '' }, 'receivedByMcoOn', /Enter the day/],
    ['29 February 2025', 'eligibility', { receivedByMcoOn: '2025-02-29' }, 'receivedByMcoOn', /February 2025 has 28 days/],
    ['a date as nobody writes it', 'eligibility', { receivedByMcoOn: 'last week' }, 'receivedByMcoOn', /month, day and year/],
    ['a day in the future', 'eligibility', { receivedByMcoOn: '2026-11-25' }, 'receivedByMcoOn', /in the future/],
    ['a day before 2020', 'eligibility', { receivedByMcoOn: '2019-12-31' }, 'receivedByMcoOn', /before 2020/],
    ['no word about the number', 'eligibility', { hasNumber: '' }, 'hasNumber', /tracking number/],
    ['no number from the plan (D19)', 'eligibility', { hasNumber: 'no', receivedByMcoOn: '' }, 'hasNumber', /R3/],
    ['a number like a Social Security number', 'dispute', { trackingNumber: '123-45-6789' }, 'trackingNumber', /Social Security/],
    ['a number of 41 characters', 'dispute', { trackingNumber: 'x'.repeat(41) }, 'trackingNumber', /at most 40/],
    ['nine digits that nobody confirmed', 'dispute', { trackingNumber: '987654321' }, 'trackingNumber', /Nine digits/],
    ['a number that is a member’s RIN', 'dispute', { trackingNumber: '000118420', trackingNumberConfirmed: 'on' }, 'trackingNumber', /RIN of a member/],
    ['a program that the plan never had', 'dispute', { planCode: 'COUNTYCARE', programCode: 'FIDE_SNP' }, 'programCode', /at any time/],
    ['an NPI with a wrong digit', 'dispute', { npi: '1234567890' }, 'npi', /last digit/],
    ['10,000 characters', 'dispute', { whatHappened: 'x'.repeat(10_000) }, 'whatHappened', /5,000 characters or fewer/],
    ['another organization’s id', 'dispute', { organizationId: '00000000-0000-4000-8000-0000000000ff' }, 'organizationId', /for whom/],
    ['an unknown plan', 'dispute', { planCode: 'NOPE' }, 'planCode', /health plan/],
    ['no claim where one is needed', 'claims', { claims: [] }, 'claims', /Claims and payment needs one/],
    ['nobody of the organization', 'contact', { contactId: '00000000-0000-4000-8000-0000000000ff' }, 'contactId', /person of your organization/],
    ['a phone without digits', 'contact', { contactPhone: 'call me' }, 'contactPhone', /area code/],
  ])('%s', (_what, step, change, field, message) => {
    expect(issues(step, change)[field]).toMatch(message);
  });

  it('without claims the plan must have had the program in the year before', () => {
    const ended = { planCode: 'HUMANA', programCode: 'MMAI', issueTypeCode: 'OTHER', claims: [] };
    expect(issues('dispute', ended)).toEqual({});
    expect(issues('dispute', ended, { ...DRAFT_FACTS, today: day('2027-01-01') }).programCode).toMatch(/year before/);
  });

  it('nine digits that were confirmed are a tracking number', () => {
    expect(issues('dispute', { trackingNumber: '987654321', trackingNumberConfirmed: 'on' })).toEqual({});
  });

  it('several facilities ask for one of them, or for the whole; one alone asks nothing', () => {
    const facilities = [{ id: '00000000-0000-4000-8000-00000000fa01', name: 'North' }, { id: '00000000-0000-4000-8000-00000000fa02', name: 'South' }];
    const facts = { ...DRAFT_FACTS, organizations: [{ id: PROVIDER_ORG, name: 'Kestrel', facilities }] };
    expect(issues('dispute', { facilityId: '' }, facts)).toHaveProperty('facilityId');
    expect(issues('dispute', { facilityId: facilities[1]?.id }, facts)).toEqual({});
    expect(issues('dispute', { facilityId: 'whole' }, facts)).toEqual({});
    const one = { ...facts, organizations: [{ id: PROVIDER_ORG, name: 'Kestrel', facilities: facilities.slice(0, 1) }] };
    expect(issues('dispute', { facilityId: '' }, one)).toEqual({});
    expect(submissionOf(buildDraft({ facilityId: facilities[1]?.id }), one)).toMatchObject({ facilityId: '' });
  });
});

describe('claim lines', () => {
  it.each([
    ['a RIN of 8 digits', { rin: '10448273' }, 'rin', /has 9 digits. This one has 8/],
    ['service that ends before it starts', { serviceTo: '2026-07-13' }, 'serviceTo', /before the first day/],
    ['service in the future', { serviceFrom: '2026-11-25', serviceTo: '2026-11-25' }, 'serviceFrom', /in the future/],
    ['-5', { billedCents: '-5' }, 'billedCents', /less than zero/],
    ['1e9', { disputedCents: '1e9' }, 'disputedCents', /without an e/],
    ['$', { paidCents: '$' }, 'paidCents', /no number after/],
    ['more in dispute than billed', { disputedCents: '1,240.01' }, 'disputedCents', /more than the amount billed/],
    ['a RIN that is the tracking number', { rin: '987654321' }, 'rin', /tracking number/],
    ['a day on which the plan had not the program', { serviceFrom: '2017-12-31', serviceTo: '2018-01-01' }, 'serviceFrom', /did not have HealthChoice Illinois on Sun Dec 31, 2017/],
  ])('%s gets its message, and the good line beside it stays good', (_what, change, field, message) => {
    const draft = buildDraft({ trackingNumber: '987654321', trackingNumberConfirmed: 'on', claims: [buildDraftClaim(1), buildDraftClaim(4, change)] });
    const [good, bad] = checkLines(draft, DRAFT_FACTS);
    expect(good && isReady(good)).toBe(true);
    expect(bad?.issues.find((i) => i.field === field)?.message).toMatch(message);
    expect(stepIssues('claims', draft, DRAFT_FACTS).map((i) => i.field)).toContain(`lines.4.${field}`);
  });

  it('are summed in cents', () => {
    const lines = checkLines(buildDraft({ claims: [buildDraftClaim(1), buildDraftClaim(2, { billedCents: '0.10', disputedCents: '.1', paidCents: '0.05' })] }), DRAFT_FACTS).filter(isReady);
    expect(totalsOf(lines)).toEqual({ billedCents: 124_010, paidCents: 5, disputedCents: 124_010 });
  });

  it('eight digits offer the zero that was lost; nothing else is guessed', () => {
    expect(['10448273', '104 48 273', '1044827', '104482730', 'A0448273'].map(suggestedRin)).toEqual(['010448273', '010448273', null, null, null]);
  });

  it('a line in which nothing was typed is none', () => {
    expect([isBlankClaim(EMPTY_CLAIM), isBlankClaim({ ...EMPTY_CLAIM, rin: '  ' }), isBlankClaim(buildClaimText())]).toEqual([true, true, false]);
  });
});

describe('saving', () => {
  const draftOf = (edited: DraftEdited) => {
    if (edited.outcome !== 'edited') throw new Error(edited.changed.join());
    return edited.draft;
  };
  const base = buildDraft();

  it('keeps what is wrong as it was typed', () => {
    const saved = draftOf(editDraft(base, { step: 'dispute', fields: { trackingNumber: ' 12 34 ', npi: 'x' } }, { next: 2, seen: 1 }));
    expect(saved).toMatchObject({ trackingNumber: ' 12 34 ', npi: 'x', planCode: 'COUNTYCARE', savedIn: { dispute: 2, contact: 1 } });
  });

  it('two pages at once do not stand in each other’s way', () => {
    const there = draftOf(editDraft(base, { step: 'contact', fields: { contactPhone: '(217) 555-0199' } }, { next: 2, seen: 1 }));
    const here = draftOf(editDraft(there, { step: 'dispute', fields: { npi: '' } }, { next: 3, seen: 1 }));
    expect(here).toMatchObject({ contactPhone: '(217) 555-0199', savedIn: { contact: 2, dispute: 3 } });
  });

  it('a save over a newer one is shown, not done; the same words are no quarrel, and having seen it is enough', () => {
    const there = draftOf(editDraft(base, { step: 'dispute', fields: { trackingNumber: 'CC-9', whatHappened: 'There.' } }, { next: 2, seen: 1 }));
    const mine = { step: 'dispute', fields: { trackingNumber: 'CC-8', whatHappened: 'There.' } } as const;
    expect(editDraft(there, mine, { next: 3, seen: 1 })).toEqual({ outcome: 'newer', changed: ['the plan’s tracking number'] });
    expect(editDraft(there, { step: 'dispute', fields: { trackingNumber: 'CC-9' } }, { next: 3, seen: 1 }).outcome).toBe('edited');
    expect(draftOf(editDraft(there, mine, { next: 3, seen: 2 })).trackingNumber).toBe('CC-8');
  });

  it('lines are added, changed and removed each for itself; blank ones are not kept', () => {
    const three = draftOf(editDraft(base, { step: 'claims', lines: [{ id: null, claim: buildClaimText({ claimNumber: 'B' }) }, { id: null, claim: EMPTY_CLAIM }, { id: null, claim: buildClaimText({ claimNumber: 'C' }) }], removed: [] }, { next: 2, seen: 1 }));
    expect(three.claims.map((c) => [c.id, c.claimNumber])).toEqual([[1, '26-0188417'], [2, 'B'], [3, 'C']]);
    const two = draftOf(editDraft(three, { step: 'claims', lines: [{ id: 3, claim: buildClaimText({ claimNumber: 'C2' }) }], removed: [1] }, { next: 3, seen: 2 }));
    expect(two.claims.map((c) => [c.id, c.claimNumber, c.savedIn])).toEqual([[2, 'B', 2], [3, 'C2', 3]]);
  });

  it('a line that was changed or removed elsewhere is not written over', () => {
    const there = draftOf(editDraft(base, { step: 'claims', lines: [{ id: 1, claim: buildClaimText({ rin: '000118421' }) }], removed: [] }, { next: 2, seen: 1 }));
    const mine = { step: 'claims', lines: [{ id: 1, claim: buildClaimText({ rin: '000118422' }) }], removed: [] } as const;
    expect(editDraft(there, mine, { next: 3, seen: 1 })).toEqual({ outcome: 'newer', changed: ['line 1'] });
    expect(editDraft(there, { step: 'claims', lines: [], removed: [1] }, { next: 3, seen: 1 })).toEqual({ outcome: 'newer', changed: ['line 1'] });
    expect(editDraft({ ...base, claims: [] }, mine, { next: 3, seen: 1 }).outcome).toBe('newer');
    expect(draftOf(editDraft({ ...base, claims: [] }, mine, { next: 3, seen: 2 })).claims).toMatchObject([{ rin: '000118422' }]);
  });
});

describe('what is sent', () => {
  it('is what the door’s own schema takes, with the attestation alone added', () => {
    const parsed = COMMAND_INPUTS.submit.safeParse({ ...submissionOf(buildDraft(), DRAFT_FACTS), ticketId: '00000000-0000-4000-8000-0000000000f1', usedInternalProcess: 'on' });
    expect(parsed.success && parsed.data).toMatchObject({ facilityId: null, npi: null, isUrgent: false, claims: [{ rin: '000118420', billedCents: 124_000, paidCents: null }] });
  });

  it('a returned ticket makes a draft that says the same (D17)', () => {
    const draft = draftOfTicket(buildTicket({ trackingNumber: '987654321' }));
    const facts = { ...DRAFT_FACTS, today: day('2026-10-20') };
    expect((['eligibility', 'dispute', 'claims', 'contact'] as const).flatMap((step) => stepIssues(step, draft, facts))).toEqual([]);
    expect(draft).toMatchObject({ trackingNumberConfirmed: 'on', facilityId: 'whole', claims: [{ billedCents: '1,240.00', paidCents: '', savedIn: 1 }] });
  });
});

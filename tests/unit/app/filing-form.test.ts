import { describe, expect, it } from 'vitest';
import { readFields } from '@/app/(portal)/file/draft-fields';
import { typedDateParts } from '@/app/(portal)/file/eligibility-fields';
import { planOptions } from '@/app/(portal)/file/plan-options';
import { nextHref, stepNumber, stepOfField, stepperSteps } from '@/app/(portal)/file/steps';
import { waitWords } from '@/app/(portal)/file/wait-words';
import { issueHref } from '@/app/(portal)/file/[draftId]/check/issue-links';
import { claimsHref } from '@/app/(portal)/file/[draftId]/claims/claims-address';
import { isLineField, linesIntent, readLines } from '@/app/(portal)/file/[draftId]/claims/read-lines';
import { askedOf, pageHref } from '@/app/(portal)/my-tickets/address';
import { COMMAND_INPUTS } from '@/domain/tickets/commands';
import { calendarDate } from '@/shared/calendar-date';
import { buildDraft, buildDraftClaim } from '../../factories/build-draft';
import { REFERENCE } from '../../factories/build-ticket';

const ID = '00000000-0000-4000-8000-0000000000f1';
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};

describe('the answers of a page', () => {
  it('are read as typed; a box that was not ticked is empty, a question that was not asked is left out', () => {
    const { fields, isKnown } = readFields('dispute', form({ planCode: 'MOLINA', trackingNumber: ' 12 ', isUrgent: 'on' }));
    expect(fields).toMatchObject({ planCode: 'MOLINA', trackingNumber: ' 12 ', isUrgent: 'on', trackingNumberConfirmed: '', grounds: '' });
    expect('organizationId' in fields || 'facilityId' in fields).toBe(false);
    expect([isKnown('organizationId'), isKnown('role'), isKnown('receivedByMcoOn-day')]).toEqual([true, false, false]);
  });

  it.each([
    [{ month: '2', day: '29', year: '2025' }, '2025-02-29'],
    [{ month: 'Feb', day: '29', year: '' }, 'Feb/29'],
    [{ month: '', day: '', year: '' }, ''],
  ])('a date of three boxes comes back into them: %j', (typed, kept) => {
    const { fields } = readFields('eligibility', form(Object.fromEntries(Object.entries(typed).map(([part, value]) => [`receivedByMcoOn-${part}`, value]))));
    expect(fields.receivedByMcoOn).toBe(kept);
    if (typed.month === '2') expect(typedDateParts(kept)).toEqual({ month: '02', day: '29', year: '2025' });
    else expect(typedDateParts(kept)).toMatchObject({ month: typed.month, day: typed.day });
  });

  it('a right date comes back without its zeros', () => {
    expect(typedDateParts('2026-07-04')).toEqual({ month: '7', day: '4', year: '2026' });
  });
});

describe('claim lines of a form', () => {
  const sent = form({ 'lines.3.claimNumber': 'A', 'lines.3.rin': '10448273', 'lines.3.serviceFrom': '8/3/2026', 'lines.new.claimNumber': 'B', 'lines.new.serviceTo': 'soon' });

  it('each keeps its id; dates are tidied where they can be', () => {
    expect(readLines(sent, { type: 'save' })).toMatchObject({
      step: 'claims',
      removed: [],
      lines: [
        { id: 3, claim: { claimNumber: 'A', rin: '10448273', serviceFrom: '2026-08-03', serviceTo: '' } },
        { id: null, claim: { claimNumber: 'B', serviceTo: 'soon' } },
      ],
    });
  });

  it('a line’s own buttons act on that line alone', () => {
    expect(readLines(sent, { type: 'fix-rin', id: 3 })).toMatchObject({ lines: [{ claim: { rin: '010448273' } }, { claim: { rin: '' } }] });
    expect(readLines(sent, { type: 'remove', id: 3 })).toMatchObject({ removed: [3] });
  });

  it.each([
    ['continue', { type: 'continue' }],
    ['remove.12', { type: 'remove', id: 12 }],
    ['fix-rin.2', { type: 'fix-rin', id: 2 }],
    ['remove.x', { type: 'save' }],
    ['', { type: 'save' }],
  ])('the button “%s”', (value, intent) => {
    expect(linesIntent(form({ intent: value }))).toEqual(intent);
  });

  it('no other names are known', () => {
    expect(['lines.3.rin', 'lines.new.rin', 'lines.0.rin', 'lines.3.mcoOutcome', 'lines.3', 'claims.0.rin', 'xlines.3.rin'].map(isLineField)).toEqual([true, true, false, false, false, false, false]);
  });
});

describe('the way through the pages', () => {
  it('leads from each to the next, and the last to itself', () => {
    expect((['eligibility', 'dispute', 'claims', 'files', 'contact'] as const).map((s) => nextHref(ID, s))).toEqual(['dispute', 'claims', 'files', 'contact', 'check'].map((s) => `/file/${ID}/${s}`));
    expect([stepNumber('eligibility'), stepNumber('check'), stepperSteps(null)[0]?.href]).toEqual([1, 6, undefined]);
  });

  it('every field of `submit` has a page that asks for it', () => {
    const pages = Object.keys(COMMAND_INPUTS.submit.shape).filter((f) => f !== 'ticketId').map((f) => [f, stepOfField(f)]);
    expect(Object.fromEntries(pages)).toMatchObject({ receivedByMcoOn: 'eligibility', planCode: 'dispute', claims: 'claims', contactPhone: 'contact', files: 'files', usedInternalProcess: 'check', outsideWindowConfirmed: 'check' });
  });

  it('what is wrong when it is sent leads to its field, a claim by its own number', () => {
    const draft = buildDraft({ claims: [buildDraftClaim(4), buildDraftClaim(9)] });
    expect(issueHref(ID, draft, 'claims.1.rin')).toBe(`/file/${ID}/claims?line=9#f-lines-9-rin`);
    expect(issueHref(ID, draft, 'lines.9.rin')).toBe(`/file/${ID}/claims#f-lines-9-rin`);
    expect(issueHref(ID, draft, 'trackingNumber')).toBe(`/file/${ID}/dispute#f-trackingNumber`);
    expect(issueHref(ID, draft, 'claims')).toBe(`/file/${ID}/claims?add=1#line-new`);
    expect(issueHref(ID, draft, 'usedInternalProcess')).toBeUndefined();
  });

  it('addresses of the claims name lines by number and nothing of what is in them', () => {
    expect([claimsHref(ID), claimsHref(ID, { page: 3, editing: 120 }), claimsHref(ID, { page: Number.NaN, isAdding: true })]).toEqual([`/file/${ID}/claims`, `/file/${ID}/claims?page=3&line=120#line-120`, `/file/${ID}/claims?add=1#line-new`]);
  });

  it('a plan that has ended stands last, with its last day', () => {
    const plans = [{ code: 'OLD', name: 'Old Plan', shortName: 'Old', validFrom: calendarDate('2018-01-01'), validTo: calendarDate('2020-06-30'), succeededBy: null }, ...REFERENCE.plans];
    expect(planOptions({ ...REFERENCE, plans }, calendarDate('2026-11-24')).at(-1)).toEqual({ value: 'OLD', label: 'Old Plan (until Tue Jun 30, 2020)' });
  });

  it('says how long it is until a window opens', () => {
    expect([waitWords(calendarDate('2026-11-24'), calendarDate('2026-11-25')), waitWords(calendarDate('2026-11-24'), calendarDate('2026-12-10'))]).toEqual(['tomorrow', 'in 16 days']);
  });
});

describe('the address of My tickets', () => {
  it('comes back as it was made, rows without a date included', () => {
    const client = '00000000-0000-4000-8000-0000000000a1';
    const first = askedOf({ client });
    const href = pageHref(pageAfter(first), 'closed', { on: null, id: ID });
    const params = Object.fromEntries(new URL(href, 'http://x').searchParams);
    expect(askedOf(params)).toEqual({ clientId: client, after: { mine: null, waiting: { on: '2026-11-30', id: ID }, closed: { on: null, id: ID } } });
    expect(href.endsWith('#closed')).toBe(true);
  });

  it('anything else in it counts as left out', () => {
    expect(askedOf({ client: 'x', mine: 'soon~1', waiting: `2026-02-30~${ID}`, closed: ['a', 'b'] })).toEqual({ clientId: null, after: { mine: null, waiting: null, closed: null } });
  });
});

const pageAfter = (asked: ReturnType<typeof askedOf>) => ({ ...asked, after: { ...asked.after, waiting: { on: calendarDate('2026-11-30'), id: ID } } });

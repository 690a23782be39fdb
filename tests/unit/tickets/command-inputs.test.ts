import { describe, expect, it } from 'vitest';
import { decide } from '@/domain/tickets/decide';
import { isNpi } from '@/domain/tickets/fields';
import { buildActor, buildClaim, buildTicket, contextOn, day } from '../../factories/build-ticket';
import { buildCommand, parseForm } from '../../factories/build-command';

const CLAIM = { memberName: 'Ada', rin: '000118420', serviceFrom: '2026-07-14', serviceTo: '2026-07-14', claimNumber: '26-1', billedCents: '10', paidCents: '', disputedCents: '10', denialCode: '' };

function issuesOf(change: Record<string, unknown>): Record<string, string> {
  const parsed = parseForm('submit', change);
  return parsed.success ? {} : Object.fromEntries(parsed.error.issues.map((i) => [i.path.join('.'), i.message]));
}

describe('what people really type is taken and tidied', () => {
  it.each([
    ['spaces around a tracking number', { trackingNumber: '  CC-2026/118.402_a ' }],
    ['an apostrophe and another script', { whatHappened: 'O’Brien ’s claim. مطالبة 請求' }],
    ['a phone with an extension', { contactPhone: '217-555-0101 ext. 12' }],
    ['a phone from abroad', { contactPhone: '+1 (217) 555-0101' }],
    ['a leap day', { receivedByMcoOn: '2024-02-29' }],
    ['dollars with signs', { claims: [{ ...CLAIM, billedCents: '$1,240', disputedCents: ' 1,240.00 ' }] }],
    ['a RIN with spaces', { claims: [{ ...CLAIM, rin: '000 118 420' }] }],
  ])('%s', (_what, change) => {
    expect(issuesOf(change)).toEqual({});
  });
});

describe('all else gets a clear message at its field', () => {
  it.each([
    ['a tracking number like a Social Security number', { trackingNumber: '123-45-6789' }, 'trackingNumber', /Social Security/],
    ['a tracking number of 41 characters', { trackingNumber: 'x'.repeat(41) }, 'trackingNumber', /at most 40 characters. This one has 41/],
    ['a tracking number with a space inside', { trackingNumber: 'CC 118402' }, 'trackingNumber', /only letters, digits/],
    ['29 February 2025', { receivedByMcoOn: '2025-02-29' }, 'receivedByMcoOn', /February 2025 has 28 days/],
    ['a negative amount', { claims: [{ ...CLAIM, billedCents: '-5' }] }, 'claims.0.billedCents', /./],
    ['an amount in powers of ten', { claims: [{ ...CLAIM, billedCents: '1e9' }] }, 'claims.0.billedCents', /./],
    ['a dollar sign alone', { claims: [{ ...CLAIM, billedCents: '$' }] }, 'claims.0.billedCents', /./],
    ['a text of 10,000 characters', { whatHappened: 'x'.repeat(10_000) }, 'whatHappened', /5,000 characters or fewer. You have 10,000/],
    ['NUL', { whatHappened: 'a\u0000b' }, 'whatHappened', /cannot be shown/],
    ['a lone surrogate', { desiredOutcome: 'a\ud800b' }, 'desiredOutcome', /cannot be shown/],
    ['a phone without digits', { contactPhone: 'call me' }, 'contactPhone', /area code/],
    ['service that ends before it starts', { claims: [{ ...CLAIM, serviceTo: '2026-07-13' }] }, 'claims.0.serviceTo', /before the first day/],
    ['a RIN with 8 digits', { claims: [{ ...CLAIM, rin: '10448273' }] }, 'claims.0.rin', /has 9 digits. This one has 8/],
    ['an NPI with a wrong check digit', { npi: '1234567890' }, 'npi', /last digit/],
    ['no attestation', { usedInternalProcess: '' }, 'usedInternalProcess', /R2/],
    ['a forged id', { organizationId: "1' or 1=1" }, 'organizationId', /for whom/],
  ])('%s', (_what, change, field, message) => {
    expect(issuesOf(change)[field]).toMatch(message);
  });

  it('an unknown field is refused', () => {
    const parsed = parseForm('accept', { role: 'administration' });
    expect(parsed.success ? [] : parsed.error.issues.map((i) => i.code)).toEqual(['unrecognized_keys']);
  });

  it('an NPI is checked with the prefix 80840', () => {
    expect(['1234567893', '1245319599'].map(isNpi)).toEqual([true, true]);
    expect(['1234567890', '123456789', '12345678930'].map(isNpi)).toEqual([false, false, false]);
  });
});

describe('what only the whole complaint shows', () => {
  const provider = buildActor('provider');
  const filing = { number: 'PRP-2026-00001', organization: { id: 'o', name: 'O' }, facility: null, contact: { personId: 'p', name: 'P', phone: '1', email: 'p@o.example' }, filedByOrganizationId: 'o', claimsSha256: '', refiles: null };

  function refusedField(change: Record<string, unknown>): string[] {
    const decided = decide(null, buildCommand('submit', change), contextOn(provider, day('2026-10-15'), { facts: { filing } }));
    return decided.ok || decided.error.kind !== 'invalid' ? [] : decided.error.issues.map((i) => i.field);
  }

  it.each([
    ['a tracking number equal to a RIN of the ticket', { trackingNumber: '000118420', trackingNumberConfirmed: 'on' }, ['trackingNumber']],
    ['nine bare digits that were not confirmed', { trackingNumber: '987654321' }, ['trackingNumber']],
    ['a date of receipt in the future', { receivedByMcoOn: '2026-10-16' }, ['receivedByMcoOn']],
    ['a date of receipt before 2020', { receivedByMcoOn: '2019-12-31' }, ['receivedByMcoOn']],
    ['no claim where the issue type needs one', { claims: [] }, ['claims']],
    ['a service date in the future', { claims: [{ ...CLAIM, serviceFrom: '2026-10-16', serviceTo: '2026-10-16' }] }, ['claims.0.serviceFrom']],
    ['more in dispute than billed', { claims: [{ ...CLAIM, disputedCents: '11' }] }, ['claims.0.disputedCents']],
    ['a program that the plan did not have on that day', { planCode: 'HUMANA', programCode: 'MMAI' }, ['programCode']],
    ['an unknown plan', { planCode: 'NOPE' }, ['planCode']],
  ])('%s', (_what, change, fields) => {
    expect(refusedField(change)).toEqual(fields);
  });

  it('nine confirmed digits are a tracking number', () => {
    expect(refusedField({ trackingNumber: '987654321', trackingNumberConfirmed: 'on' })).toEqual([]);
  });

  it('a correction that changes nothing is refused, and the plan stays once it has the ticket', () => {
    const team = buildActor('portal_team');
    const same = decide(buildTicket(), buildCommand('correct', { trackingNumber: 'CC-2026-118402' }), contextOn(team, day('2026-10-20')));
    expect(same).toMatchObject({ ok: false, error: { issues: [{ field: 'reason' }] } });
    const moved = decide(buildTicket({ status: 'presented', claims: [buildClaim({ serviceFrom: day('2026-02-01') })] }), buildCommand('correct', { planCode: 'HUMANA', programCode: 'FIDE_SNP' }), contextOn(team, day('2026-10-20')));
    expect(moved).toMatchObject({ ok: false, error: { issues: [{ field: 'planCode' }] } });
  });

  it('once the window no longer fits, presenting is refused and returning is what is left', () => {
    const team = buildActor('portal_team');
    const corrected = buildTicket({ receivedByMcoOn: day('2026-10-01') });
    expect(decide(corrected, buildCommand('present'), contextOn(team, day('2026-10-20')))).toMatchObject({ ok: false, error: { kind: 'not_allowed' } });
    expect(decide(corrected, buildCommand('returnAsClosed', { closeReason: 'premature' }), contextOn(team, day('2026-10-20'))).ok).toBe(true);
  });
});

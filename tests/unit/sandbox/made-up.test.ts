import { describe, expect, it } from 'vitest';
import { isNpi } from '@/domain/tickets/fields';
import { npiFrom, ORGANIZATIONS, organizationOf, PEOPLE, personOf, type OrganizationKey, type PersonKey } from '@/server/sandbox/cast/cast';
import { bulkProvider } from '@/server/sandbox/load/bulk-providers';
import { Picks, seededId, seededIds } from '@/server/sandbox/seeded';
import { makeClaims } from '@/server/sandbox/stories/claims';
import { calendarDate } from '@/shared/calendar-date';
import { sumCents } from '@/shared/cents';

const organizations = (Object.keys(ORGANIZATIONS) as OrganizationKey[]).map(organizationOf);
const people = (Object.keys(PEOPLE) as PersonKey[]).map(personOf);

describe('the sandbox’s people', () => {
  it('write from addresses that cannot exist', () => {
    expect(people.filter((p) => !p.email.endsWith('.example'))).toEqual([]);
    expect(bulkProvider(7).email).toMatch(/\.example$/);
  });

  it('have an address each', () => {
    expect(new Set(people.map((p) => p.email)).size).toBe(people.length);
  });

  it('have NPIs that begin with 9 and have a right check digit', () => {
    const starts = organizations.flatMap((o) => [o.npiStart, ...Object.values(o.facilities ?? {}).map((f) => f.npiStart)]).filter((start) => start !== undefined);
    const npis = starts.map(npiFrom);
    expect(npis.length).toBeGreaterThan(15);
    expect(npis.filter((npi) => !npi.startsWith('9') || !isNpi(npi))).toEqual([]);
    expect(new Set(npis).size).toBe(npis.length);
  });

  it('work for every plan of the data file, for the Portal Team and for HFS', () => {
    const plans = organizations.filter((o) => o.kind === 'mco').map((o) => o.planCode);
    expect(plans.sort()).toEqual(['AETNA', 'BCCHP', 'COUNTYCARE', 'HUMANA', 'ILLINICARE', 'MERIDIAN', 'MOLINA', 'NEXTLEVEL', 'YOUTHCARE']);
    const count = (role: string) => people.filter((p) => p.role === role).length;
    expect([count('portal_team'), count('account_manager'), count('sme'), count('administration')]).toEqual([2, 2, 1, 1]);
  });
});

describe('made-up claims', () => {
  const received = calendarDate('2026-09-11');
  const claims = makeClaims('a key', { count: 40, totalCents: 1_234_567 }, received);

  it('add up to what the dispute is about', () => {
    expect(sumCents(claims.map((c) => c.disputedCents))).toBe(1_234_567);
  });

  it('name members whose RIN begins with 000', () => {
    expect(claims.filter((c) => !/^000\d{6}$/.test(c.rin))).toEqual([]);
  });

  it('lie before the plan received the dispute, and bill at least what is in dispute', () => {
    expect(claims.filter((c) => c.serviceTo >= received || c.serviceTo < c.serviceFrom || c.billedCents < c.disputedCents)).toEqual([]);
  });

  it('are the same again', () => {
    expect(makeClaims('a key', { count: 40, totalCents: 1_234_567 }, received)).toEqual(claims);
  });
});

describe('seeded ids and picks', () => {
  it('are pinned, so that they are the same on every machine', () => {
    const ids = seededIds('row');
    expect([seededId('ticket:renata-answered'), ids(), ids()]).toEqual(['0dc8a233-e39e-8a43-ae20-ae3e41916642', 'd616fae7-a718-83c7-aa7d-f223678d81aa', 'c26b6add-942a-89f1-ac62-41be273c8a44']);
    const picks = new Picks('sandbox');
    expect([picks.number(1, 100), picks.number(1, 100), picks.number(1, 100)]).toEqual([74, 20, 65]);
  });
});

import { describe, expect, it } from 'vitest';
import { planHolder, plansHeldBy, withPredecessors } from '@/domain/tickets/plan-succession';
import type { Plan, ReferenceData } from '@/domain/tickets/reference';
import { calendarDate as day } from '@/shared/calendar-date';

const plan = (code: string, validTo: string | null = null, succeededBy: string | null = null): Plan => ({
  code,
  name: code,
  shortName: code,
  validFrom: day('2018-01-01'),
  validTo: validTo === null ? null : day(validTo),
  succeededBy,
});
const data: ReferenceData = {
  plans: [plan('OLDEST', '2019-12-31', 'OLD'), plan('OLD', '2020-11-30', 'NEW'), plan('NEW'), plan('GONE', '2020-06-30')],
  programs: [],
  planPrograms: [],
  issueTypes: [],
};

describe('a plan ends (D20)', () => {
  it('keeps its tickets on its last day', () => {
    expect(planHolder(data, 'OLD', day('2020-11-30'))).toBe('OLD');
    expect(plansHeldBy(data, 'OLD', day('2020-11-30'))).toEqual(['OLD', 'OLDEST']);
    expect(plansHeldBy(data, 'NEW', day('2020-11-30'))).toEqual(['NEW']);
  });

  it('hands them to its successor from the day after, through every link', () => {
    expect(planHolder(data, 'OLDEST', day('2020-12-01'))).toBe('NEW');
    expect(plansHeldBy(data, 'OLD', day('2020-12-01'))).toEqual([]);
    expect(plansHeldBy(data, 'NEW', day('2020-12-01'))).toEqual(['NEW', 'OLD', 'OLDEST']);
  });

  it('keeps them where nobody succeeds it', () => {
    expect(planHolder(data, 'GONE', day('2026-11-24'))).toBe('GONE');
    expect(plansHeldBy(data, 'GONE', day('2026-11-24'))).toEqual(['GONE']);
  });

  it('leaves an unknown plan to itself', () => {
    expect(planHolder(data, 'NOBODY', day('2026-11-24'))).toBe('NOBODY');
    expect(withPredecessors(data, [], day('2026-11-24'))).toEqual([]);
  });
});

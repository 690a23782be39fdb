import { describe, expect, it } from 'vitest';
import { buildHolidayTable } from '@/domain/deadlines';
import { decide } from '@/domain/tickets/decide';
import { buildCommand } from '../../factories/build-command';
import { buildActor, buildTicket, contextOn, day, HOLIDAYS } from '../../factories/build-ticket';

// Presented on Tue Oct 27, 2026, the answer is due on Mon Nov 30.
const present = (on: string, shownDueOn: string, change: Parameters<typeof contextOn>[2] = {}) =>
  decide(buildTicket(), buildCommand('present', { shownDueOn }), contextOn(buildActor('portal_team'), day(on), change));

describe('presenting, which cannot be taken back, by a form that had shown when the answer is due', () => {
  it('is done where that date still holds', () => {
    expect(present('2026-10-27', '2026-11-30').ok).toBe(true);
    expect(present('2026-10-27', '').ok).toBe(true);
  });

  it('is not done where the form was left open until another day gives another date', () => {
    expect(present('2026-11-02', '2026-11-30')).toMatchObject({ ok: false, error: { kind: 'conflict', reason: expect.stringContaining('is due Wed Dec 2, 2026, not Mon Nov 30, 2026') as string } });
  });

  it('is not done where HFS has added a holiday meanwhile (D16)', () => {
    const { version, firstYear, lastYear, rows } = HOLIDAYS;
    const holidays = buildHolidayTable({ version: version + 1, firstYear, lastYear, rows: [...rows, { on: day('2026-11-30'), name: 'Proclaimed', confirmed: true }] });
    expect(present('2026-10-27', '2026-11-30', { holidays })).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    expect(present('2026-10-27', '2026-12-01', { holidays }).ok).toBe(true);
  });
});

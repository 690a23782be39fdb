import { describe, expect, it } from 'vitest';
import { alertWords, halfTimeOn, overdueCutoff } from '@/domain/tickets/escalation';
import { day, HOLIDAYS } from '../../factories/build-ticket';

describe('when an alert is prepared (R19)', () => {
  it.each([
    // Due Mon Nov 30: 1 business day overdue on Dec 1, 5 on Dec 7.
    ['2026-12-01', 1, '2026-11-30'],
    ['2026-12-07', 5, '2026-11-30'],
    // Due Wed Nov 25: the first business day after it is Mon Nov 30.
    ['2026-11-27', 1, '2026-11-24'],
    ['2026-11-30', 1, '2026-11-29'],
  ])('on %s what is overdue by %i business days was due by %s', (today, n, cutoff) => {
    expect(overdueCutoff(day(today), n, HOLIDAYS)).toBe(cutoff);
  });

  it('half of the time is gone on the day in the middle, the later one of two', () => {
    expect(halfTimeOn(day('2026-10-27'), day('2026-11-30'))).toBe('2026-11-13');
    expect(halfTimeOn(day('2026-10-04'), day('2026-11-04'))).toBe('2026-10-20');
  });

  it('says each reason once: 5 business days overdue stands for 1', () => {
    const words = alertWords([{ reason: 'no_contact', sinceOn: day('2026-10-27') }, { reason: 'overdue_1', sinceOn: day('2026-11-30') }, { reason: 'overdue_5', sinceOn: day('2026-11-30') }], 'CountyCare');
    expect(words.split('\n')).toEqual([
      'A duty of CountyCare on this ticket is overdue by 5 business days or more. It was due Mon Nov 30, 2026.',
      'CountyCare has logged no contact with the provider for 15 days, since Tue Oct 27, 2026.',
    ]);
    const twoDates = alertWords([{ reason: 'overdue_5', sinceOn: day('2026-11-05') }, { reason: 'overdue_1', sinceOn: day('2026-11-05') }, { reason: 'overdue_1', sinceOn: day('2026-11-30') }], 'CountyCare');
    expect(twoDates.split('\n')).toEqual(['A duty of CountyCare on this ticket is overdue by 5 business days or more. It was due Thu Nov 5, 2026.', 'A duty of CountyCare on this ticket is overdue. It was due Mon Nov 30, 2026.']);
    expect(alertWords([{ reason: 'not_opened', sinceOn: day('2026-11-13') }], 'CountyCare')).toBe('Nobody at CountyCare has opened this ticket, and half of its time to answer was gone on Fri Nov 13, 2026.');
  });
});

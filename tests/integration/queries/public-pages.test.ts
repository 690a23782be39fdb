import { describe, expect, it } from 'vitest';
import { getFilingCalendar } from '@/server/queries/get-filing-calendar';
import { getHomePage } from '@/server/queries/get-can-i-file';
import { getPolicyPage } from '@/server/queries/get-policy-page';
import { addDays, calendarDate, formatDay } from '@/shared/calendar-date';
import { useDatabase } from '../database';

useDatabase();

describe('the calculator', () => {
  it.each([
    ['mco-response', '2026-10-27', '2026-11-30', 'day 30 is Thanksgiving; Friday is a State holiday; then the weekend'],
    ['mco-response-extended', '2026-10-27', '2026-12-28', '60 from the start, not 30 from the moved date'],
    ['mco-response', '2026-10-04', '2026-11-04', 'day 30 is General Election Day'],
    ['mco-response', '2021-01-13', '2021-02-16', 'Lincoln’s Birthday on a Friday, weekend, Washington’s Birthday'],
    ['information-answer', '2026-11-24', '2026-12-03', 'Thanksgiving and the day after do not count'],
  ])('%s from %s is due %s: %s', async (rule, start, due, _why) => {
    expect((await getPolicyPage({ rule, start })).answer).toMatchObject({ ok: true, value: { due } });
  });

  it.each([
    ['hfs-question', '2026-10-27', 'rule', /Whoever asks sets/],
    ['portal-team-request', '', 'rule', /Whoever asks sets/],
    ['contest', '', 'start', /Enter the day/],
    ['contest', '2019-12-30', 'start', /2019/],
    ['mco-response', '2030-12-20', 'start', /2031/],
    ['sanction-notice', '2026-11-24', 'start', /last day of a quarter/],
    ['mco-response', '2026-02-30', 'start', /February 2026 has 28 days/],
    ['mco-response', '20/10/26', 'start', /month, day and year/],
    ['nothing', '2026-02-01', 'rule', /Choose/],
  ])('%s from %s is an answer at the field', async (rule, start, field, message) => {
    const { answer } = await getPolicyPage({ rule, start });
    expect(answer).toMatchObject({ ok: false, error: { field, message: expect.stringMatching(message) as string } });
  });
});

describe('can I file yet?', () => {
  const ask = async (received: string, number = 'yes') => (await getHomePage({ number, received })).reply;

  it('answers by the portal’s day, on both sides of the window', async () => {
    const { today, reply } = await getHomePage(null);
    expect(reply).toBeNull();
    const stateOf = async (daysAgo: number) => {
      const answer = await ask(addDays(today, -daysAgo));
      return answer?.kind === 'window' ? [answer.outlook.state, answer.isSoon] : null;
    };
    expect([await stateOf(29), await stateOf(30), await stateOf(60), await stateOf(61)]).toEqual([
      ['premature', false],
      ['open', false],
      ['open', true],
      ['untimely', false],
    ]);
  });

  it.each([
    ['2020-12-05', null, 'Feb 3, 2021 is a Wednesday'],
    ['2020-12-08', { holiday: null, nextBusinessDay: '2021-02-08' }, 'Feb 6, 2021 is a Saturday'],
    ['2025-10-26', { holiday: 'Christmas Day', nextBusinessDay: '2025-12-26' }, 'Dec 25, 2025 is Christmas Day'],
  ])('received %s: whether the last day is one of closed offices, to which it does not move (D4)', async (received, closedLastDay, _why) => {
    expect(await ask(received)).toMatchObject({ kind: 'window', closedLastDay });
  });

  it('explains that it needs the plan’s number, whatever stands in the date (D19)', async () => {
    expect(await ask('', 'no')).toEqual({ kind: 'no_number' });
    expect(await ask('x', 'no')).toEqual({ kind: 'no_number' });
  });

  it.each([
    ['', 'received', /Enter the day/],
    ['2025-02-29', 'received', /February 2025 has 28 days/],
    ['2025-13-01', 'received', /no month 13/],
    ['2019-12-31', 'received', /before 2020/],
    ['9999-12-31', 'received', /in the future/],
    ['Oct/x/2026', 'received', /month, day and year/],
  ])('says at the field what is wrong with “%s”', async (typed, field, message) => {
    expect(await ask(typed)).toEqual({ kind: 'problems', issues: [{ field, message: expect.stringMatching(message) as string }] });
  });

  it('asks for the answer about the number too', async () => {
    const reply = await ask('', '');
    expect(reply?.kind === 'problems' && reply.issues.map((i) => i.field)).toEqual(['number', 'received']);
    expect(await ask('2026-10-20', '')).toMatchObject({ kind: 'problems', issues: [{ field: 'number' }] });
  });

  it('puts the next day that matters in a calendar file', async () => {
    const { today } = await getHomePage(null);
    const early = await getFilingCalendar(addDays(today, -10));
    expect(early).toContain(`DTSTART;VALUE=DATE:${addDays(today, 20).replaceAll('-', '')}`);
    expect(early).toMatch(/END:VCALENDAR\r\n$/);
    expect(early?.replace(/\r\n /g, '')).toContain('from today');
    const open = await getFilingCalendar(addDays(today, -40));
    expect(open).toContain(`DTSTART;VALUE=DATE:${addDays(today, 20).replaceAll('-', '')}`);
    expect(open?.replace(/\r\n /g, '')).toContain(formatDay(addDays(today, 20)).replaceAll(',', '\\,'));
    const uid = (file: string | null) => /^UID:(.+)$/m.exec(file ?? '')?.[1];
    expect(uid(open)).toBe(uid(await getFilingCalendar(addDays(today, -40))));
    expect(uid(open)).not.toBe(uid(early));
    expect(await getFilingCalendar(addDays(today, -61))).toBeNull();
    expect(await getFilingCalendar(calendarDate('2019-01-01'))).toBeNull();
    expect(await getFilingCalendar('')).toBeNull();
  });
});

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
    ['hfs-question', '2026-10-27', 'rule', /set by the asker/],
    ['mco-response', '2030-12-20', 'start', /2031/],
    ['sanction-notice', '2026-11-24', 'start', /last day of a quarter/],
    ['mco-response', '2026-02-30', 'start', /2026-02-30/],
    ['nothing', '2026-02-01', 'rule', /Choose/],
  ])('%s from %s is an answer at the field', async (rule, start, field, message) => {
    const { answer } = await getPolicyPage({ rule, start });
    expect(answer).toMatchObject({ ok: false, error: { field, message: expect.stringMatching(message) as string } });
  });
});

describe('can I file yet?', () => {
  it('answers by the portal’s day, on both sides of the window', async () => {
    const { today } = await getHomePage(null);
    const stateOf = async (daysAgo: number) => {
      const { answer } = await getHomePage(addDays(today, -daysAgo));
      return answer?.ok ? answer.value.outlook.state : null;
    };
    expect([await stateOf(29), await stateOf(30), await stateOf(60), await stateOf(61)]).toEqual(['premature', 'open', 'open', 'untimely']);
  });

  it.each(['', '2025-02-29', '2019-12-31', 'x'])('says what is wrong with “%s”', async (typed) => {
    expect((await getHomePage(typed)).answer).toMatchObject({ ok: false });
  });

  it('puts the next day that matters in a calendar file', async () => {
    const { today } = await getHomePage(null);
    const early = await getFilingCalendar(addDays(today, -10));
    expect(early).toContain(`DTSTART;VALUE=DATE:${addDays(today, 20).replaceAll('-', '')}`);
    expect(early?.replace(/\r\n /g, '')).toContain('from today');
    const open = await getFilingCalendar(addDays(today, -40));
    expect(open).toContain(`DTSTART;VALUE=DATE:${addDays(today, 20).replaceAll('-', '')}`);
    expect(open?.replace(/\r\n /g, '')).toContain(formatDay(addDays(today, 20)).replaceAll(',', '\\,'));
    expect(await getFilingCalendar(addDays(today, -61))).toBeNull();
    expect(await getFilingCalendar(calendarDate('2019-01-01'))).toBeNull();
  });
});

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { FIRST_RULE_SET, buildHolidayTable, dueDate, type RuleId } from '@/domain/deadlines';
import { calendarDate } from '@/shared/calendar-date';
import { WhyThisDate } from '@/ui/ticket/why-this-date';

const holidays = buildHolidayTable({
  version: 12,
  firstYear: 2026,
  lastYear: 2027,
  rows: [
    { on: calendarDate('2026-11-26'), name: 'Thanksgiving Day', confirmed: true },
    { on: calendarDate('2026-11-27'), name: 'Day after Thanksgiving', confirmed: true },
  ],
});

function render(ruleId: RuleId, day0: string, form: 'list' | 'line') {
  const due = dueDate(ruleId, calendarDate(day0), holidays, FIRST_RULE_SET);
  if (!due.ok) throw new Error(due.error.message);
  return renderToStaticMarkup(<WhyThisDate reason={due.value} today={calendarDate('2026-11-24')} form={form} />);
}

it('explains a rolled date in one line with its rule and both versions', () => {
  const html = render('mco-response', '2026-10-27', 'line');
  expect(html).toContain('Presented Tue Oct 27, 2026 (day 0). Day 30 is Thu Nov 26: Thanksgiving Day. Fri Nov 27: Day after Thanksgiving. Sat, Sun. Due Mon Nov 30, 2026 (R8).');
  expect(html).toContain('href="/policy#R8"');
  expect(html).toContain('rules of Feb 2023 · holiday table 12');
  expect(html).not.toContain('<table');
});

it('draws the calendar of a business-day date: numbers on what counts, a name on what does not', () => {
  const html = render('contest', '2026-11-20', 'list');
  const cells = [...html.matchAll(/<td class="?([^">]*)"?>(.*?)<\/td>/g)].map(([, look, inner]) => `${look}|${inner?.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim()}`);
  expect(cells).toContain('zero|20 0 day 0');
  expect(cells).toContain('today|24 2 business day 2, today');
  expect(cells).toContain('off|26 Thanksgiving Day, does not count');
  expect(cells).toContain('off|28 Saturday, does not count');
  expect(cells).toContain('due-day|1 5 business day 5, the date');
});

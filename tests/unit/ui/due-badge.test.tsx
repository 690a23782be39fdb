import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { calendarDate } from '@/shared/calendar-date';
import { DueBadge, DueOnStrip, type DueBadgeProps } from '@/ui/ticket/due-badge';

const today = calendarDate('2026-11-24');

function badge(props: Omit<DueBadgeProps, 'today'>) {
  const html = renderToStaticMarkup(<DueBadge today={today} {...props} />);
  return { html, words: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim() };
}

it.each([
  { what: 'far off', due: '2026-12-23', words: 'Wed Dec 23, 2026 29 days left', colour: 'text-ink-soft' },
  { what: 'within 3 business days', due: '2026-11-30', soon: true, words: 'Mon Nov 30, 2026 6 days left', colour: 'bg-soon-wash' },
  { what: 'a duty that is overdue', due: '2026-11-13', words: 'Fri Nov 13, 2026 11 days overdue', colour: 'bg-late ' },
  { what: 'a window that has ended: nobody is late', due: '2026-11-22', kind: 'window' as const, words: 'Sun Nov 22, 2026 ended 2 days ago', colour: 'text-ink-soft' },
  { what: 'a target that has passed changes nothing', due: '2026-11-20', kind: 'target' as const, words: 'Fri Nov 20, 2026 4 days past the target', colour: 'text-ink-soft' },
  { what: 'done late: the days no longer grow', due: '2026-11-16', doneOn: '2026-11-19', words: 'Mon Nov 16, 2026 3 days late', colour: 'bg-late-wash' },
  { what: 'done early', due: '2026-11-30', doneOn: '2026-11-20', words: 'Mon Nov 30, 2026 10 days early', colour: 'text-ink-soft' },
])('says and colours a date: $what', ({ due, doneOn, soon, kind, words, colour }) => {
  const { html, words: seen } = badge({ due: calendarDate(due), doneOn: doneOn ? calendarDate(doneOn) : null, soon, kind });
  expect(seen).toBe(words);
  expect(html).toContain(colour);
});

it('opens its reason without script where one is given', () => {
  const { html } = badge({ due: calendarDate('2026-11-30'), why: 'Presented Tue Oct 27, 2026 (day 0).' });
  expect(html).toMatch(/^<details/);
  expect(html).toContain('Presented Tue Oct 27, 2026 (day 0).');
});

it('turns red on the strip once the duty is overdue, gold before', () => {
  expect(renderToStaticMarkup(<DueOnStrip today={today} due={calendarDate('2026-11-30')} />)).toContain('bg-gold');
  expect(renderToStaticMarkup(<DueOnStrip today={today} due={calendarDate('2026-11-23')} />)).toContain('bg-late');
});

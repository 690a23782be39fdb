import { addDays, calendarDate, compareDays, type CalendarDate } from '@/shared/calendar-date';
import { Picks } from '../seeded';
import { FIRST_DAY, lifeStory, type Ending, type Fate } from './life';
import type { PlanCode } from './parties';
import type { Story } from './story';
import type { WorkingDays } from './working-days';

type Fined = { plan: PlanCode; third: number; fourth: number };

/** Issued fines by plan: July to September and October to December 2026. */
const FINED: readonly Fined[] = [
  { plan: 'MOLINA', third: 9, fourth: 6 },
  { plan: 'MERIDIAN', third: 6, fourth: 4 },
  { plan: 'AETNA', third: 5, fourth: 3 },
  { plan: 'BCCHP', third: 3, fourth: 2 },
  { plan: 'COUNTYCARE', third: 2, fourth: 1 },
  { plan: 'YOUTHCARE', third: 1, fourth: 0 },
];

const AFTER_A_LATE_ANSWER: readonly Ending[] = [{ as: 'accepted' }, { as: 'not_contested' }, { as: 'not_contested' }, { as: 'accepted' }, { as: 'resolved', from: 'contested' }];

function finedIn(plan: PlanCode, count: number, from: CalendarDate, to: CalendarDate, days: WorkingDays): Story[] {
  const span = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return Array.from({ length: count }, (_, i) => {
    const key = `fined-${plan}-${from}-${i}`;
    const picks = new Picks(`when:${key}`);
    const decidedOn = days.onOrBefore(addDays(from, Math.round(((i + 0.5) * span) / count)));
    // The answer was due two to three weeks before the decision.
    const presentedOn = days.onOrBefore(addDays(decidedOn, 0 - picks.number(46, 54)));
    return lifeStory({ key, plan, presentedOn, late: { fine: 'issued', decidedOn }, ending: picks.one(AFTER_A_LATE_ANSWER) }, days);
  });
}

const late = (key: string, plan: PlanCode, presentedOn: string, fate: Fate, ending: Ending, days: WorkingDays, answeredOn?: string): Story =>
  lifeStory({ key, plan, presentedOn, late: fate, ending, ...(answeredOn !== undefined && { answeredOn }) }, days);

/** The fine desk on Nov 24, 2026 beside CountyCare’s three: proposed, waived, rescinded. */
function fineDesk(days: WorkingDays): Story[] {
  const proposed: Fate = { fine: 'proposed' };
  return [
    late('molina-answered-late', 'MOLINA', '2026-10-16', proposed, { as: 'responded' }, days, '2026-11-19'),
    late('meridian-silent', 'MERIDIAN', '2026-10-15', proposed, { as: 'presented', opened: true }, days),
    late('aetna-answered-late', 'AETNA', '2026-10-20', proposed, { as: 'responded' }, days, '2026-11-20'),
    late('molina-silent', 'MOLINA', '2026-10-21', proposed, { as: 'presented', opened: false }, days),
    late('bcchp-waived', 'BCCHP', '2026-09-08', { fine: 'waived', decidedOn: '2026-10-20' }, { as: 'accepted' }, days),
    late('humana-waived', 'HUMANA', '2026-09-21', { fine: 'waived', decidedOn: '2026-11-02' }, { as: 'not_contested' }, days),
    late('aetna-waived', 'AETNA', '2026-09-25', { fine: 'waived', decidedOn: '2026-11-06' }, { as: 'contested' }, days),
    late('meridian-rescinded', 'MERIDIAN', '2026-09-11', { fine: 'rescinded', decidedOn: '2026-10-22' }, { as: 'accepted' }, days),
  ];
}

/** What each other plan has to answer on Nov 24, 2026. */
const OPEN: readonly [plan: PlanCode, presentedOn: readonly string[]][] = [
  ['AETNA', ['2026-10-27', '2026-10-29', '2026-11-04', '2026-11-09', '2026-11-13', '2026-11-17', '2026-11-20']],
  ['BCCHP', ['2026-10-26', '2026-10-30', '2026-11-06', '2026-11-12', '2026-11-18']],
  ['HUMANA', ['2026-10-28', '2026-11-10', '2026-11-20']],
  ['MERIDIAN', ['2026-10-26', '2026-10-30', '2026-11-02', '2026-11-06', '2026-11-12', '2026-11-16', '2026-11-19', '2026-11-23']],
  ['MOLINA', ['2026-10-26', '2026-10-28', '2026-11-05', '2026-11-10', '2026-11-13', '2026-11-18', '2026-11-23']],
  ['YOUTHCARE', ['2026-10-29', '2026-11-13']],
];

/** Answers of the last days, contests, and reviews that wait for HFS, at the other plans. */
function underWay(days: WorkingDays): Story[] {
  const at = (key: string, plan: PlanCode, answeredOn: string, ending: Ending) => lifeStory({ key, plan, answeredOn, ending }, days);
  return [
    at('aetna-waiting', 'AETNA', '2026-11-20', { as: 'responded' }),
    at('meridian-waiting-1', 'MERIDIAN', '2026-11-19', { as: 'responded' }),
    at('meridian-waiting-2', 'MERIDIAN', '2026-11-23', { as: 'responded' }),
    at('youthcare-waiting', 'YOUTHCARE', '2026-11-18', { as: 'responded' }),
    at('bcchp-lapsed', 'BCCHP', '2026-11-12', { as: 'responded' }),
    at('molina-lapsed', 'MOLINA', '2026-11-13', { as: 'responded' }),
    at('molina-contested', 'MOLINA', '2026-11-13', { as: 'contested' }),
    at('humana-contested', 'HUMANA', '2026-11-06', { as: 'contested' }),
    // Contested long enough ago that no review can be asked for any more: the Portal Team's to close.
    at('meridian-contest-lapsed', 'MERIDIAN', '2026-10-13', { as: 'contested' }),
    at('aetna-contest-lapsed', 'AETNA', '2026-10-14', { as: 'contested' }),
    at('molina-review', 'MOLINA', '2026-11-05', { as: 'review_requested', inOneStep: true }),
    at('meridian-review-1', 'MERIDIAN', '2026-10-21', { as: 'review_requested', inOneStep: false }),
    at('meridian-review-2', 'MERIDIAN', '2026-09-24', { as: 'review_requested', inOneStep: true }),
    at('aetna-review', 'AETNA', '2026-10-28', { as: 'review_requested', inOneStep: true }),
    at('bcchp-review', 'BCCHP', '2026-10-07', { as: 'review_requested', inOneStep: false }),
  ];
}

const ENDINGS: readonly Ending[] = [
  { as: 'accepted' },
  { as: 'accepted' },
  { as: 'accepted' },
  { as: 'not_contested' },
  { as: 'not_contested' },
  { as: 'resolved', from: 'presented' },
  { as: 'withdrawn', from: 'presented' },
  { as: 'withdrawn', from: 'submitted' },
  { as: 'review_not_requested' },
  { as: 'resolved', from: 'contested' },
];
const SHARES: readonly PlanCode[] = ['COUNTYCARE', 'COUNTYCARE', 'MERIDIAN', 'MERIDIAN', 'MOLINA', 'AETNA', 'BCCHP', 'YOUTHCARE', 'HUMANA'];

/** The months before: what was filed from fall 2025 on and has long been closed. */
function closedLongAgo(days: WorkingDays): Story[] {
  const stories: Story[] = [];
  const last = calendarDate('2026-08-20');
  for (let on = FIRST_DAY, i = 0; compareDays(on, last) <= 0; i += 1) {
    const key = `closed-${i}`;
    const picks = new Picks(`past:${key}`);
    stories.push(lifeStory({ key, plan: picks.one(SHARES), filedOn: days.weekday(on), ending: picks.one(ENDINGS) }, days));
    on = addDays(on, picks.number(2, 7));
  }
  return stories;
}

export function otherPlanStories(days: WorkingDays): Story[] {
  return [
    ...FINED.flatMap(({ plan, third, fourth }) => [
      ...finedIn(plan, third, calendarDate('2026-07-01'), calendarDate('2026-09-30'), days),
      ...finedIn(plan, fourth, calendarDate('2026-10-01'), calendarDate('2026-11-20'), days),
    ]),
    ...fineDesk(days),
    ...OPEN.flatMap(([plan, dates]) => dates.map((presentedOn, i) => lifeStory({ key: `open-${plan}-${i}`, plan, presentedOn, ending: { as: 'presented', opened: compareDays(calendarDate(presentedOn), calendarDate('2026-11-17')) < 0 } }, days))),
    ...underWay(days),
    ...closedLongAgo(days),
  ];
}

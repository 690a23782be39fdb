import { addDays, compareDays, formatDay, formatDayWithoutYear, weekdayName, weekdayShort, yearOf, type CalendarDate } from '@/shared/calendar-date';
import { assertNever } from '@/shared/assert-never';
import type { DeadlineRule, RuleId } from './deadline-rules';
import { unconfirmedIn, type Begun, type DeadlineStep } from './deadline-steps';
import type { RuleSet } from './rule-sets';

/** What the explanation is about: a `DueDate` or the row of a clock will do. */
export type Explained = { ruleId: RuleId; steps: readonly DeadlineStep[] };

const BEGUN = {
  reopened: { short: 'Opened again', sentence: 'The Portal Team opened the ticket again' },
  transferred: { short: 'Transferred', sentence: 'The Portal Team transferred the ticket to another plan' },
  in_review: { short: 'Placed in review', sentence: 'The Portal Team placed the ticket in Administrative Review' },
} as const satisfies Record<Begun, { short: string; sentence: string }>;

type Words = Pick<DeadlineRule, 'day0Short' | 'resultWord'> & { source: string | null };

/** Names days without their year as long as it stays the one named last. */
function dayNamer(): (day: CalendarDate, always?: 'with year') => string {
  let year = 0;
  return (day, always) => {
    const isKnown = yearOf(day) === year && always === undefined;
    year = yearOf(day);
    return isKnown ? formatDayWithoutYear(day) : formatDay(day);
  };
}

/** `Sat, Sun`: days in a row by weekday alone. */
function weekdaysOf(from: CalendarDate, to: CalendarDate): string {
  const names: string[] = [];
  for (let day = from; compareDays(day, to) <= 0; day = addDays(day, 1)) names.push(weekdayShort(day));
  return names.join(', ');
}

function countedWords(step: Extract<DeadlineStep, { type: 'counted' }>, name: (day: CalendarDate) => string): string {
  if (step.first === step.last) return `${name(step.from)} is day ${step.first}.`;
  if (step.last === step.first + 1) return `${name(step.from)} and ${name(step.to)} are days ${step.first} and ${step.last}.`;
  return `${name(step.from)} to ${name(step.to)} are days ${step.first} to ${step.last}.`;
}

/** Why counting calendar days could not end where it did: the skipped day is the same one. */
function landingReason(next: DeadlineStep | undefined): string {
  if (next?.type === 'holiday') return `: ${next.name}.`;
  if (next?.type === 'weekend') return `: a ${weekdayName(next.from)}.`;
  return '.';
}

/** The steps in one line of short sentences, with words for day 0 and for the result that may belong to no rule. */
export function explainStepsWith(steps: readonly DeadlineStep[], words: Words): string {
  const name = dayNamer();
  const source = words.source === null ? '' : ` (${words.source})`;
  const parts = steps.flatMap((step, i): string[] => {
    const landedHere = steps[i - 1]?.type === 'day_n';
    switch (step.type) {
      case 'day0':
        return [`${step.begun === undefined ? words.day0Short : BEGUN[step.begun].short} ${name(step.on)} (day 0).`];
      case 'day_n':
        return [`Day ${step.n} is ${name(step.on)}${landingReason(steps[i + 1])}`];
      case 'counted':
        return [countedWords(step, name)];
      case 'holiday':
        return landedHere ? [] : [`${name(step.on)}: ${step.name}.`];
      case 'weekend':
        if (!landedHere) return [`${weekdaysOf(step.from, step.to)}.`];
        return step.from === step.to ? [] : [`${weekdaysOf(addDays(step.from, 1), step.to)}.`];
      case 'end_of_next_month':
        return [`The next month ends on ${name(step.on)}.`];
      case 'due':
        return [`${words.resultWord} ${name(step.on, 'with year')}${source}.`];
      default:
        return assertNever(step);
    }
  });
  return parts.join(' ');
}

/** "Why this date?" in one line: *Presented Tue Oct 27, 2026 (day 0). Day 30 is … Due Mon Nov 30, 2026 (R8).* */
export function explainSteps({ ruleId, steps }: Explained, ruleSet: RuleSet): string {
  return explainStepsWith(steps, ruleSet.rules[ruleId]);
}

/** `a`, `a and b`, `a, b and c`. */
function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

function holidaySentences(steps: readonly DeadlineStep[], name: (day: CalendarDate) => string): string[] {
  const holidays = steps.flatMap((step) => (step.type === 'holiday' ? [`${name(step.on)} is ${step.name}`] : []));
  const hasWeekend = steps.some((step) => step.type === 'weekend');
  if (holidays.length === 0) return hasWeekend ? ['Saturdays and Sundays do not count.'] : [];
  return [`${listed(holidays)}. State holidays and weekends do not count.`];
}

function rollSentences(steps: readonly DeadlineStep[], name: (day: CalendarDate) => string): string[] {
  const moved = steps.flatMap((step): string[] => {
    if (step.type === 'holiday') return [`${name(step.on)} is ${step.name}`];
    if (step.type !== 'weekend') return [];
    if (step.from === step.to) return [`${name(step.from)} is a ${weekdayName(step.from)}`];
    return [`${name(step.from)} to ${name(step.to)} is a weekend`];
  });
  return moved.length === 0 ? [] : [`${listed(moved)}. So the date moves to the next business day.`];
}

const RESULT_SENTENCES = {
  Due: (day: string) => `It is due on ${day} and in time until midnight, Chicago time.`,
  'Last day': (day: string) => `The last day is ${day}, until midnight, Chicago time.`,
  Opens: (day: string) => `The window opens on ${day}.`,
} as const satisfies Record<DeadlineRule['resultWord'], (day: string) => string>;

/** D15: the warning for a date that rests on holidays that HFS has not confirmed, or null. */
export function unconfirmedSentence(steps: readonly DeadlineStep[]): string | null {
  const rows = unconfirmedIn(steps);
  if (rows.length === 0) return null;
  return `This date rests on ${listed(rows.map((row) => `${formatDay(row.on)} (${row.name})`))}, which HFS has not confirmed as a State holiday yet.`;
}

/** "Why this date?" as a list of full sentences: day 0, the count, what moved it, the result, and D15's warning. */
export function explainStepsAsSentences({ ruleId, steps }: Explained, ruleSet: RuleSet): string[] {
  const rule: DeadlineRule = ruleSet.rules[ruleId];
  const name = dayNamer();
  const sentences = steps.flatMap((step): string[] => {
    switch (step.type) {
      case 'day0':
        return [`${step.begun === undefined ? rule.day0Sentence : BEGUN[step.begun].sentence} on ${name(step.on)}. That is day 0 and is not counted.`, ...countSentences(rule, steps, name)];
      case 'day_n':
        return [`Day ${step.n} is ${name(step.on)} (${rule.source}).`, ...rollSentences(steps, name)];
      case 'end_of_next_month':
        return [`The notice goes out no later than the end of the next month (${rule.source}).`];
      case 'due':
        return [RESULT_SENTENCES[rule.resultWord](name(step.on, 'with year'))];
      case 'counted':
      case 'holiday':
      case 'weekend':
        return [];
      default:
        return assertNever(step);
    }
  });
  const warning = unconfirmedSentence(steps);
  return warning === null ? sentences : [...sentences, warning];
}

function countSentences(rule: DeadlineRule, steps: readonly DeadlineStep[], name: (day: CalendarDate) => string): string[] {
  if (rule.arithmetic.type !== 'business') return [];
  return [`${rule.arithmetic.days} business days are counted (${rule.source}).`, ...holidaySentences(steps, name)];
}

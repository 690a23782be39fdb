import type { CalendarDate } from '@/shared/calendar-date';
import type { RuleId } from './deadline-rules';
import type { DeadlineStep } from './deadline-steps';
import { explainSteps, unconfirmedSentence } from './explain-steps';
import { ruleSetInForceOn, ruleSetOfVersion } from './rule-sets';

type Reason = { ruleId: RuleId; steps: readonly DeadlineStep[]; ruleSetVersion: number; holidayVersion: number };

/** "Why this date?" in one line: the steps in words, what HFS has not confirmed, the versions of rules and holidays. */
export function whyLine(reason: Reason): string {
  const ruleSet = ruleSetOfVersion(reason.ruleSetVersion);
  const warning = unconfirmedSentence(reason.steps);
  return [explainSteps(reason, ruleSet), ...(warning === null ? [] : [warning]), `(${ruleSet.label}, holiday table ${reason.holidayVersion})`].join(' ');
}

/** "Why this date?" for a request of the Portal Team, which says itself by when it asks for the answer (R29). */
export function requestWhyLine(askedOn: CalendarDate, dueOn: CalendarDate): string {
  return explainSteps({ ruleId: 'portal-team-request', steps: [{ type: 'day0', on: askedOn }, { type: 'due', on: dueOn }] }, ruleSetInForceOn(askedOn));
}

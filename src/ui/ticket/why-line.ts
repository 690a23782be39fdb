import { explainSteps, ruleSetOfVersion, unconfirmedSentence } from '@/domain/deadlines';
import type { DateReason } from './why-this-date';

/** "Why this date?" in one line for a row: the steps in words, what HFS has not confirmed, the versions of rules and holidays. */
export function whyLine(reason: DateReason): string {
  const ruleSet = ruleSetOfVersion(reason.ruleSetVersion);
  const warning = unconfirmedSentence(reason.steps);
  return [explainSteps(reason, ruleSet), ...(warning === null ? [] : [warning]), `(${ruleSet.label}, holiday table ${reason.holidayVersion})`].join(' ');
}

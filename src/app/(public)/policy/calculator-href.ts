import type { RuleId } from '@/domain/deadlines';

/** The calculator with a deadline chosen, waiting for its day. */
export function calculatorHref(ruleId: RuleId): string {
  return `/policy?rule=${ruleId}#calculator`;
}

import type { ClaimOutcome, Grounds, ResponseDecision } from './ticket';

export const GROUNDS_WORDS: Record<Grounds, string> = {
  disagrees: 'Disagrees with the plan’s resolution',
  no_timely_response: 'Got no timely response from the plan',
};
export const OUTCOME_WORDS: Record<ClaimOutcome, string> = { will_pay: 'Will pay', will_pay_in_part: 'Will pay in part', upheld: 'Upheld' };
export const DECISION_WORDS: Record<ResponseDecision, string> = { upheld: 'Upheld', overturned: 'Overturned' };

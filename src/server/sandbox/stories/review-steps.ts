import { personId, personOf, type PersonKey, type ProviderPersonKey } from '../cast/cast';
import { answered, contested, formStep, opened, presented } from './steps';
import type { Moment, Step } from './story';

type Team = 'ines' | 'tomas';
type Hfs = 'gloria' | 'warren' | 'yolanda' | 'priya';

/** From presentation to the request for a review, on the days that are given. */
export const toReview = (days: { presented: Moment; opened: Moment; answered: Moment; asked: Moment }, by: ProviderPersonKey, staff: PersonKey, decision: 'upheld' | 'overturned' = 'upheld'): Step[] => [
  presented(days.presented),
  opened(days.opened, staff),
  answered(days.answered, staff, { decision }),
  contested(days.asked, by, true),
];

export const delivered = (at: Moment, by: PersonKey, statement: string): Step => {
  const { name, phone, email } = personOf(by);
  return formStep(at, by, 'deliverInformation', { statement, contactName: name, contactPhone: phone, contactEmail: email });
};

export const placedInReview = (at: Moment, words: { reason?: string; direction?: string } = {}, by: Team = 'ines'): Step => formStep(at, by, 'beginAdministrativeReview', { reason: words.reason ?? '', direction: words.direction ?? '' });
export const recommendedExpert = (at: Moment, by: Hfs, why: string): Step => formStep(at, by, 'recommendSme', { why });
export const referred = (at: Moment, why: string, by: Team = 'ines'): Step => formStep(at, by, 'referToSme', { smeId: personId('priya'), why });
export const reassigned = (at: Moment, to: Hfs, why: string, by: Team = 'ines'): Step => formStep(at, by, 'reassignReview', { reviewerId: personId(to), why });
export const expertReturned = (at: Moment, why: string): Step => formStep(at, 'priya', 'returnFromSme', { why });
export const askedSide = (at: Moment, by: Hfs, party: 'provider' | 'mco', answerOn: string, question: string): Step => formStep(at, by, 'askParty', { party, answerOn, question });
export const answeredHfs = (at: Moment, by: PersonKey, answer: string): Step => ({ type: 'answersHfs', at, by, answer });
export const decisionReturned = (at: Moment, reason: string, by: Team = 'tomas'): Step => formStep(at, by, 'returnDecision', { reason });
export const decisionShared = (at: Moment, by: Team = 'ines'): Step => formStep(at, by, 'shareDecision', {});

/** As a whole, or in part with the rulings of the first lines; all others are for the plan. */
export const hfsDecided = (at: Moment, by: Hfs, ruling: 'for_provider' | 'for_mco' | 'in_part', reasons: string, lines: readonly ('for_provider' | 'for_mco')[] = []): Step =>
  formStep(at, by, 'decide', { ruling, reasons, lines: lines.map((line, i) => ({ lineNo: String(i + 1), ruling: line, amountCents: '' })), providerLines: '', otherLines: ruling === 'in_part' ? 'for_mco' : '' });

import { assertNever } from '@/shared/assert-never';
import { calendarDate, formatDay } from '@/shared/calendar-date';
import type { HistoryEvent } from './history-words';
import { isReviewType, type ReviewEventType, type Ruling } from './review-events';

export const RULING_WORDS: Record<Ruling, string> = { for_provider: 'For the provider', in_part: 'In part', for_mco: 'For the plan' };
export const PARTY_WORDS = { provider: 'The provider', mco: 'The plan' } as const;

type ReviewHistory = Extract<HistoryEvent, { type: ReviewEventType }>;

export function isReviewHistory(event: HistoryEvent): event is ReviewHistory {
  return isReviewType(event.type);
}

/** An event of the review in plain words; what was typed stands on the pages, so the history names only what its reader needs. */
export function reviewWords(event: ReviewHistory, title: string, isMine: boolean): { title: string; details?: string[] } {
  switch (event.type) {
    case 'ReviewBegun': return {
      title,
      details: [
        ...(event.data.after === 'silence' ? ['The plan did not answer in time. It can still answer until HFS decides (D14).'] : []),
        ...(event.data.reason === null ? [] : [`Before all information was in: ${event.data.reason}`]),
      ],
    };
    case 'DirectionAttached': return { title, details: [event.data.direction] };
    case 'InformationDelivered': return { title: isMine ? 'You delivered information to HFS' : `${PARTY_WORDS[event.data.party]} delivered information to HFS`, details: event.data.late ? ['Late: after its date (R16).'] : [] };
    case 'SmeRecommended': return { title, details: [event.data.why] };
    case 'SmeReferred': return { title: `Referred to ${event.data.sme.name}`, details: [event.data.why] };
    case 'SmeReturned': return { title: `${event.data.sme.name} returned it`, details: [event.data.why] };
    case 'ReviewReassigned': return { title: `The review was given to ${event.data.to.name}`, details: [event.data.why] };
    case 'QuestionAsked': return { title: `HFS asked ${event.data.party === 'mco' ? 'the plan' : 'the provider'} a question`, details: [`The answer is due ${formatDay(calendarDate(event.data.answerOn))}.`] };
    case 'QuestionAnswered': return { title: isMine ? 'You answered HFS' : `${PARTY_WORDS[event.data.party]} answered HFS`, details: event.data.late ? ['Late: after its date.'] : [] };
    case 'HfsDecided': return { title: `HFS decided: ${RULING_WORDS[event.data.ruling].toLowerCase()}` };
    case 'DecisionReturned': return { title, details: [event.data.reason] };
    case 'DecisionShared': return { title: `The decision was shared: ${RULING_WORDS[event.data.ruling].toLowerCase()}`, details: ['It is final (R18).'] };
    default: return assertNever(event);
  }
}

import { assertNever } from '@/shared/assert-never';
import type { NewEvent } from './decision';
import { isReviewType, type ReviewEventType } from './review-events';
import type { Ticket } from './ticket';

export type ReviewEvent = Extract<NewEvent, { type: ReviewEventType }>;

export function isReviewEvent(event: NewEvent): event is ReviewEvent {
  return isReviewType(event.type);
}

const NO_EXPERT = { sme: null, smeReferredOn: null, smeRecommendedOn: null } as const;

/** A ticket of which no review by HFS has begun. */
export const NO_REVIEW = { ...NO_EXPERT, reviewBeganOn: null, decidedOn: null } as const;

/** What an event of the review changes on the ticket beside its status and clocks. */
export function changeOfReview(event: ReviewEvent): Partial<Ticket> {
  const on = event.effectiveOn;
  switch (event.type) {
    case 'ReviewBegun': return { reviewBeganOn: on, decidedOn: null };
    case 'SmeRecommended': return { smeRecommendedOn: on };
    case 'SmeReferred': return { sme: event.data.sme, smeReferredOn: on, smeRecommendedOn: null };
    case 'SmeReturned': return NO_EXPERT;
    case 'ReviewReassigned': {
      const { role, ...person } = event.data.to;
      return role === 'sme' ? { sme: person, smeReferredOn: on } : { ...NO_EXPERT, stateAssignee: person };
    }
    case 'HfsDecided': return { decidedOn: on, smeRecommendedOn: null };
    case 'DecisionReturned': return { decidedOn: null };
    case 'DecisionShared': return { closeReason: 'hfs_decision', closedOn: on };
    case 'DirectionAttached':
    case 'InformationDelivered':
    case 'QuestionAsked':
    case 'QuestionAnswered': return {};
    default: return assertNever(event);
  }
}

import type { EventType } from './events';

/** What happened, as the history and a stale form say it. */
const TITLES: Record<EventType, string> = {
  ComplaintSubmitted: 'The complaint was sent',
  ClosedAtFiling: 'Closed at once: outside its filing window',
  ReturnedAsClosed: 'The Portal Team returned it as closed',
  Presented: 'Presented to the plan',
  Transferred: 'The Portal Team transferred it to another plan',
  Reopened: 'The Portal Team opened it again',
  MessagePosted: 'A message was sent',
  PlanAsked: 'The Portal Team asked the plan',
  PortalTeamAnswered: 'The plan answered the Portal Team',
  ResponseSubmitted: 'The plan answered',
  ResponseAccepted: 'The provider accepted the answer',
  ConfirmedResolved: 'The provider says it is resolved',
  Withdrawn: 'The provider withdrew it',
  ResponseContested: 'The provider contested the answer',
  ReviewRequested: 'The provider asked HFS to review',
  ReviewBegun: 'Placed in Administrative Review',
  DirectionAttached: 'The Account Manager’s direction was attached',
  InformationDelivered: 'Information was delivered to HFS',
  SmeRecommended: 'An expert was recommended',
  SmeReferred: 'Referred to a subject matter expert',
  SmeReturned: 'The expert returned it',
  ReviewReassigned: 'The review was reassigned',
  QuestionAsked: 'HFS asked a question',
  QuestionAnswered: 'A question of HFS was answered',
  HfsDecided: 'HFS decided',
  DecisionReturned: 'The decision was returned to HFS',
  DecisionShared: 'The decision of HFS was shared',
  ClosedNotContested: 'Closed: not contested in time',
  ClosedReviewNotRequested: 'Closed: no review was requested in time',
  HfsAlerted: 'The Portal Team alerted HFS',
  Corrected: 'The Portal Team corrected the ticket',
  Assigned: 'Assigned',
  DatesMoved: 'Dates moved: the State’s calendar changed',
  OverdueMarked: 'Marked as overdue',
  OverdueMarkRemoved: 'The overdue mark was removed',
  WindowLapsed: 'A window ended unused',
  FineProposed: 'A fine was proposed',
  FineVoided: 'The proposed fine is void',
  FineIssued: 'A fine was issued',
  FineWaived: 'The fine was waived',
  FineRescinded: 'The fine was rescinded',
  NoticeAccepted: 'The notice of the answer was delivered',
  NoticeFailed: 'The notice of the answer could not be delivered',
  NoticeSentAgain: 'A message was sent again',
  ResponseSeen: 'The contact opened the answer',
  FileRefused: 'A file was refused: the virus scanner found something in it',
};

const QUIET: ReadonlySet<EventType> = new Set<EventType>([
  'Assigned',
  'MessagePosted',
  'PlanAsked',
  'PortalTeamAnswered',
  'HfsAlerted',
  'NoticeAccepted',
  'NoticeFailed',
  'NoticeSentAgain',
  'ResponseSeen',
  'OverdueMarked',
  'SmeRecommended',
  'QuestionAsked',
  'WindowLapsed',
  'FineProposed',
  'FileRefused',
]);

export function eventTitle(type: EventType): string {
  return TITLES[type];
}

/** Does this event leave a form that was shown before it as good as it was? */
export function isQuietEvent(type: EventType): boolean {
  return QUIET.has(type);
}

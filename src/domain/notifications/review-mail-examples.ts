import { calendarDate } from '@/shared/calendar-date';
import type { Ticket } from '@/domain/tickets/ticket';
import type { MailStory } from './mail-examples';
import type { MessageKind } from './message';

type ReviewKind = Extract<MessageKind, 'review-begun' | 'information-delivered' | 'sme-recommended' | 'sme-referred' | 'sme-returned' | 'review-reassigned' | 'hfs-question' | 'question-answered' | 'decision-given' | 'decision-returned' | 'decision-shared'>;

const REVIEWED: Partial<Ticket> = { status: 'administrative_review', reviewBeganOn: calendarDate('2026-12-28') };
const PRIYA = { personId: 'priya', name: 'Priya Raman' };
const REFERRED: Partial<Ticket> = { ...REVIEWED, sme: PRIYA, smeReferredOn: calendarDate('2027-01-05') };
const RULED = { ruling: 'in_part', reasons: '', lines: [] } as const;

/** One story for each kind of mail that the review by HFS sends. */
export const REVIEW_STORIES: Record<ReviewKind, MailStory> = {
  'review-begun': { title: 'Placed in review', when: 'The Portal Team places a ticket in Administrative Review (R17, D14)', to: 'the provider contact; the plan; the Account Manager, each in its own words', event: { type: 'ReviewBegun', data: { after: 'request', reason: null } }, ticket: REVIEWED },
  'information-delivered': { title: 'Information delivered', when: 'A side delivers its information for the review (R16)', to: 'the other side; the Account Manager, or the expert who has the review', event: { type: 'InformationDelivered', data: { party: 'provider', statement: '', contactName: '', contactPhone: '', contactEmail: '', late: false } }, ticket: REVIEWED },
  'sme-recommended': { title: 'Expert recommended', when: 'The Account Manager recommends a subject matter expert (R17)', to: 'the Portal Team', event: { type: 'SmeRecommended', data: { why: '' } }, ticket: REVIEWED },
  'sme-referred': { title: 'Referred to an expert', when: 'The Portal Team refers a review to a subject matter expert (R17)', to: 'that expert', event: { type: 'SmeReferred', data: { sme: PRIYA, why: '' } }, ticket: REFERRED },
  'sme-returned': { title: 'Returned by the expert', when: 'The expert returns a review without a decision', to: 'the Account Manager', event: { type: 'SmeReturned', data: { sme: PRIYA, why: '' } }, ticket: REVIEWED },
  'review-reassigned': { title: 'Review reassigned', when: 'A review is given to another person of HFS', to: 'that person', event: { type: 'ReviewReassigned', data: { to: { ...PRIYA, role: 'sme' }, why: '' } }, ticket: REFERRED },
  'hfs-question': { title: 'Question of HFS', when: 'HFS asks a side a question during its review (R17)', to: 'the provider contact, or the plan, whoever is asked', event: { type: 'QuestionAsked', data: { questionId: 'question', party: 'provider', question: '', answerOn: '2027-01-15' } }, ticket: REVIEWED },
  'question-answered': { title: 'Question answered', when: 'A side answers a question of HFS', to: 'whoever asked', event: { type: 'QuestionAnswered', data: { questionId: 'question', party: 'provider', answer: '', late: false, askedById: 'marcus' } }, ticket: REVIEWED },
  'decision-given': { title: 'Decision to share', when: 'HFS gives its decision (R17)', to: 'the Portal Team', event: { type: 'HfsDecided', data: { ...RULED, lines: [] } }, ticket: { ...REVIEWED, status: 'decided', decidedOn: calendarDate('2027-01-20') } },
  'decision-returned': { title: 'Decision returned', when: 'The Portal Team returns a decision before it is shared (R18)', to: 'whoever decided', event: { type: 'DecisionReturned', data: { reason: '', decidedById: 'marcus' } }, ticket: REVIEWED },
  'decision-shared': { title: 'Decision shared', when: 'The Portal Team shares the decision of HFS (R18)', to: 'the provider contact; the plan', event: { type: 'DecisionShared', data: { ...RULED, lines: [], decidedOn: '2027-01-20' } }, ticket: { ...REVIEWED, status: 'closed', closeReason: 'hfs_decision', closedOn: calendarDate('2027-01-21') } },
};

import { describe, expect, it } from 'vitest';
import { EVENT_DATA, type EventType } from '@/domain/tickets/events';
import { historyWords, type HistoryContext, type HistoryEvent } from '@/domain/tickets/history-words';
import { calendarDate } from '@/shared/calendar-date';
import { REFERENCE } from '../../factories/build-ticket';

const CONTEXT: HistoryContext = { reference: REFERENCE, planCode: 'COUNTYCARE', isMine: false, moved: null, started: [] };
const FILED = {
  number: 'PRP-2026-00001', planCode: 'COUNTYCARE', programCode: 'HEALTHCHOICE', issueTypeCode: 'CLAIMS', trackingNumber: 'CC-1', receivedByMcoOn: '2026-09-11', organizationId: 'o', organizationName: 'Kestrel', facilityId: null, facilityName: null,
  filedByOrganizationId: 'o', filedById: 'p', contact: { personId: 'p', name: 'Renata', phone: '1', email: 'r@k.example' }, grounds: 'disagrees' as const, whatHappened: 'secret words', desiredOutcome: 'x', npi: null, isUrgent: false,
  receivedOn: '2026-10-15', firstReceivedOn: '2026-10-15', refilesTicketId: null, claimCount: 1, disputedCents: 1, claimsSha256: 'x', ruleSetVersion: 1, windowOpensOn: '2026-10-11', windowClosesOn: '2026-11-10',
};

const SAMPLES: { [T in EventType]: Extract<HistoryEvent, { type: T }>['data'] } = {
  ComplaintSubmitted: FILED,
  ClosedAtFiling: { closeReason: 'premature' },
  ReturnedAsClosed: { closeReason: 'incomplete', reason: 'r' },
  Presented: {},
  Transferred: { reason: 'r', fromPlan: 'COUNTYCARE', toPlan: 'MOLINA' },
  Reopened: { to: 'submitted', reason: 'r', receivedByMcoOn: { before: '2026-09-20', after: '2026-09-11' } },
  MessagePosted: { to: 'parties', text: 't' },
  PlanAsked: { questionId: 'q', question: 'q', answerOn: '2026-12-04' },
  PortalTeamAnswered: { questionId: 'q', answer: 'a', late: true },
  ResponseSubmitted: { decision: 'upheld', plan: 'p', resolveOn: null, noDateReason: 'n', contactName: 'c', contactPhone: '1', contactEmail: 'e', pcfAttested: false, late: true, dueOn: '2026-11-30' },
  ResponseAccepted: {},
  ConfirmedResolved: { how: 'h' },
  Withdrawn: { reason: 'r' },
  ResponseContested: { why: 'w', late: true },
  ReviewRequested: { whatToReview: 'w' },
  ReviewBegun: { after: 'silence', reason: null },
  DirectionAttached: { direction: 'd' },
  InformationDelivered: { party: 'mco', statement: 's', contactName: 'c', contactPhone: '1', contactEmail: 'e', late: true },
  SmeRecommended: { why: 'w' },
  SmeReferred: { sme: { personId: 's', name: 'Priya Raman' }, why: 'w' },
  SmeReturned: { sme: { personId: 's', name: 'Priya Raman' }, why: 'w' },
  ReviewReassigned: { to: { personId: 's', name: 'Priya Raman', role: 'sme' }, why: 'w' },
  QuestionAsked: { questionId: 'q', party: 'provider', question: 'q', answerOn: '2026-12-15' },
  QuestionAnswered: { questionId: 'q', party: 'provider', answer: 'a', late: true, askedById: 's' },
  HfsDecided: { ruling: 'in_part', reasons: 'r' },
  DecisionReturned: { reason: 'r', decidedById: 's' },
  DecisionShared: { ruling: 'in_part', reasons: 'r', decidedOn: '2026-12-20' },
  ClosedNotContested: {},
  ClosedReviewNotRequested: {},
  HfsAlerted: { what: 'No answer.' },
  Corrected: { reason: 'Typo.', before: { trackingNumber: 'CC-1', receivedByMcoOn: '2026-09-11' }, after: { trackingNumber: 'CC-2', receivedByMcoOn: '2026-09-12' }, windowNoLongerFits: true },
  Assigned: { side: 'mco', assignee: null },
  OverdueMarked: { ruleId: 'mco-response', dueOn: '2026-11-30' },
  OverdueMarkRemoved: { ruleId: 'mco-response', reason: 'In time.' },
  DatesMoved: { holidayVersion: 2, reason: 'added a day', moves: [{ ruleId: 'mco-response', owedBy: 'mco', from: '2026-11-30', to: '2026-12-01' }], answerInTime: true },
  WindowLapsed: { ruleId: 'contest', dueOn: '2026-12-01' },
  FineProposed: { fineId: 'f', clockId: 'c', dueOn: '2026-11-30', amountCents: 500_000, ruleSetVersion: 1 },
  FineVoided: { fineId: 'f', reason: 'r' },
  FineIssued: { fineId: 'f', dueOn: '2026-11-30', amountCents: 500_000, quarter: '2026-Q4' },
  FineWaived: { fineId: 'f', reason: 'r' },
  FineRescinded: { fineId: 'f', reason: 'r' },
  NoticeAccepted: { messageId: 'm' },
  NoticeFailed: { messageId: 'm' },
  NoticeSentAgain: { messageId: 'm', againAs: 'n' },
  ResponseSeen: {},
  FileRefused: { fileId: 'f', audience: 'parties' },
  InformationRequested: { what: 'w' },
  InformationProvided: { kind: 'already_provided', text: null, providedOn: '2026-09-14', how: 'h', late: true, dueOn: '2026-11-10' },
  ExtensionRequested: { by: 'mco', reason: 'r' },
  ExtensionDecided: { decision: 'approved', reason: 'r', dueOn: '2026-12-28' },
  ProviderContactChanged: { before: { personId: 'a', name: 'Renata', phone: '1', email: 'r@k.example' }, after: { personId: 'b', name: 'Jo', phone: '1', email: 'j@k.example' } },
  ResponseContactCorrected: { before: { contactName: 'Simone', contactPhone: '1', contactEmail: 's@c.example' }, after: { contactName: 'Simone', contactPhone: '2', contactEmail: 's@c.example' } },
  ContactLogged: { on: '2026-11-18', time: '14:05', how: 'phone', withWhom: 'Renata', said: 'secret words', planCode: 'COUNTYCARE' },
  FineObjected: { fineId: 'f', why: 'w' },
  FineObjectionDecided: { fineId: 'f', outcome: 'upheld', reason: 'r' },
};

function wordsOf<T extends EventType>(type: T, change: Partial<HistoryContext> = {}) {
  return historyWords({ type, data: SAMPLES[type] } as HistoryEvent, { ...CONTEXT, ...change });
}

describe('the history in plain words', () => {
  it.each(Object.keys(EVENT_DATA) as EventType[])('%s has a title that ends without a full stop', (type) => {
    const { title } = wordsOf(type);
    expect(title.length).toBeGreaterThan(5);
    expect(title).not.toMatch(/\.$|undefined/);
  });

  it('says on which day of the window a complaint came, and whose it was', () => {
    expect(wordsOf('ComplaintSubmitted').title).toBe('The complaint was sent, on day 34 of 60');
    expect(wordsOf('ComplaintSubmitted', { isMine: true }).title).toBe('You sent the complaint, on day 34 of 60');
  });

  it('says what follows from the clocks that began', () => {
    const started = [{ ruleId: 'mco-response' as const, dueOn: calendarDate('2026-11-30') }];
    expect(wordsOf('Presented', { started })).toEqual({ title: 'Presented to CountyCare', details: ['Answer due Mon Nov 30, 2026.'], changes: [] });
  });

  it('shows each fact that was corrected, before and after', () => {
    const { details, changes } = wordsOf('Corrected');
    expect(changes).toEqual([
      { label: 'Tracking number', before: 'CC-1', after: 'CC-2' },
      { label: 'Dispute received by the plan', before: 'Fri Sep 11, 2026', after: 'Sat Sep 12, 2026' },
    ]);
    expect(details.join(' ')).toContain('(R4)');
  });

  it('shows what it did to the status, and each plan of a transfer', () => {
    expect(wordsOf('Presented', { moved: { from: 'submitted', to: 'presented' } }).changes).toEqual([{ label: 'Status', before: 'Submitted', after: 'Presented' }]);
    expect(wordsOf('Transferred').changes.map((c) => c.label)).toEqual(['Plan']);
  });

  it('names the quarter of a fine by its months', () => {
    expect(wordsOf('FineIssued').details).toEqual(['The answer was due Mon Nov 30, 2026. It counts for October to December 2026.']);
  });

  it('marks what was late', () => {
    expect(wordsOf('ResponseSubmitted').details[0]).toContain('it was due Mon Nov 30, 2026');
    expect(wordsOf('ResponseContested').details[0]).toContain('Late');
    expect(wordsOf('InformationProvided').details).toEqual(['It had been provided on Mon Sep 14, 2026 (R10).', 'Late: it was due Tue Nov 10, 2026.']);
  });

  it('names the new date of an extension, a changed contact, and when a contact was', () => {
    expect(wordsOf('ExtensionDecided')).toEqual({ title: 'HFS approved the extension', details: ['The answer is now due Mon Dec 28, 2026.'], changes: [] });
    expect(wordsOf('ProviderContactChanged').changes).toEqual([
      { label: 'Contact', before: 'Renata', after: 'Jo' },
      { label: 'E-mail', before: 'r@k.example', after: 'j@k.example' },
    ]);
    expect(wordsOf('ResponseContactCorrected').changes).toEqual([{ label: 'Phone', before: '1', after: '2' }]);
    expect(wordsOf('ContactLogged').details).toEqual(['Phone call, Wed Nov 18, 2026, 2:05 PM.']);
  });
});

import { DEADLINE_RULES, type RuleId } from '@/domain/deadlines';
import type { Fine } from '@/domain/fines/fine';
import type { Clock } from '@/domain/tickets/clock';
import type { NewEvent } from '@/domain/tickets/decision';
import { filingWindow } from '@/domain/tickets/filing-window';
import type { Ticket } from '@/domain/tickets/ticket';
import { calendarDate, type CalendarDate } from '@/shared/calendar-date';
import { cents } from '@/shared/cents';
import { chicagoInstant } from '@/shared/chicago';
import { emailsFor, type MailContext } from './emails-for';
import { MESSAGE_KINDS, type Message, type MessageKind, type Recipient } from './message';
import { REVIEW_STORIES } from './review-mail-examples';
import { planRequestAnsweredMail, planRequestMails, planRequestWithdrawnMails } from './plan-request-mails';
import { fileRefusedMessage } from './file-refused';
import { digestExample, reminderExample } from './reminder-examples';
import { windowOpensMessage } from './window-opens';

/** A kind of message with one example of it, made up but worded by the functions that word the real ones. */
export type MailExample = { kind: MessageKind; title: string; when: string; to: string; message: Message };

const day = calendarDate;
const CONTACT = { personId: 'contact', name: 'Renata Oyelaran', phone: '(217) 555-0101', email: 'renata.oyelaran@kestrel.example' };
const SIMONE: Recipient = { personId: 'simone', name: 'Simone Tran', email: 'simone.tran@countycare.example' };
const PLAN_NAME = 'CountyCare Health Plan';
const FINE_ID = 'fine';
/** People of HFS whom the review's mails name. */
const STATE_PEOPLE: Recipient[] = [
  { personId: 'priya', name: 'Priya Raman', email: 'priya.raman@hfs.example' },
  { personId: 'marcus', name: 'Marcus Bell', email: 'marcus.bell@hfs.example' },
];

function clock(ruleId: RuleId, day0: CalendarDate, dueOn: CalendarDate): Clock {
  const { kind } = DEADLINE_RULES[ruleId];
  return { id: ruleId, ruleId, kind, owedBy: 'mco', subject: '', day0, dueOn, steps: [], ruleSetVersion: 1, holidayVersion: 1, restsOnUnconfirmed: false, startedAt: chicagoInstant(day0, '10:00'), endedOn: null, endReason: null, overdueOn: null };
}

const FINE: Fine = {
  id: FINE_ID,
  clockId: 'mco-response',
  planCode: 'COUNTYCARE',
  status: 'issued',
  amountCents: cents(5_000_00),
  dueOn: day('2026-11-30'),
  ruleSetVersion: 1,
  proposedOn: day('2026-12-01'),
  decidedOn: day('2026-12-01'),
  reason: null,
  issuedOn: day('2026-12-01'),
  quarter: '2026-Q4',
  objection: null,
};

/** A made-up ticket that has everything that some message speaks of. */
const TICKET: Ticket = {
  id: '00000000-0000-4000-8000-000000000000',
  number: 'PRP-2026-04911',
  status: 'presented',
  closeReason: null,
  closedOn: null,
  organizationId: 'kestrel',
  organizationName: 'Kestrel Park Family Health Center',
  facilityId: null,
  facilityName: null,
  filedByOrganizationId: 'kestrel',
  filedById: CONTACT.personId,
  contact: CONTACT,
  planCode: 'COUNTYCARE',
  programCode: 'HEALTHCHOICE',
  issueTypeCode: 'CLAIMS',
  trackingNumber: 'CC-2026-118455',
  grounds: 'disagrees',
  whatHappened: '',
  desiredOutcome: '',
  npi: null,
  isUrgent: false,
  receivedByMcoOn: day('2026-09-11'),
  filedAt: chicagoInstant(day('2026-10-15'), '15:48'),
  receivedOn: day('2026-10-15'),
  firstReceivedOn: day('2026-10-15'),
  refilesTicketId: null,
  claimCount: 1,
  disputedCents: cents(1_240_00),
  ruleSetVersion: 1,
  presentedOn: day('2026-10-27'),
  transferredAt: null,
  mcoAssignee: null,
  stateAssignee: null,
  sme: null,
  smeReferredOn: null,
  smeRecommendedOn: null,
  reviewBeganOn: null,
  decidedOn: null,
  respondedOn: day('2026-11-20'),
  respondedLate: false,
  responseDecision: 'upheld',
  responseNotice: 'accepted',
  alertedOn: null,
  extensionState: 'none',
  clocks: [
    clock('presentation', day('2026-10-15'), day('2026-10-29')),
    clock('mco-response', day('2026-10-27'), day('2026-11-30')),
    clock('information-answer', day('2026-11-02'), day('2026-11-10')),
    clock('extension-decision', day('2026-11-16'), day('2026-11-23')),
    clock('contest', day('2026-11-20'), day('2026-12-01')),
    clock('review-request', day('2026-12-01'), day('2026-12-31')),
    clock('review-information', day('2026-12-01'), day('2026-12-31')),
  ],
  fines: [FINE],
  claims: [],
};

export type Happening = { [T in NewEvent['type']]: { type: T; data: Extract<NewEvent, { type: T }>['data'] } }[NewEvent['type']];
export type MailStory = { title: string; when: string; to: string; event: Happening; ticket?: Partial<Ticket> };

const closed = (closeReason: Ticket['closeReason'], on: string): Partial<Ticket> => ({ status: 'closed', closeReason, closedOn: day(on) });
const PLAN_STAFF = 'the plan’s primary staff, or all its staff where none is named (R6)';

const FILED: Happening = {
  type: 'ComplaintSubmitted',
  data: {
    number: TICKET.number,
    planCode: TICKET.planCode,
    programCode: TICKET.programCode,
    issueTypeCode: TICKET.issueTypeCode,
    trackingNumber: TICKET.trackingNumber,
    receivedByMcoOn: TICKET.receivedByMcoOn,
    organizationId: TICKET.organizationId,
    organizationName: TICKET.organizationName,
    facilityId: null,
    facilityName: null,
    filedByOrganizationId: TICKET.filedByOrganizationId,
    filedById: TICKET.filedById,
    contact: CONTACT,
    grounds: TICKET.grounds,
    whatHappened: '',
    desiredOutcome: '',
    npi: null,
    isUrgent: false,
    receivedOn: TICKET.receivedOn,
    firstReceivedOn: TICKET.firstReceivedOn,
    refilesTicketId: null,
    claimCount: 1,
    disputedCents: TICKET.disputedCents,
    claimsSha256: '',
    ruleSetVersion: 1,
    windowOpensOn: day('2026-10-11'),
    windowClosesOn: day('2026-11-10'),
  },
};

const ANSWERED: Happening = {
  type: 'ResponseSubmitted',
  data: { decision: 'upheld', plan: '', resolveOn: null, noDateReason: '', contactName: '', contactPhone: '', contactEmail: '', pcfAttested: false, outcomes: [], late: false, dueOn: day('2026-11-30') },
};

const TRANSFERRED: Happening = { type: 'Transferred', data: { reason: '', fromPlan: 'HUMANA', toPlan: 'COUNTYCARE' } };

/** One story for each kind that a ticket's event sends. */
const STORIES: Record<Exclude<MessageKind, 'window-opens' | 'file-refused' | 'daily-digest' | PlanRequestKind | ReminderKind>, MailStory> = {
  'complaint-received': { title: 'Complaint received', when: 'A provider sends a complaint', to: 'the provider contact', event: FILED, ticket: { status: 'submitted', presentedOn: null } },
  'complaint-for-portal-team': { title: 'Complaint to present', when: 'A provider sends a complaint', to: 'the Portal Team', event: FILED, ticket: { status: 'submitted', presentedOn: null } },
  'closed-at-filing': {
    title: 'Closed at filing',
    when: 'A complaint is sent outside its filing window and closed at once (D2)',
    to: 'the provider contact; the Portal Team in fewer words',
    event: { type: 'ClosedAtFiling', data: { closeReason: 'premature' } },
    ticket: { ...closed('premature', '2026-10-09'), receivedOn: day('2026-10-09'), presentedOn: null },
  },
  'returned-as-closed': {
    title: 'Returned as closed',
    when: 'The Portal Team returns a complaint as closed',
    to: 'the provider contact',
    event: { type: 'ReturnedAsClosed', data: { closeReason: 'incomplete', reason: '' } },
    ticket: { ...closed('incomplete', '2026-10-20'), presentedOn: null },
  },
  'presented-to-plan': { title: 'Presented, to the plan', when: 'The Portal Team presents a ticket (R5)', to: PLAN_STAFF, event: { type: 'Presented', data: {} } },
  'presented-to-contact': { title: 'Presented, to the provider', when: 'The Portal Team presents a ticket (R5)', to: 'the provider contact', event: { type: 'Presented', data: {} } },
  'plan-answered': { title: 'The plan has answered', when: 'The plan enters its written answer; the delivery of this message starts the days to contest (D18)', to: 'the provider contact', event: ANSWERED, ticket: { status: 'responded' } },
  accepted: { title: 'Answer accepted', when: 'The provider contact accepts the answer', to: `${PLAN_STAFF}; the Portal Team`, event: { type: 'ResponseAccepted', data: {} }, ticket: closed('accepted', '2026-11-24') },
  resolved: { title: 'Resolved', when: 'The provider contact says that it is resolved (R7)', to: `${PLAN_STAFF}; the Portal Team; the Account Manager if HFS was about to review`, event: { type: 'ConfirmedResolved', data: { how: '' } }, ticket: closed('resolved', '2026-11-24') },
  withdrawn: { title: 'Withdrawn', when: 'The provider contact withdraws the ticket', to: `${PLAN_STAFF}; the Portal Team; the Account Manager if HFS was about to review`, event: { type: 'Withdrawn', data: { reason: '' } }, ticket: closed('withdrawn', '2026-11-24') },
  contested: { title: 'Contested', when: 'The provider disagrees with the answer (R14)', to: `${PLAN_STAFF}; the Portal Team`, event: { type: 'ResponseContested', data: { why: '', late: false } }, ticket: { status: 'contested' } },
  'review-requested': { title: 'Review requested', when: 'The provider asks HFS to review (R15)', to: `${PLAN_STAFF}; the Portal Team; the Account Manager`, event: { type: 'ReviewRequested', data: { whatToReview: '' } }, ticket: { status: 'review_requested' } },
  ...REVIEW_STORIES,
  'closed-not-contested': { title: 'Closed, not contested', when: 'The Portal Team closes a ticket that was not contested (R14)', to: `the provider contact; ${PLAN_STAFF}`, event: { type: 'ClosedNotContested', data: {} }, ticket: closed('not_contested', '2026-12-02') },
  'closed-review-not-requested': { title: 'Closed, no review requested', when: 'The Portal Team closes a contested ticket without a review request (D13)', to: `the provider contact; ${PLAN_STAFF}`, event: { type: 'ClosedReviewNotRequested', data: {} }, ticket: closed('review_not_requested', '2027-01-04') },
  'hfs-alert': { title: 'Alert to HFS', when: 'The Portal Team alerts HFS (R19)', to: 'the Account Manager; HFS Administration', event: { type: 'HfsAlerted', data: { what: '' } } },
  corrected: { title: 'Corrected', when: 'The Portal Team corrects facts of a ticket', to: `the provider contact; ${PLAN_STAFF} once it was presented`, event: { type: 'Corrected', data: { reason: '', before: {}, after: {}, windowNoLongerFits: false } } },
  assigned: { title: 'Assigned', when: 'Somebody assigns a ticket to a colleague', to: 'that colleague', event: { type: 'Assigned', data: { side: 'mco', assignee: { personId: 'simone', name: SIMONE.name } } } },
  'fine-notice': { title: 'Fine notice (R21)', when: 'HFS issues a fine; subject and first paragraph are word for word the policy’s (R21)', to: PLAN_STAFF, event: { type: 'FineIssued', data: { fineId: FINE_ID, dueOn: FINE.dueOn, amountCents: FINE.amountCents, quarter: '2026-Q4' } } },
  'dates-moved': {
    title: 'Dates moved later',
    when: 'HFS adds a day to the State’s calendar, or declares a day on which the portal was down, and dates of an open ticket move (D16)',
    to: `the provider contact; ${PLAN_STAFF} once it was presented`,
    event: { type: 'DatesMoved', data: { holidayVersion: 2, reason: '', moves: [{ ruleId: 'mco-response', owedBy: 'mco', from: '2026-11-30', to: '2026-12-01' }], answerInTime: false } },
  },
  'transferred-from-plan': { title: 'Transferred, to the first plan', when: 'The Portal Team transfers a ticket to another plan (R5)', to: PLAN_STAFF, event: TRANSFERRED, ticket: { status: 'submitted', presentedOn: null } },
  'transferred-to-plan': { title: 'Transferred, to the right plan', when: 'The Portal Team transfers a ticket to another plan (R5)', to: PLAN_STAFF, event: TRANSFERRED, ticket: { status: 'submitted', presentedOn: null } },
  'transferred-to-contact': { title: 'Transferred, to the provider', when: 'The Portal Team transfers a ticket to another plan (R5)', to: 'the provider contact', event: TRANSFERRED, ticket: { status: 'submitted', presentedOn: null } },
  reopened: { title: 'Opened again', when: 'The Portal Team opens a closed ticket again', to: `the provider contact; ${PLAN_STAFF} where it has had the ticket`, event: { type: 'Reopened', data: { to: 'responded', reason: '', receivedByMcoOn: null } }, ticket: { status: 'responded' } },
  'message-posted': { title: 'New message', when: 'Somebody writes a message on a ticket (R7); its text stands in the portal alone', to: 'whom it is meant for: the provider contact, the plan’s staff, or the State', event: { type: 'MessagePosted', data: { to: 'parties', text: '' } } },
  'plan-asked': { title: 'Question about a ticket', when: 'The Portal Team asks a plan about a ticket (R29)', to: PLAN_STAFF, event: { type: 'PlanAsked', data: { questionId: '', question: '', answerOn: day('2026-12-04') } } },
  'portal-team-answered': { title: 'Question answered', when: 'A plan answers the Portal Team about a ticket (R29)', to: 'the Portal Team', event: { type: 'PortalTeamAnswered', data: { questionId: '', answer: '', late: false } } },
  'fine-rescinded': { title: 'Fine rescinded', when: 'HFS rescinds an issued fine (D11)', to: PLAN_STAFF, event: { type: 'FineRescinded', data: { fineId: FINE_ID, reason: '' } } },
  'information-requested': { title: 'Information asked for', when: 'The plan asks the provider for information (R9)', to: 'the provider contact', event: { type: 'InformationRequested', data: { what: '' } } },
  'information-provided': { title: 'Information answered', when: 'The provider sends what the plan asked for, or shows that it was already provided (R10)', to: PLAN_STAFF, event: { type: 'InformationProvided', data: { kind: 'text', text: '', providedOn: null, how: null, late: false, dueOn: day('2026-11-10') } } },
  'extension-requested': { title: 'Extension asked for', when: 'A party asks HFS for an extension (R11)', to: 'the Account Manager; the other party in other words', event: { type: 'ExtensionRequested', data: { by: 'mco', reason: '' } } },
  'extension-decided': { title: 'Extension decided', when: 'HFS approves or denies an extension (R11)', to: `the provider contact; ${PLAN_STAFF}`, event: { type: 'ExtensionDecided', data: { decision: 'approved', reason: '', dueOn: day('2026-12-28') } } },
  'contact-changed': { title: 'Provider contact changed', when: 'Another person becomes the provider contact (R7)', to: `${PLAN_STAFF}; the new contact in other words`, event: { type: 'ProviderContactChanged', data: { before: { ...CONTACT, personId: 'former', name: 'Jo Adeyemi' }, after: CONTACT } } },
  'response-contact-corrected': { title: 'The plan’s contact corrected', when: 'The plan corrects the direct contact of its answer (R12)', to: 'the provider contact', event: { type: 'ResponseContactCorrected', data: { before: { contactName: '', contactPhone: '', contactEmail: '' }, after: { contactName: '', contactPhone: '', contactEmail: '' } } }, ticket: { status: 'responded' } },
  'fine-objection': { title: 'Objection to a fine', when: 'The plan objects to an issued fine (D11)', to: 'the Account Manager; HFS Administration', event: { type: 'FineObjected', data: { fineId: FINE_ID, why: '' } } },
  'fine-objection-decided': { title: 'Objection decided', when: 'HFS decides that the fine stays; when it grants the objection, the mail “Fine rescinded” says so', to: PLAN_STAFF, event: { type: 'FineObjectionDecided', data: { fineId: FINE_ID, outcome: 'upheld', reason: '' } } },
};

function exampleOf(kind: keyof typeof STORIES, portalUrl: string): MailExample {
  const { title, when, to, event, ticket: change } = STORIES[kind];
  const ticket: Ticket = { ...TICKET, ...change };
  const context: MailContext = {
    recipients: {
      mcoPrimary: [SIMONE],
      mcoStaff: [SIMONE],
      accountManagers: [{ personId: 'marcus', name: 'Marcus Bell', email: 'marcus.bell@hfs.example' }],
      administration: [{ personId: 'yolanda', name: 'Yolanda Pruitt', email: 'yolanda.pruitt@hfs.example' }],
      portalTeam: { personId: null, name: 'Portal Team', email: 'portal-team@hfs.example' },
      assignee: SIMONE,
      statePeople: STATE_PEOPLE,
    },
    planName: PLAN_NAME,
    portalUrl,
    actorPersonId: null,
    actorRole: 'mco',
    formerPlan: { planName: 'Humana Gold Plus Integrated', readers: [{ personId: 'former', name: 'Farrah Odum', email: 'farrah.odum@humana.example' }] },
  };
  const happened: NewEvent = { ...event, to: ticket.status, effectiveOn: ticket.closedOn ?? day('2026-11-24'), at: chicagoInstant(day('2026-11-24'), '10:00'), clocks: { started: [], ended: [], marked: [] } };
  const message = emailsFor(happened, ticket, context).find((m) => m.kind === kind);
  if (message === undefined) throw new Error(`The story of ${kind} sends no such message`);
  return { kind, title, when, to, message };
}

function windowOpensExample(portalUrl: string): MailExample {
  const window = filingWindow(day('2026-10-25'));
  const message = windowOpensMessage({ to: CONTACT, planName: PLAN_NAME, trackingNumber: TICKET.trackingNumber, window, link: `${portalUrl}/file/${TICKET.id}` });
  return { kind: 'window-opens', title: 'Filing window opens', when: 'The day on which a filing window opens, for whoever asked to be reminded (D2)', to: 'the person who keeps the draft', message };
}

type PlanRequestKind = 'plan-request' | 'plan-request-answered' | 'plan-request-withdrawn';

function isPlanRequestKind(kind: MessageKind): kind is PlanRequestKind {
  return kind === 'plan-request' || kind === 'plan-request-answered' || kind === 'plan-request-withdrawn';
}

/** R29: a request about no ticket has a number of its own and no tracking number. */
function planRequestExample(kind: PlanRequestKind, portalUrl: string): MailExample {
  const about = { number: 'REQ-2026-0012', planName: PLAN_NAME, answerOn: day('2026-12-04'), link: `${portalUrl}/requests/${TICKET.id}` };
  const team: Recipient = { personId: null, name: 'Portal Team', email: 'portal-team@hfs.example' };
  const stories: Record<PlanRequestKind, [title: string, when: string, to: string, message: Message | undefined]> = {
    'plan-request': ['Request about no ticket', 'The Portal Team asks a plan about no ticket (R29)', PLAN_STAFF, planRequestMails([SIMONE], about)[0]],
    'plan-request-answered': ['Request answered', 'A plan answers such a request (R29)', 'the Portal Team', planRequestAnsweredMail(team, about)],
    'plan-request-withdrawn': ['Request taken back', 'The Portal Team takes such a request back (R29)', PLAN_STAFF, planRequestWithdrawnMails([SIMONE], about)[0]],
  };
  const [title, when, to, message] = stories[kind];
  if (message === undefined) throw new Error(`There is no example of ${kind}`);
  return { kind, title, when, to, message };
}

function fileRefusedExample(portalUrl: string): MailExample {
  const ticket = { number: TICKET.number, trackingNumber: TICKET.trackingNumber, planName: PLAN_NAME };
  const message = fileRefusedMessage({ to: CONTACT, ticket, isAttached: true, link: `${portalUrl}/tickets/${TICKET.id}` });
  return { kind: 'file-refused', title: 'File refused', when: 'The virus scanner finds something in an uploaded file', to: 'the person who uploaded it', message };
}

type ReminderKind = Extract<MessageKind, `reminder-${string}`>;

function isReminderKind(kind: MessageKind): kind is ReminderKind {
  return kind.startsWith('reminder-');
}

function remindedExample(kind: ReminderKind | 'daily-digest', portalUrl: string): MailExample {
  const ticket = { number: TICKET.number, planName: PLAN_NAME, trackingNumber: TICKET.trackingNumber, link: `${portalUrl}/tickets/${TICKET.id}` };
  const made = { ticket, contact: CONTACT, plan: SIMONE, team: { personId: null, name: 'Portal Team', email: 'portal-team@hfs.example' }, portalUrl };
  return { kind, ...(kind === 'daily-digest' ? digestExample(made) : reminderExample(kind, made)) };
}

/** Every kind of message that the portal sends, in the order of `MESSAGE_KINDS`, each with an example. */
export function mailExamples(portalUrl: string): MailExample[] {
  return MESSAGE_KINDS.map((kind) => {
    if (kind === 'window-opens') return windowOpensExample(portalUrl);
    if (kind === 'file-refused') return fileRefusedExample(portalUrl);
    if (kind === 'daily-digest' || isReminderKind(kind)) return remindedExample(kind, portalUrl);
    return isPlanRequestKind(kind) ? planRequestExample(kind, portalUrl) : exampleOf(kind, portalUrl);
  });
}

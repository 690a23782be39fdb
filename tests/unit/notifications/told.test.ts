import { describe, expect, it } from 'vitest';
import { SYSTEM, type Actor } from '@/domain/access/actor';
import { CLOCK_OWNERS } from '@/domain/tickets/clock';
import { DEADLINE_RULES, RULE_IDS } from '@/domain/deadlines';
import { emailsFor, type MailContext } from '@/domain/notifications/emails-for';
import { COMMAND_INPUTS } from '@/domain/tickets/commands';
import type { Action } from '@/domain/tickets/transitions';
import { decide } from '@/domain/tickets/decide';
import { evolve, evolveAll } from '@/domain/tickets/evolve';
import { STATUSES } from '@/domain/tickets/status';
import type { Ticket } from '@/domain/tickets/ticket';
import { TICKET_TRANSITIONS, transitionOf, type Told } from '@/domain/tickets/transitions';
import { buildCommand } from '../../factories/build-command';
import { buildActor, buildClock, buildContested, buildPresented, buildResponded, buildTicket, contextOn, day } from '../../factories/build-ticket';

const PERSON = '00000000-0000-4000-8000-000000000077';
const QUESTION = '00000000-0000-4000-8000-000000000078';
const REQUEST = '00000000-0000-4000-8000-000000000079';
const to = (personId: string) => ({ personId, name: personId, email: `${personId}@portal.example` });
const MAIL: MailContext = {
  recipients: { mcoPrimary: [to('mco')], mcoStaff: [to('mco')], accountManagers: [to('account_manager')], administration: [to('administration')], portalTeam: { ...to('portal_team'), personId: null }, assignee: { ...to('assignee'), personId: PERSON }, statePeople: [{ ...to('asked'), personId: PERSON }] },
  planName: 'CountyCare',
  portalUrl: 'https://portal.example',
  actorPersonId: null,
  actorRole: 'provider',
};
const CONTACT = buildTicket().contact.email;

const facts = {
  assignee: { personId: PERSON, name: 'Ines' },
  message: { id: 'm', isResponseNotice: true, status: 'failed' as const, isSentAgain: false },
  statusesHad: STATUSES,
  providerContact: { personId: PERSON, name: 'Jo', email: CONTACT, phone: '(217) 555-0102' },
  responseContact: { contactName: 'Simone Tran', contactPhone: '(312) 555-0119', contactEmail: 's.tran@countycare.example' },
  reviewer: { personId: PERSON, name: 'Priya', role: 'sme' as const },
  question: { party: 'provider' as const, askedById: PERSON },
  ruling: { data: { ruling: 'for_mco' as const, reasons: 'r', lines: [] }, decidedById: PERSON, decidedOn: day('2026-12-20'), stoppedIds: [] },
  refusedFile: { id: 'f', audience: 'parties' as const },
  filing: { number: 'PRP-2026-00001', organization: { id: 'o', name: 'O' }, facility: null, contact: buildTicket().contact, filedByOrganizationId: 'o', claimsSha256: '', refiles: null },
};

function overdue(): Ticket {
  const presented = buildPresented();
  const decided = decide(presented, buildCommand('markOverdue', { clockId: presented.clocks[0]?.id }), contextOn(SYSTEM, day('2026-12-01')));
  if (!decided.ok) throw new Error('not overdue');
  return evolveAll(presented, decided.value);
}

/** In review by HFS since Dec 28, with both sides still to deliver and one question open. */
function inReview(change: Partial<Ticket> = {}): Ticket {
  const asked = buildClock('hfs-decision', day('2026-12-28'), { ruleId: 'hfs-question', kind: 'duty', owedBy: 'provider', subject: QUESTION });
  const deliveries = (['provider', 'mco'] as const).map((owedBy) => buildClock('review-information', day('2026-11-25'), { owedBy }));
  return buildResponded({ status: 'administrative_review', clocks: [...deliveries, buildClock('hfs-decision', day('2026-12-28')), asked], ...change });
}

const issued = (): Ticket => ({ ...overdue(), fines: overdue().fines.map((f) => ({ ...f, status: 'issued', issuedOn: day('2026-12-01'), quarter: '2026-Q4' })) });

const objected = (): Ticket => ({ ...issued(), fines: issued().fines.map((f) => ({ ...f, objection: { on: day('2026-12-03'), decidedOn: null, outcome: null } })) });

/** The ticket on which each action tells the most, and the form that does it; a ticket of `null` begins with it. */
const SCENES: { [A in Action]: { ticket: Ticket | null; on: string; change?: Record<string, unknown>; /** Whom the act names, by their address here. */ asked?: readonly string[] } } = {
  submit: { ticket: null, on: '2026-10-15' },
  returnAsClosed: { ticket: buildTicket(), on: '2026-10-20' },
  present: { ticket: buildTicket(), on: '2026-10-27' },
  respond: { ticket: buildPresented(), on: '2026-11-20' },
  accept: { ticket: buildResponded(), on: '2026-11-24' },
  confirmResolved: { ticket: buildResponded({ status: 'review_requested', clocks: [buildClock('review-information', day('2026-11-24'))] }), on: '2026-11-25' },
  withdraw: { ticket: buildResponded({ status: 'review_requested', clocks: [buildClock('review-information', day('2026-11-24'))] }), on: '2026-11-25' },
  contest: { ticket: buildResponded(), on: '2026-11-24' },
  requestReview: { ticket: buildContested(), on: '2026-11-25' },
  closeNotContested: { ticket: buildResponded(), on: '2026-12-02' },
  closeReviewNotRequested: { ticket: buildContested(), on: '2026-12-25' },
  alertHfs: { ticket: buildPresented(), on: '2026-12-01' },
  correct: { ticket: buildPresented(), on: '2026-11-02' },
  assign: { ticket: buildTicket(), on: '2026-10-20', change: { assigneeId: PERSON } },
  issueFine: { ticket: overdue(), on: '2026-12-02' },
  waiveFine: { ticket: overdue(), on: '2026-12-02' },
  rescindFine: { ticket: issued(), on: '2026-12-02' },
  resendNotice: { ticket: buildResponded({ responseNotice: 'failed' }), on: '2026-11-24' },
  recordNotice: { ticket: buildResponded({ responseNotice: 'pending' }), on: '2026-11-23' },
  recordFirstView: { ticket: buildResponded({ responseNotice: 'pending' }), on: '2026-11-23' },
  beginAdministrativeReview: { ticket: inReview({ status: 'review_requested' }), on: '2026-12-28' },
  decide: { ticket: inReview(), on: '2026-12-29' },
  returnDecision: { ticket: inReview({ status: 'decided', clocks: [] }), on: '2026-12-29', asked: ['asked'] },
  shareDecision: { ticket: inReview({ status: 'decided', clocks: [] }), on: '2026-12-29' },
  deliverInformation: { ticket: inReview(), on: '2026-12-29' },
  recommendSme: { ticket: inReview(), on: '2026-12-29' },
  referToSme: { ticket: inReview({ smeRecommendedOn: day('2026-12-28') }), on: '2026-12-29', change: { smeId: PERSON }, asked: ['asked'] },
  returnFromSme: { ticket: inReview({ sme: { personId: PERSON, name: 'Priya' }, smeReferredOn: day('2026-12-28') }), on: '2026-12-29' },
  reassignReview: { ticket: inReview({ sme: { personId: REQUEST, name: 'Omar' }, smeReferredOn: day('2026-12-28') }), on: '2026-12-29', change: { reviewerId: PERSON }, asked: ['asked'] },
  askParty: { ticket: inReview(), on: '2026-12-29', asked: ['contact'] },
  answerQuestion: { ticket: inReview(), on: '2026-12-29', change: { questionId: QUESTION }, asked: ['asked'] },
  transfer: { ticket: buildPresented(), on: '2026-11-02' },
  reopen: { ticket: buildResponded({ status: 'closed', closeReason: 'not_contested', closedOn: day('2026-12-02'), clocks: [] }), on: '2026-12-03' },
  postMessage: { ticket: buildPresented(), on: '2026-11-02', asked: ['mco'] },
  askMco: { ticket: buildPresented(), on: '2026-11-02' },
  answerPortalTeam: { ticket: buildPresented({ clocks: [buildClock('mco-response', day('2026-10-27'), { ruleId: 'portal-team-request', subject: REQUEST })] }), on: '2026-11-02', change: { questionId: REQUEST } },
  requestInformation: { ticket: buildPresented(), on: '2026-11-02' },
  provideInformation: { ticket: buildPresented({ clocks: [buildClock('mco-response', day('2026-10-27')), buildClock('information-answer', day('2026-11-02'))] }), on: '2026-11-04' },
  requestExtension: { ticket: buildPresented(), on: '2026-11-18' },
  decideExtension: { ticket: buildPresented({ extensionState: 'pending' }), on: '2026-11-20' },
  logContact: { ticket: buildPresented(), on: '2026-11-20' },
  correctResponse: { ticket: buildResponded(), on: '2026-11-24' },
  changeProviderContact: { ticket: buildPresented(), on: '2026-11-20', asked: ['contact'] },
  objectToFine: { ticket: issued(), on: '2026-12-03' },
  decideFineObjection: { ticket: objected(), on: '2026-12-04' },
  refuseFile: { ticket: buildPresented(), on: '2026-11-24' },
  moveDates: { ticket: { ...buildPresented(), clocks: [buildClock('mco-response', day('2026-10-27'), { dueOn: day('2026-11-27') })] }, on: '2026-11-24' },
  markOverdue: { ticket: buildPresented(), on: '2026-12-01' },
  lapseWindow: { ticket: buildPresented(), on: '2026-12-01' },
};

const PARTIES: Record<Exclude<Told, 'asked' | 'other_party'>, readonly string[]> = { contact: ['contact'], mco: ['mco'], portal_team: ['portal_team'], account_manager: ['account_manager'], administration: ['administration'], assignee: ['assignee'], provider_and_mco: ['contact', 'mco'] };

/** Whom the table's word means, for this action and whoever does it. */
function meant(told: Told, action: Action): readonly string[] {
  if (told === 'asked') return SCENES[action].asked ?? [];
  if (told === 'other_party') return actorFor(action).role === 'provider' ? ['mco'] : ['contact'];
  return PARTIES[told];
}

function actorFor(action: Action): Actor {
  const [role = 'system'] = transitionOf(action).by;
  return role === 'system' ? SYSTEM : buildActor(role, role === 'sme' ? { personId: PERSON } : { isOrgAdmin: role === 'provider' });
}

function toldBy(action: Action): string[] {
  const { ticket, on, change } = SCENES[action];
  const clock = action === 'lapseWindow' ? ticket?.clocks[1] : ticket?.clocks[0];
  const decided = decide(ticket, buildCommand(action, { ...(action in { markOverdue: 0, lapseWindow: 0 } && { clockId: clock?.id }), ...change }), contextOn(actorFor(action), day(on), { facts }));
  if (!decided.ok) throw new Error(`${action}: ${JSON.stringify(decided.error)}`);
  expect(decided.value.length, `${action} does something`).toBeGreaterThan(0);
  const after = decided.value.reduce<Ticket | null>((state, event) => evolve(state, event, 'id'), ticket);
  if (after === null) throw new Error(action);
  const addresses = decided.value.flatMap((event) => emailsFor(event, after, MAIL)).map((m) => m.to.email);
  return [...new Set(addresses.map((email) => (email === CONTACT ? 'contact' : email.split('@')[0] ?? '')))].sort();
}

describe('the table says who is told', () => {
  it.each(Object.keys(COMMAND_INPUTS) as Action[])('of %s, and the mails go to them', (action) => {
    expect(toldBy(action)).toEqual(TICKET_TRANSITIONS[action].told.flatMap((told) => meant(told, action)).sort());
  });
});

describe('who owes a clock', () => {
  it.each(RULE_IDS)('%s starts one for each party of its rule, or a single one where they share it', (ruleId) => {
    const { owedBy } = DEADLINE_RULES[ruleId];
    const isShared = ruleId === 'extension-request' || ruleId === 'hfs-question';
    expect(CLOCK_OWNERS[ruleId]).toEqual(isShared ? owedBy.filter((party) => CLOCK_OWNERS[ruleId].includes(party)) : owedBy);
    expect(CLOCK_OWNERS[ruleId]).toHaveLength(isShared ? 1 : owedBy.length);
  });
});

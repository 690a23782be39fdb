import { describe, expect, it } from 'vitest';
import { ROLES, SYSTEM, type Actor, type Role } from '@/domain/access/actor';
import { COMMAND_INPUTS } from '@/domain/tickets/commands';
import { availableActions } from '@/domain/tickets/available-actions';
import { decide } from '@/domain/tickets/decide';
import { STATUSES, type Status } from '@/domain/tickets/status';
import type { Ticket } from '@/domain/tickets/ticket';
import { ACTIONS, type Action } from '@/domain/tickets/transitions';
import { cents } from '@/shared/cents';
import { buildActor, buildClock, buildContested, buildPresented, buildResponded, buildTicket, contextOn, day } from '../../factories/build-ticket';
import { buildCommand, QUESTION_ID, SME_ID } from '../../factories/build-command';

/** Who may do what from which status, written out once more by hand: every other cell must be refused. */
const ALLOWED: Partial<Record<Action, { roles: Role[]; from: Status[]; except?: (readonly [Role, Status])[] }>> = {
  submit: { roles: ['provider'], from: ['draft'] },
  returnAsClosed: { roles: ['portal_team'], from: ['submitted'] },
  present: { roles: ['portal_team'], from: ['submitted'] },
  transfer: { roles: ['portal_team'], from: ['presented'] },
  reopen: { roles: ['portal_team'], from: ['closed'] },
  // The parties write to each other from presentation on (R7); the State also before.
  postMessage: {
    roles: ['provider', 'mco', 'portal_team', 'account_manager', 'sme', 'administration'],
    from: ['submitted', 'presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided'],
    except: [['provider', 'submitted'], ['mco', 'submitted']],
  },
  askMco: { roles: ['portal_team'], from: ['presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided'] },
  answerPortalTeam: { roles: ['mco'], from: ['presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided'] },
  respond: { roles: ['mco'], from: ['presented', 'administrative_review'] },
  accept: { roles: ['provider'], from: ['responded'] },
  confirmResolved: { roles: ['provider'], from: ['presented', 'contested', 'review_requested', 'administrative_review'] },
  withdraw: { roles: ['provider'], from: ['submitted', 'presented', 'responded', 'contested', 'review_requested'] },
  contest: { roles: ['provider'], from: ['responded'] },
  requestReview: { roles: ['provider'], from: ['contested'] },
  closeNotContested: { roles: ['portal_team'], from: ['responded'] },
  closeReviewNotRequested: { roles: ['portal_team'], from: ['contested'] },
  alertHfs: { roles: ['portal_team'], from: ['presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided'] },
  correct: { roles: ['portal_team'], from: ['submitted', 'presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided'] },
  assign: { roles: ['mco', 'portal_team', 'account_manager', 'administration'], from: ['submitted', 'presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided'] },
  beginAdministrativeReview: { roles: ['portal_team'], from: ['review_requested', 'presented'] },
  deliverInformation: { roles: ['provider', 'mco'], from: ['review_requested', 'administrative_review'] },
  recommendSme: { roles: ['account_manager', 'administration'], from: ['administrative_review'] },
  referToSme: { roles: ['portal_team'], from: ['administrative_review'] },
  returnFromSme: { roles: ['sme'], from: ['administrative_review'] },
  reassignReview: { roles: ['portal_team', 'administration'], from: ['administrative_review'] },
  askParty: { roles: ['account_manager', 'administration', 'sme'], from: ['administrative_review'] },
  answerQuestion: { roles: ['provider', 'mco'], from: ['administrative_review'] },
  decide: { roles: ['account_manager', 'administration', 'sme'], from: ['administrative_review'] },
  returnDecision: { roles: ['portal_team'], from: ['decided'] },
  shareDecision: { roles: ['portal_team'], from: ['decided'] },
  issueFine: { roles: ['account_manager', 'administration', 'system'], from: ['presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided', 'closed'] },
  waiveFine: { roles: ['account_manager', 'administration'], from: ['presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided', 'closed'] },
  rescindFine: { roles: ['account_manager', 'administration'], from: ['presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided', 'closed'] },
  requestInformation: { roles: ['mco'], from: ['presented'] },
  provideInformation: { roles: ['provider'], from: ['presented'] },
  requestExtension: { roles: ['mco', 'provider'], from: ['presented'] },
  decideExtension: { roles: ['account_manager', 'administration'], from: ['presented'] },
  logContact: { roles: ['mco'], from: ['presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided'] },
  correctResponse: { roles: ['mco'], from: ['responded'] },
  changeProviderContact: { roles: ['provider', 'portal_team'], from: ['submitted', 'presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided'] },
  objectToFine: { roles: ['mco'], from: ['presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided', 'closed'] },
  decideFineObjection: { roles: ['account_manager', 'administration'], from: ['presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided', 'closed'] },
  resendNotice: { roles: ['portal_team'], from: ['submitted', 'presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided', 'closed'] },
  recordNotice: { roles: ['system'], from: ['submitted', 'presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided', 'closed'] },
  recordFirstView: { roles: ['provider'], from: ['responded'] },
  refuseFile: { roles: ['system'], from: ['submitted', 'presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided', 'closed'] },
  markOverdue: { roles: ['system'], from: ['submitted', 'presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided'] },
  moveDates: { roles: ['system'], from: ['submitted', 'presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided'] },
  lapseWindow: { roles: ['system'], from: ['submitted', 'presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided'] },
};

/** Every action that moves a ticket, acts within a status, concerns its fine, or is the portal's own. */
const LIFECYCLE = (
  'submit returnAsClosed present transfer respond accept confirmResolved withdraw contest requestReview beginAdministrativeReview decide ' +
  'returnDecision shareDecision closeNotContested closeReviewNotRequested reopen requestInformation provideInformation requestExtension ' +
  'decideExtension deliverInformation recommendSme referToSme returnFromSme reassignReview askParty answerQuestion askMco answerPortalTeam ' +
  'postMessage logContact alertHfs correct correctResponse changeProviderContact assign markOverdue lapseWindow moveDates resendNotice recordNotice ' +
  'recordFirstView refuseFile issueFine waiveFine rescindFine objectToFine decideFineObjection'
).split(' ');

const CLOCK_ID = '00000000-0000-4000-8000-0000000000c1';
const ON = day('2026-12-31');

const REQUEST_ID = '00000000-0000-4000-8000-0000000000d1';

/** The Portal Team's question, which `answerPortalTeam` answers. */
function withQuestion(ticket: Ticket): Ticket {
  return { ...ticket, clocks: [...ticket.clocks, buildClock('mco-response', day('2026-11-24'), { ruleId: 'portal-team-request', subject: REQUEST_ID })] };
}

/** A ticket in a status, made so that no guard of `action` stands in the way. */
function ticketIn(status: Exclude<Status, 'draft'>, action: Action, role: Role): Ticket {
  const fine = { id: 'f1', clockId: CLOCK_ID, planCode: 'COUNTYCARE', amountCents: cents(500_000), dueOn: day('2026-11-30'), ruleSetVersion: 1, proposedOn: day('2026-12-01'), decidedOn: null, reason: null, issuedOn: null, quarter: null };
  const objection = action === 'decideFineObjection' ? { on: day('2026-12-20'), decidedOn: null, outcome: null } : null;
  const fines = [{ ...fine, objection, status: ON_ISSUED.has(action) ? ('issued' as const) : ('proposed' as const) }];
  const review = { alertedOn: day('2026-12-02'), ...(action === 'referToSme' && { smeRecommendedOn: day('2026-12-02') }), ...(role === 'sme' && { sme: { personId: SME_ID, name: 'Priya Raman' }, smeReferredOn: day('2026-12-02') }) };
  const change = { status, fines, ...review, ...(status === 'closed' && { closeReason: 'accepted' as const, closedOn: day('2026-12-02') }) };
  switch (status) {
    case 'submitted': return buildTicket({ ...change, receivedByMcoOn: day('2026-09-11') });
    case 'presented': return buildPresented({ ...change, ...pendingFor(action) });
    case 'responded': return buildResponded(change);
    case 'contested': return buildContested(change);
    case 'administrative_review': {
      const presented = buildPresented(change);
      return { ...presented, clocks: [...presented.clocks, buildClock('hfs-decision', day('2026-12-02'), { ruleId: 'hfs-question', kind: 'duty', owedBy: role === 'mco' ? 'mco' : 'provider', subject: QUESTION_ID })] };
    }
    case 'review_requested':
    case 'decided':
    case 'closed': return buildResponded(change);
  }
}

const ON_ISSUED: ReadonlySet<Action> = new Set<Action>(['rescindFine', 'objectToFine', 'decideFineObjection']);

/** What must be asked before it can be answered or decided. */
function pendingFor(action: Action): Partial<Ticket> {
  const [presentedOn, askedOn] = [day('2026-10-27'), day('2026-11-02')];
  const answer = buildClock('mco-response', presentedOn);
  if (action === 'provideInformation') return { clocks: [answer, buildClock('information-answer', askedOn)] };
  return action === 'decideExtension' ? { extensionState: 'pending', clocks: [answer, buildClock('extension-decision', askedOn)] } : {};
}

function actorOf(role: Role): Actor {
  return role === 'system' ? SYSTEM : buildActor(role, { isOrgAdmin: role === 'provider', ...(role === 'sme' && { personId: SME_ID }) });
}

function isBuilt(action: Action): action is Action {
  return action in COMMAND_INPUTS;
}

/** What is open only until its date; all else on a day by which every window has lapsed. */
const LAST_DAYS: Partial<Record<Action, string>> = { requestReview: '2026-12-24', requestInformation: '2026-11-04', requestExtension: '2026-11-19' };

function dayFor(action: Action) {
  return day(LAST_DAYS[action] ?? ON);
}

function attempt(action: Action, status: Status, role: Role) {
  const change = action === 'respond' ? { resolveOn: '2027-01-15' } : action === 'postMessage' && status === 'submitted' ? { to: 'provider' } : {};
  const facts = {
    message: { id: 'm', isResponseNotice: true, status: 'failed' as const, isSentAgain: false },
    statusesHad: STATUSES,
    reviewer: { personId: SME_ID, name: 'Priya Raman', role: action === 'referToSme' ? ('sme' as const) : ('account_manager' as const) },
    question: { party: 'provider' as const, askedById: SME_ID },
    ruling: { data: { ruling: 'for_mco' as const, reasons: 'r', lines: [] }, decidedById: SME_ID, decidedOn: day('2026-12-20'), stoppedIds: [] },
    providerContact: { personId: 'another', name: 'Jo', email: 'jo@o.example', phone: '(217) 555-0102' },
    responseContact: { contactName: 'Simone Tran', contactPhone: '(312) 555-0119', contactEmail: 's.tran@countycare.example' },
    filing: { number: 'PRP-2026-00001', organization: { id: 'o', name: 'O' }, facility: null, contact: { personId: 'p', name: 'P', phone: '1', email: 'p@o.example' }, filedByOrganizationId: 'o', claimsSha256: '', refiles: null },
  };
  const on = action === 'submit' ? day('2026-10-15') : dayFor(action);
  const ticket = status === 'draft' ? null : ticketIn(status, action, role);
  return decide(ticket === null || action !== 'answerPortalTeam' ? ticket : withQuestion(ticket), buildCommand(action, change), contextOn(actorOf(role), on, { facts }));
}

describe('all actions × statuses × roles', () => {
  for (const action of ACTIONS) {
    it(`${action}: allowed where the list says so and refused everywhere else`, () => {
      for (const status of STATUSES) {
        for (const role of ROLES) {
          const cell = `${action} by ${role} from ${status}`;
          const allowed = ALLOWED[action]?.roles.includes(role) === true && ALLOWED[action].from.includes(status) && !ALLOWED[action].except?.some(([r, s]) => r === role && s === status);
          if (isBuilt(action)) expect(attempt(action, status, role).ok, cell).toBe(allowed);
          else expect(allowed, `${cell}: not built, so nobody may`).toBe(false);
        }
      }
    });
  }

  it('has a form for every action', () => {
    expect(ACTIONS.filter((action) => !isBuilt(action))).toEqual([]);
  });

  it('holds every action of the lifecycle', () => {
    expect([...ACTIONS].sort()).toEqual([...LIFECYCLE].sort());
  });

  it('offers on pages what decide would take, and nothing that is not built', () => {
    for (const status of STATUSES) {
      if (status === 'draft') continue;
      for (const role of ROLES) {
        const offered = availableActions(ticketIn(status, 'issueFine', role), actorOf(role), { today: ON, planHasStaff: true }).map((a) => a.action);
        const expected = ACTIONS.filter((a) => ALLOWED[a]?.roles.includes(role) && ALLOWED[a].from.includes(status));
        expect(offered, `${role} in ${status}`).toEqual(expected);
      }
    }
  });

  it('lets only the provider contact accept, confirm and withdraw (R7)', () => {
    const colleague = buildActor('provider', { personId: 'someone-else' });
    for (const action of ['accept', 'withdraw'] as const) {
      const refused = decide(buildResponded(), buildCommand(action), contextOn(colleague, day('2026-11-24')));
      expect(refused.ok ? null : refused.error).toEqual({ kind: 'not_allowed', reason: 'Only Renata Oyelaran, the provider contact of this ticket, can do this (R7).' });
    }
    const confirm = decide(buildPresented(), buildCommand('confirmResolved'), contextOn(colleague, day('2026-11-24')));
    expect(confirm.ok).toBe(false);
    expect(decide(buildResponded(), buildCommand('contest'), contextOn(colleague, day('2026-11-24'))).ok).toBe(true);
  });

  it('tells a role without the action that it does not exist, and one with it what stands in the way', () => {
    const mco = decide(buildTicket(), buildCommand('present'), contextOn(buildActor('mco'), day('2026-10-20')));
    expect(mco).toEqual({ ok: false, error: { kind: 'not_found' } });
    const late = decide(buildContested({ clocks: [buildClock('review-request', day('2026-11-24'))] }), buildCommand('requestReview'), contextOn(buildActor('provider'), day('2026-12-25')));
    expect(late.ok ? null : late.error).toEqual({ kind: 'not_allowed', reason: 'The last day to ask HFS for a review was Thu Dec 24, 2026 (R15).' });
  });
});

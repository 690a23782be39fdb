import { describe, expect, it } from 'vitest';
import { ROLES, SYSTEM, type Actor, type Role } from '@/domain/access/actor';
import type { RuleId } from '@/domain/deadlines';
import { availableActions } from '@/domain/tickets/available-actions';
import { stoppedBy, type Clock } from '@/domain/tickets/clock';
import { COMMAND_INPUTS } from '@/domain/tickets/commands';
import type { Action } from '@/domain/tickets/transitions';
import { decide } from '@/domain/tickets/decide';
import type { CommandFacts, DecideContext } from '@/domain/tickets/decision';
import { evolveAll, evolve } from '@/domain/tickets/evolve';
import { isAlertedToSilence } from '@/domain/tickets/review-guards';
import type { Status } from '@/domain/tickets/status';
import type { Ticket } from '@/domain/tickets/ticket';
import { ACTIONS, transitionOf } from '@/domain/tickets/transitions';
import { responseClock } from '@/domain/tickets/turn';
import { Picks } from '@/server/sandbox/seeded';
import { addDays, compareDays, isBefore, laterOf, type CalendarDate } from '@/shared/calendar-date';
import { buildCommand, SME_ID } from '../../factories/build-command';
import { buildActor, buildTicket, CONTACT_ID, contextOn, day, PROVIDER_ORG } from '../../factories/build-ticket';

const WALKS = Number(process.env.LIFECYCLE_WALKS ?? 120);
const STEPS = 40;
const HIS = '00000000-0000-4000-8000-0000000000e7';

/** One person of each role, the provider's being the contact and its administrator. */
const ACTORS: Record<Role, Actor> = {
  provider: buildActor('provider', { isOrgAdmin: true }),
  mco: buildActor('mco'),
  portal_team: buildActor('portal_team'),
  account_manager: buildActor('account_manager'),
  sme: buildActor('sme', { personId: SME_ID }),
  administration: buildActor('administration'),
  system: SYSTEM,
};

/** A ticket with what the door would look up for it. */
type World = { ticket: Ticket; today: CalendarDate; had: Status[]; ruling: CommandFacts['ruling'] };

function factsOf(world: World, action: Action): CommandFacts {
  return {
    statusesHad: world.had,
    ruling: world.ruling,
    reviewer: action === 'referToSme' ? { personId: SME_ID, name: 'Priya Raman', role: 'sme' } : { personId: HIS, name: 'Another manager', role: 'account_manager' },
    question: { party: 'provider', askedById: SME_ID },
    providerContact: { personId: world.ticket.contact.personId === CONTACT_ID ? HIS : CONTACT_ID, name: 'Renata', email: 'renata@kestrel.example', phone: '(217) 555-0101' },
    responseContact: { contactName: 'Simone Tran', contactPhone: '(312) 555-0119', contactEmail: 's.tran@countycare.example' },
    assignee: { personId: HIS, name: 'A colleague' },
    message: { id: 'm', isResponseNotice: true, status: world.ticket.responseNotice === 'failed' ? 'failed' : 'accepted', isSentAgain: false },
    refusedFile: { id: 'f', audience: 'parties' },
  };
}

const openClocks = (ticket: Ticket, ruleId?: RuleId) => ticket.clocks.filter((c) => c.endedOn === null && (ruleId === undefined || c.ruleId === ruleId));

/** What a form says beside its own words, so that it fits this ticket. */
function inputFor(action: Action, { ticket, today }: World, role: Role, picks: Picks): Record<string, unknown> {
  const question = (ruleId: RuleId) => openClocks(ticket, ruleId).find((c) => c.owedBy === role)?.subject;
  switch (action) {
    case 'respond': return { resolveOn: addDays(today, 20), outcomes: ticket.claims.map((c) => ({ lineNo: String(c.lineNo), outcome: 'upheld', amountCents: '0.00' })), decision: 'upheld' };
    case 'contest': return picks.chance(0.5) ? { requestReview: 'on', whatToReview: 'Line 1.' } : {};
    case 'decideExtension': return { decision: picks.one(['approved', 'denied']) };
    case 'decide': return { ruling: picks.one(['for_provider', 'for_mco']) };
    case 'askParty': return { party: picks.one(['provider', 'mco']), answerOn: addDays(today, 10) };
    case 'askMco': return { answerOn: addDays(today, 10) };
    case 'answerQuestion': return { questionId: question('hfs-question') ?? HIS };
    case 'answerPortalTeam': return { questionId: question('portal-team-request') ?? HIS };
    case 'reopen': return { to: picks.one(['submitted', 'presented', 'responded', 'contested', 'review_requested']) };
    case 'correct': return { trackingNumber: `CC-${picks.number(1, 9_999)}`, receivedByMcoOn: ticket.receivedByMcoOn };
    case 'logContact': return { on: today, time: '9:00 AM' };
    case 'recordNotice': return { outcome: picks.one(['accepted', 'failed']) };
    case 'provideInformation': return { kind: 'text' };
    default: return {};
  }
}

/** One act; the ticket afterwards, or null when it is refused. */
function act(world: World, action: Action, role: Role, input: Record<string, unknown>): World | null {
  const { ticket, today } = world;
  const facts = factsOf(world, action);
  const party = openClocks(ticket, 'hfs-question').find((c) => c.subject === input.questionId)?.owedBy;
  const ctx: DecideContext = contextOn(ACTORS[role], today, { facts: { ...facts, question: party === undefined ? null : { party: party === 'mco' ? 'mco' : 'provider', askedById: SME_ID } } });
  const decided = decide(ticket, buildCommand(action, { ...input, ticketId: ticket.id }), ctx);
  if (!decided.ok) return null;
  const after = evolveAll(ticket, decided.value);
  const given = decided.value.find((e) => e.type === 'HfsDecided');
  return { ...world, ticket: after, had: [...new Set([...world.had, after.status])], ruling: given === undefined ? world.ruling : { data: given.data, decidedById: SME_ID, decidedOn: today, stoppedIds: stoppedBy(given.clocks) } };
}

/** What the sweep of a day does, until nothing is left. */
function swept(world: World): World {
  let now = world;
  for (const clock of openClocks(world.ticket)) {
    if (clock.kind === 'target' || compareDays(world.today, clock.dueOn) <= 0 || now.ticket.status === 'closed') continue;
    now = act(now, clock.kind === 'duty' ? 'markOverdue' : 'lapseWindow', 'system', { clockId: clock.id }) ?? now;
  }
  return now;
}

const later = (world: World, days: number): World => swept({ ...world, today: addDays(world.today, days) });

function begun(picks: Picks): World {
  const today = addDays(day('2026-10-11'), picks.number(0, 30));
  const facts: CommandFacts = {
    filing: { number: 'PRP-2026-00001', organization: { id: PROVIDER_ORG, name: 'Kestrel Park' }, facility: null, contact: buildTicket().contact, filedByOrganizationId: PROVIDER_ORG, claimsSha256: '', refiles: null },
  };
  const decided = decide(null, buildCommand('submit'), contextOn(ACTORS.provider, today, { facts }));
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  const ticket = decided.value.reduce<Ticket | null>((t, e) => evolve(t, e, buildTicket().id), null);
  if (ticket === null) throw new Error('Filing begins a ticket.');
  return { ticket: { ...ticket, claims: buildTicket().claims }, today, had: ['submitted'], ruling: null };
}

const isBuilt = (action: string): action is Action => action in COMMAND_INPUTS && action !== 'submit';
const BUILT = ACTIONS.filter(isBuilt);
const ENDING: ReadonlySet<string> = new Set(['accept', 'withdraw', 'confirmResolved', 'returnAsClosed', 'closeNotContested', 'closeReviewNotRequested', 'shareDecision']);

/** What the walks have done so far. */
const done = new Set<Action>();
/** What the jobs do, and what other tests try. */
const JOBS: ReadonlySet<string> = new Set(['markOverdue', 'lapseWindow', 'moveDates', 'refuseFile']);

/** A step of the walk: time passes, or somebody does one of the things that are open to them. */
function step(world: World, picks: Picks, here: Set<Action>): World {
  if (picks.chance(0.3)) return later(world, picks.one([1, 1, 2, 5, 12, 31]));
  const open = ROLES.flatMap((role) => offered(world, role).flatMap((action) => (isBuilt(action) && !JOBS.has(action) ? [{ role, action }] : [])));
  for (let tries = 0; tries < 20 && open.length > 0; tries++) {
    // What this walk has not done yet is drawn more often; what ends a ticket, less.
    const fresh = open.filter((o) => !here.has(o.action));
    const { role, action } = picks.one(fresh.length > 0 && picks.chance(0.6) ? fresh : open);
    if (ENDING.has(action) && picks.chance(0.8)) continue;
    const after = act(world, action, role, inputFor(action, world, role, picks));
    if (after === null) continue;
    done.add(action);
    here.add(action);
    return after;
  }
  return later(world, 1);
}

/** Closes a ticket without its provider and its plan: by the State's acts and by time alone. */
function closedByState(from: World): World {
  let world = from;
  for (let i = 0; i < 40 && world.ticket.status !== 'closed'; i++) world = stateActs(world) ?? later(world, 7);
  return world;
}

function stateActs(world: World): World | null {
  const due = responseClock(world.ticket.clocks)?.dueOn;
  const isSilent = due !== undefined && isBefore(due, world.today) && !isAlertedToSilence(world.ticket);
  const tries: [Action, Role, Record<string, unknown>?][] = [
    ['present', 'portal_team'],
    ['returnAsClosed', 'portal_team'],
    ['recordNotice', 'system', { outcome: 'accepted' }],
    ['closeNotContested', 'portal_team'],
    ['closeReviewNotRequested', 'portal_team'],
    ['decideExtension', 'account_manager', { decision: 'denied' }],
    ...(isSilent && world.ticket.status === 'presented' ? [['alertHfs', 'portal_team'] as [Action, Role]] : []),
    ['beginAdministrativeReview', 'portal_team'],
    ['decide', world.ticket.sme === null ? 'account_manager' : 'sme', inputFor('decide', world, 'sme', new Picks('x'))],
    ['shareDecision', 'portal_team'],
  ];
  for (const [action, role, input] of tries) {
    if (!transitionOf(action).from.includes(world.ticket.status)) continue;
    if (action === 'recordNotice' && world.ticket.responseNotice !== 'pending' && world.ticket.responseNotice !== 'failed') continue;
    const after = act(world, action, role, input ?? {});
    if (after !== null) return after;
  }
  return null;
}

/** By which of its actions each duty is done. */
const DONE_BY: Partial<Record<RuleId, Action>> = {
  presentation: 'present',
  'mco-response': 'respond',
  'mco-response-extended': 'respond',
  'information-answer': 'provideInformation',
  'review-information': 'deliverInformation',
  'hfs-question': 'answerQuestion',
  'portal-team-request': 'answerPortalTeam',
};
const OWNERS: Record<Clock['owedBy'], Role> = { provider: 'provider', mco: 'mco', portal_team: 'portal_team', hfs: 'account_manager' };

function offered({ ticket, today }: World, role: Role) {
  return availableActions(ticket, ACTORS[role], { today, planHasStaff: true }).filter((a) => a.refused === null).map((a) => a.action);
}

/** What no state of the walk may break. */
function check(world: World, path: string): void {
  const { ticket } = world;
  for (const clock of openClocks(ticket)) {
    if (clock.kind !== 'duty') continue;
    const action = DONE_BY[clock.ruleId];
    expect(action, `${path}: nothing does the duty ${clock.ruleId}`).toBeDefined();
    expect(offered(world, OWNERS[clock.owedBy]), `${path}: ${clock.owedBy} owes ${clock.ruleId}`).toContain(action);
  }
  if (ticket.status === 'closed') return;
  const anybody = ROLES.filter((role) => role !== 'system' && offered(world, role).some((a) => transitionOf(a).to.some((to) => to !== 'same')));
  const waits = openClocks(ticket).length > 0;
  expect(anybody.length > 0 || waits, `${path}: it is nobody’s turn and no clock runs`).toBe(true);
}

describe(`${WALKS} random walks through the lifecycle`, () => {
  const seen = new Set<string>();

  it('name at every step somebody whose turn it is, show each duty to its owner, and can always be closed by the State and time alone', () => {
    for (let n = 0; n < WALKS; n++) {
      const picks = new Picks(`walk ${n}`);
      let world = begun(picks);
      const here = new Set<Action>();
      for (let i = 0; i < STEPS; i++) {
        const path = `walk ${n}, step ${i}, ${world.ticket.status} on ${world.today}`;
        seen.add(world.ticket.status);
        check(world, path);
        if (i % 5 === 0) expect(closedByState(world).ticket.status, `${path}: cannot be closed`).toBe('closed');
        if (compareDays(world.today, day('2029-06-30')) > 0) break;
        world = step(world, picks, here);
        expect(compareDays(laterOf(world.today, world.ticket.receivedOn), world.today)).toBe(0);
      }
    }
  });

  it('do everything that people can do', () => {
    expect(BUILT.filter((action) => !done.has(action) && !JOBS.has(action))).toEqual([]);
  });

  it('come through every status', () => {
    expect([...seen].sort()).toEqual(['administrative_review', 'closed', 'contested', 'decided', 'presented', 'responded', 'review_requested', 'submitted']);
  });
});

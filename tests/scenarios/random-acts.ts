import type { Client } from 'pg';
import type { PersonActor, PersonRole } from '@/domain/access/actor';
import { COMMAND_INPUTS, type TicketCommand } from '@/domain/tickets/commands';
import type { Action } from '@/domain/tickets/transitions';
import { ACTIONS, transitionOf } from '@/domain/tickets/transitions';
import type { Picks } from '@/server/sandbox/seeded';
import { buildCommand } from '../factories/build-command';
import type { Cast } from './people';

/** One thing that somebody asks of a ticket, whether it can be done or not. */
export type RandomAct = { actor: PersonActor; command: TicketCommand };

// Made by other tests: what begins a ticket, what hangs on a message or a file, and what the jobs do.
const LEFT_OUT: ReadonlySet<string> = new Set(['submit', 'resendNotice', 'correct']);
const PEOPLES = ACTIONS.filter((action): action is Action => action in COMMAND_INPUTS && !LEFT_OUT.has(action) && transitionOf(action).by.some((role) => role !== 'system'));
/** Those that meet each other in the lifecycle's races, so that they are drawn more often. */
const RACING: readonly Action[] = ['present', 'respond', 'accept', 'contest', 'requestReview', 'withdraw', 'requestExtension', 'decideExtension', 'closeNotContested', 'beginAdministrativeReview', 'deliverInformation', 'decide', 'shareDecision', 'issueFine'];

function people(cast: Cast): Record<PersonRole, readonly PersonActor[]> {
  return {
    provider: [cast.provider, cast.provider, { ...cast.colleague, isOrgAdmin: true }, cast.otherProvider],
    mco: [cast.mco, cast.mco, cast.otherMco],
    portal_team: [cast.team],
    account_manager: [cast.accountManager, cast.otherAccountManager],
    sme: [cast.sme],
    administration: [cast.administration],
  };
}

/** What a form names beside its own words: people, questions that are open, one of two outcomes. */
async function chosen(action: Action, ticketId: string, owner: Client, cast: Cast, picks: Picks): Promise<Record<string, unknown>> {
  const openQuestion = async (ruleId: string) => {
    const { rows } = await owner.query<{ subject: string }>('SELECT subject FROM clocks WHERE ticket_id = $1 AND rule_id = $2 AND ended_on IS NULL LIMIT 1', [ticketId, ruleId]);
    return rows[0] === undefined ? {} : { questionId: rows[0].subject };
  };
  switch (action) {
    case 'respond': return { outcomes: [{ lineNo: '1', outcome: picks.one(['will_pay', 'upheld']), amountCents: '0.00' }], decision: picks.one(['upheld', 'overturned']), resolveOn: '2027-03-01' };
    case 'contest': return picks.chance(0.5) ? { requestReview: 'on', whatToReview: 'Line 1.' } : {};
    case 'decideExtension': return { decision: picks.one(['approved', 'denied']) };
    case 'decideFineObjection': return { outcome: picks.one(['upheld', 'granted']) };
    case 'decide': return { ruling: picks.one(['for_provider', 'for_mco']) };
    case 'assign': return { assigneeId: picks.one([cast.mco.personId, cast.team.personId, '']) };
    case 'referToSme': return { smeId: cast.sme.personId };
    case 'reassignReview': return { reviewerId: picks.one([cast.accountManager.personId, cast.administration.personId]) };
    case 'changeProviderContact': return { contactId: picks.one([cast.provider.personId, cast.colleague.personId]) };
    case 'reopen': return { to: picks.one(['presented', 'responded', 'contested', 'review_requested']) };
    case 'transfer': return { planCode: picks.one(['MOLINA', 'COUNTYCARE']) };
    case 'postMessage': return { to: picks.one(['parties', 'mco', 'provider', 'state']) };
    case 'answerQuestion': return openQuestion('hfs-question');
    case 'answerPortalTeam': return openQuestion('portal-team-request');
    default: return {};
  }
}

/** The next act of one client, drawn by its picks alone. */
export async function randomAct(ticketIds: readonly string[], owner: Client, cast: Cast, picks: Picks): Promise<RandomAct> {
  const action = picks.chance(0.6) ? picks.one(RACING) : picks.one(PEOPLES);
  const role = picks.one(transitionOf(action).by.filter((r): r is PersonRole => r !== 'system'));
  const actor = picks.one(people(cast)[role]);
  const ticketId = picks.one(ticketIds);
  return { actor, command: buildCommand(action, { ticketId, ...(await chosen(action, ticketId, owner, cast, picks)) }) };
}

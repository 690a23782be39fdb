import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, PersonActor } from '@/domain/access/actor';
import type { Action } from '@/domain/tickets/transitions';
import { runTicketCommand } from '@/server/commands/run-ticket-command';
import { asActor } from '@/server/db/as-actor';
import { sweep } from '@/server/jobs/sweep';
import { listFines } from '@/server/queries/list-fines';
import { givenCast, givenPerson, type Cast } from '../../scenarios/people';
import { ANSWER, at, command, done, givenOverdueTicket, givenPresentedTicket, givenRespondedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
let admin: PersonActor;
beforeAll(async () => {
  cast = await givenCast(db.owner);
  admin = await givenPerson(db.owner, { id: cast.provider.organizationId, name: cast.provider.organizationName, planCode: null }, 'provider', { isOrgAdmin: true });
});

const WHAT = { what: 'The ED records.' };
const WHY = { reason: 'The records are with an archive.' };
const TEXT = { kind: 'text', text: 'Here they are.', providedOn: '', how: '' };
const JUST = (decision: 'approved' | 'denied') => ({ decision, reason: 'For this reason.' });

const act = (actor: Actor, action: Action, ticketId: string, form: Record<string, unknown>, on: string, time = '10:00') =>
  done(actor, command(action, ticketId, form), { arrivedAt: at(on, time) });
const attempt = (actor: Actor, action: Action, ticketId: string, form: Record<string, unknown>, on: string, time = '10:00') =>
  runTicketCommand(actor, command(action, ticketId, form), { arrivedAt: at(on, time) });

const refused = (reason: string) => ({ ok: false, error: { kind: 'not_allowed', reason } });

async function one<T = Record<string, unknown>>(sql: string, ...params: unknown[]): Promise<T> {
  const { rows } = await db.owner.query<{ x: T }>(`SELECT (${sql}) AS x`, params);
  return rows[0]?.x as T;
}
const clock = (ticketId: string, ruleId: string) => one(`SELECT json_build_object('due', due_on, 'ended', ended_on, 'how', end_reason, 'overdue', overdue_on) FROM clocks WHERE ticket_id = $1 AND rule_id = $2 ORDER BY started_at DESC LIMIT 1`, ticketId, ruleId);
const ticket = (ticketId: string) => one(`SELECT json_build_object('status', status, 'extension', extension_state, 'response', response_due_on, 'turn', turn_due_on, 'information', provider_owes_on, 'contact', contact_name) FROM tickets WHERE id = $1`, ticketId);
const fines = (ticketId: string) => one<unknown>(`SELECT json_agg(json_build_object('status', status, 'due', due_on, 'proposed', proposed_on, 'objected', objected_on, 'outcome', objection_outcome)) FROM fines WHERE ticket_id = $1`, ticketId);
const told = (ticketId: string, kind: string) => one<string[]>(`SELECT coalesce(json_agg(to_address ORDER BY to_address), '[]') FROM outbox WHERE ticket_id = $1 AND kind = $2`, ticketId, kind);

describe('information that the plan asks for (R9, R10)', () => {
  it('is asked for on business day 5 at 11:59 PM, and refused a minute later', async () => {
    const [last, late] = [await givenPresentedTicket(db.owner, cast), await givenPresentedTicket(db.owner, cast)];
    expect(await attempt(cast.mco, 'requestInformation', last, WHAT, '2026-11-04', '23:59')).toMatchObject({ ok: true });
    expect(await attempt(cast.mco, 'requestInformation', late, WHAT, '2026-11-05', '00:00')).toEqual(refused('The last day to ask the provider for information was Wed Nov 4, 2026 (R9).'));
    expect(await told(last, 'information-requested')).toEqual([cast.provider.email]);
    expect(await ticket(last)).toMatchObject({ information: '2026-11-12', response: '2026-11-30' });
  });

  it('is given by anybody of the provider, in time or late, and the plan’s own date stays', async () => {
    const [inTime, late] = [await givenPresentedTicket(db.owner, cast), await givenPresentedTicket(db.owner, cast)];
    for (const id of [inTime, late]) await act(cast.mco, 'requestInformation', id, WHAT, '2026-11-02');
    await act(cast.colleague, 'provideInformation', inTime, TEXT, '2026-11-10', '23:59');
    await sweep('https://portal.example', at('2026-11-12', '01:07'));
    await act(cast.provider, 'provideInformation', late, { kind: 'already_provided', text: '', providedOn: '2026-09-11', how: 'With the dispute.' }, '2026-11-12');
    expect(await clock(inTime, 'information-answer')).toMatchObject({ how: 'met', overdue: null });
    expect(await clock(late, 'information-answer')).toMatchObject({ how: 'met_late', overdue: '2026-11-11' });
    expect(await ticket(late)).toMatchObject({ status: 'presented', information: null, response: '2026-11-30' });
    expect(await told(late, 'information-provided')).toEqual([cast.mco.email]);
    expect(await one(`SELECT data FROM ticket_events WHERE ticket_id = $1 AND type = 'InformationProvided'`, late)).toMatchObject({ late: true, kind: 'already_provided', providedOn: '2026-09-11' });
    expect(await attempt(cast.provider, 'provideInformation', late, TEXT, '2026-11-12')).toEqual(refused('The plan’s request was answered on Thu Nov 12, 2026.'));
  });

  it('another provider and another plan have no such ticket', async () => {
    const id = await givenPresentedTicket(db.owner, cast);
    await act(cast.mco, 'requestInformation', id, WHAT, '2026-11-02');
    const gone = { ok: false, error: { kind: 'not_found' } };
    expect(await attempt(cast.otherProvider, 'provideInformation', id, TEXT, '2026-11-03')).toEqual(gone);
    expect(await attempt(cast.otherMco, 'requestExtension', id, WHY, '2026-11-03')).toEqual(gone);
    expect(await attempt(cast.otherAccountManager, 'decideExtension', id, JUST('approved'), '2026-11-03')).toEqual(gone);
  });
});

describe('the extension (R11, D5 to D8)', () => {
  async function pending(asker: PersonActor = cast.mco): Promise<string> {
    const id = await givenPresentedTicket(db.owner, cast);
    await act(asker, 'requestExtension', id, WHY, '2026-11-19', '23:59');
    return id;
  }

  it('is asked for on day 23 at 11:59 PM by either party, and refused a minute later', async () => {
    for (const asker of [cast.mco, cast.colleague]) {
      const id = await pending(asker);
      expect(await ticket(id)).toMatchObject({ extension: 'pending' });
      expect(await told(id, 'extension-requested')).toEqual([cast.accountManager.email, asker === cast.mco ? cast.provider.email : cast.mco.email].sort());
      expect(await attempt(cast.mco, 'requestExtension', id, WHY, '2026-11-19', '23:59')).toEqual(refused('An extension was asked for on Thu Nov 19, 2026, and HFS has not decided it yet (D7).'));
    }
    const late = await givenPresentedTicket(db.owner, cast);
    expect(await attempt(cast.mco, 'requestExtension', late, WHY, '2026-11-20', '00:00')).toEqual(refused('The last day to ask for an extension was Thu Nov 19, 2026 (R11).'));
  });

  it('undecided past the due date it is overdue without a fine; approved then, the mark goes and the fine never comes', async () => {
    const id = await pending();
    await sweep('https://portal.example', at('2026-12-01', '01:07'));
    expect(await clock(id, 'mco-response')).toMatchObject({ overdue: '2026-12-01', ended: null });
    expect(await fines(id)).toBeNull();
    await act(cast.accountManager, 'decideExtension', id, JUST('approved'), '2026-12-02');
    expect(await clock(id, 'mco-response')).toMatchObject({ overdue: null, how: 'superseded' });
    expect(await clock(id, 'mco-response-extended')).toMatchObject({ due: '2026-12-28', ended: null });
    expect(await ticket(id)).toMatchObject({ extension: 'approved', response: '2026-12-28', turn: '2026-12-28' });
    await sweep('https://portal.example', at('2026-12-03', '01:07'));
    expect(await fines(id)).toBeNull();
    expect(await told(id, 'extension-decided')).toEqual([cast.mco.email, cast.provider.email].sort());
    expect(await attempt(cast.provider, 'requestExtension', id, WHY, '2026-12-03')).toEqual(refused('HFS approved an extension on Wed Dec 2, 2026. A ticket has one at most (R11).'));
  });

  it('denied past the due date, the fine is proposed in that transaction; denied before, it is not', async () => {
    const [late, early] = [await pending(), await pending()];
    await act(cast.administration, 'decideExtension', early, JUST('denied'), '2026-11-30', '23:59');
    await sweep('https://portal.example', at('2026-12-01', '01:07'));
    expect(await fines(late)).toBeNull();
    await act(cast.accountManager, 'decideExtension', late, JUST('denied'), '2026-12-02');
    expect(await fines(late)).toMatchObject([{ status: 'proposed', due: '2026-11-30', proposed: '2026-12-02' }]);
    expect(await fines(early)).toMatchObject([{ status: 'proposed', due: '2026-11-30', proposed: '2026-12-01' }]);
    expect(await one(`SELECT json_agg(type ORDER BY seq) FROM ticket_events WHERE ticket_id = $1 AND seq >= (SELECT seq FROM ticket_events WHERE ticket_id = $1 AND type = 'ExtensionDecided')`, late)).toEqual(['ExtensionDecided', 'FineProposed']);
  });

  it('is moot once the plan has answered: in time without a fine, late with the fine that was held', async () => {
    const [inTime, late] = [await pending(), await pending()];
    await act(cast.mco, 'respond', inTime, ANSWER, '2026-11-30');
    await sweep('https://portal.example', at('2026-12-01', '01:07'));
    await act(cast.mco, 'respond', late, ANSWER, '2026-12-03');
    expect(await ticket(inTime)).toMatchObject({ extension: 'moot' });
    expect(await fines(inTime)).toBeNull();
    expect(await fines(late)).toMatchObject([{ status: 'proposed', due: '2026-11-30', proposed: '2026-12-03' }]);
    expect((await attempt(cast.accountManager, 'decideExtension', late, JUST('approved'), '2026-12-03')).ok).toBe(false);
  });
});

describe('the provider contact (R7)', () => {
  it('is changed by an administrator of the organization, and the plan and the new contact are told', async () => {
    const id = await givenRespondedTicket(db.owner, cast);
    const form = { contactId: cast.colleague.personId, contactPhone: '' };
    expect(await attempt(cast.colleague, 'changeProviderContact', id, form, '2026-11-23')).toEqual(refused('Only an administrator of the organization that filed this ticket, or the Portal Team, can do this (R7).'));
    await act(admin, 'changeProviderContact', id, form, '2026-11-23');
    expect(await ticket(id)).toMatchObject({ contact: cast.colleague.name });
    expect(await told(id, 'contact-changed')).toEqual([cast.colleague.email, cast.mco.email].sort());
    expect(await attempt(cast.provider, 'accept', id, {}, '2026-11-23')).toEqual(refused(`Only ${cast.colleague.name}, the provider contact of this ticket, can do this (R7).`));
    expect(await attempt(cast.colleague, 'accept', id, {}, '2026-11-23')).toMatchObject({ ok: true });
  });

  it('is a person of that organization, whoever changes it; before presentation the plan is not told', async () => {
    const id = await givenSubmittedTicket(db.owner, cast);
    const former = await givenPerson(db.owner, { id: cast.provider.organizationId, name: cast.provider.organizationName, planCode: null }, 'provider');
    await db.owner.query('UPDATE memberships SET ended_at = now() WHERE person_id = $1', [former.personId]);
    for (const stranger of [cast.otherProvider, cast.mco, former])
      expect(await attempt(cast.team, 'changeProviderContact', id, { contactId: stranger.personId, contactPhone: '' }, '2026-10-20')).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{ field: 'contactId' }] } });
    await act(cast.team, 'changeProviderContact', id, { contactId: cast.colleague.personId, contactPhone: '(217) 555-0190' }, '2026-10-20');
    expect(await told(id, 'contact-changed')).toEqual([cast.colleague.email]);
  });
});

describe('the plan’s contacts', () => {
  it('corrects the direct contact of its answer twice, each time with what it replaced', async () => {
    const id = await givenRespondedTicket(db.owner, cast);
    const contact = (contactName: string) => ({ contactName, contactPhone: ANSWER.contactPhone, contactEmail: ANSWER.contactEmail });
    await act(cast.mco, 'correctResponse', id, contact('Cal Brandvold'), '2026-11-23');
    await act(cast.mco, 'correctResponse', id, contact('Delia Fuentes'), '2026-11-24');
    expect(await one(`SELECT json_agg(data->'before'->>'contactName' ORDER BY seq) FROM ticket_events WHERE ticket_id = $1 AND type = 'ResponseContactCorrected'`, id)).toEqual(['Simone Tran', 'Cal Brandvold']);
    expect(await told(id, 'response-contact-corrected')).toEqual([cast.provider.email, cast.provider.email]);
    await act(cast.provider, 'contest', id, { why: 'No.' }, '2026-11-24');
    expect((await attempt(cast.mco, 'correctResponse', id, contact('Cal Brandvold'), '2026-11-24')).ok).toBe(false);
  });

  it('a logged contact is read by the plan and the State, never by the provider', async () => {
    const id = await givenPresentedTicket(db.owner, cast);
    const log = { on: '2026-11-18', time: '2:05 PM', how: 'phone', withWhom: 'Renata', said: 'Two of three.' };
    expect((await attempt(cast.mco, 'logContact', id, log, '2026-11-18', '14:04')).ok).toBe(false);
    await act(cast.mco, 'logContact', id, log, '2026-11-18', '14:05');
    const readers = async (actor: PersonActor) => asActor(actor, ({ tx }) => tx.ticketEvent.count({ where: { ticketId: id, type: 'ContactLogged' } }));
    expect(await Promise.all([cast.mco, cast.team, cast.accountManager, cast.administration, cast.provider, cast.otherMco].map(readers))).toEqual([1, 1, 1, 1, 0, 0]);
  });
});

describe('a correction after presentation (R4)', () => {
  const facts = { planCode: 'COUNTYCARE', programCode: 'HEALTHCHOICE', issueTypeCode: 'CLAIMS', trackingNumber: 'CC-2026-118402', trackingNumberConfirmed: '', reason: 'The plan’s letter says so.' };
  const corrected = (id: string) => one(`SELECT data->'windowNoLongerFits' FROM ticket_events WHERE ticket_id = $1 AND type = 'Corrected'`, id);

  it('where the window no longer fits: before presentation only returning is left, afterwards it is noted and closes nothing', async () => {
    const [before, after] = [await givenSubmittedTicket(db.owner, cast), await givenPresentedTicket(db.owner, cast)];
    for (const id of [before, after]) await act(cast.team, 'correct', id, { ...facts, receivedByMcoOn: '2026-09-16' }, '2026-10-28');
    expect([await corrected(before), await corrected(after)]).toEqual([true, true]);
    expect(await attempt(cast.team, 'present', before, {}, '2026-10-28')).toEqual(refused('It was received on Thu Oct 15, 2026, before its filing window opened on Fri Oct 16, 2026 (R4). Return it as closed.'));
    await act(cast.team, 'returnAsClosed', before, { closeReason: 'premature', reason: 'A day early.' }, '2026-10-28');
    expect(await ticket(after)).toMatchObject({ status: 'presented', response: '2026-11-30' });
    await act(cast.mco, 'respond', after, ANSWER, '2026-11-20');
  });

  it('day 30 still fits, and the plan stays once it has the ticket', async () => {
    const id = await givenPresentedTicket(db.owner, cast);
    await act(cast.team, 'correct', id, { ...facts, receivedByMcoOn: '2026-09-15', issueTypeCode: 'PRIOR_AUTH', programCode: 'MLTSS', trackingNumber: 'CC-9' }, '2026-10-28');
    expect(await corrected(id)).toBe(false);
    expect(await attempt(cast.team, 'correct', id, { ...facts, planCode: 'MOLINA', receivedByMcoOn: '2026-09-15' }, '2026-10-28')).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{ field: 'planCode' }] } });
    expect(await told(id, 'corrected')).toEqual([cast.mco.email, cast.provider.email].sort());
  });
});

describe('an objection to an issued fine (D11)', () => {
  async function fined(): Promise<string> {
    const id = await givenOverdueTicket(db.owner, cast);
    await act(cast.administration, 'issueFine', id, {}, '2026-12-01');
    return id;
  }

  it('does not exist before the fine is issued: a plan learns of no proposal', async () => {
    const id = await givenOverdueTicket(db.owner, cast);
    expect(await attempt(cast.mco, 'objectToFine', id, { why: 'No.' }, '2026-12-01')).toEqual(refused('No fine was issued on this ticket.'));
  });

  it('upheld, the fine stays, also on a closed ticket, and who decided the fine is not overwritten', async () => {
    const id = await fined();
    await act(cast.provider, 'withdraw', id, { reason: 'Paid.' }, '2026-12-02');
    await act(cast.mco, 'objectToFine', id, { why: 'The portal was down.' }, '2026-12-03');
    expect(await told(id, 'fine-objection')).toEqual([cast.accountManager.email, cast.administration.email].sort());
    await act(cast.accountManager, 'decideFineObjection', id, { outcome: 'upheld', reason: 'It was up.' }, '2026-12-04');
    expect(await fines(id)).toMatchObject([{ status: 'issued', objected: '2026-12-03', outcome: 'upheld' }]);
    expect((await listFines(cast.administration, { ticketId: id }))?.selected?.decidedBy).toBe(cast.administration.name);
    expect(await told(id, 'fine-objection-decided')).toEqual([cast.mco.email]);
  });

  it('granted, the fine is rescinded in the same act and the plan gets one mail; the provider learns of nothing', async () => {
    const id = await fined();
    await act(cast.mco, 'objectToFine', id, { why: 'The portal was down.' }, '2026-12-03');
    await act(cast.accountManager, 'decideFineObjection', id, { outcome: 'granted', reason: 'It was.' }, '2026-12-04');
    expect(await fines(id)).toMatchObject([{ status: 'rescinded', outcome: 'granted' }]);
    expect([await told(id, 'fine-objection-decided'), await told(id, 'fine-rescinded')]).toEqual([[], [cast.mco.email]]);
    const seen = await asActor(cast.provider, ({ tx }) => tx.ticketEvent.count({ where: { ticketId: id, type: { in: ['FineObjected', 'FineObjectionDecided', 'FineIssued'] } } }));
    expect(seen).toBe(0);
  });
});

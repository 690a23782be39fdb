import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '@/domain/access/actor';
import { runTicketCommands } from '@/server/commands/run-ticket-commands';
import { pickedTickets } from '@/server/queries/list-all-tickets';
import { previewAlert, previewAssign } from '@/server/queries/preview-staff';
import { givenCast, givenPerson, type Cast } from '../../scenarios/people';
import { givenPortalDay } from '../../scenarios/portal-clock';
import { at, command, done, givenOverdueTicket, givenPresentedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
let second: PersonActor;
let ids: Record<'waiting' | 'presented' | 'overdue' | 'closed', string>;
const all = () => Object.values(ids);
beforeAll(async () => {
  await givenPortalDay(db.owner, '2026-12-02');
  cast = await givenCast(db.owner);
  second = await givenPerson(db.owner, { id: cast.mco.organizationId, name: cast.mco.organizationName, planCode: 'COUNTYCARE' }, 'mco', { isPrimary: false, name: 'Cal Brandvold' });
  ids = { waiting: await givenSubmittedTicket(db.owner, cast), presented: await givenPresentedTicket(db.owner, cast), overdue: await givenOverdueTicket(db.owner, cast), closed: await givenSubmittedTicket(db.owner, cast) };
  await done(cast.provider, command('withdraw', ids.closed, { reason: 'Twice.' }), { arrivedAt: at('2026-10-21') });
});

describe('before tickets are assigned', () => {
  it('it shows which will change hands, which cannot and why, and which are so already', async () => {
    await done(cast.mco, command('assign', ids.presented, { assigneeId: second.personId }), { arrivedAt: at('2026-11-03') });
    const preview = await previewAssign(cast.mco, all(), second.personId);
    // What the plan cannot see is not there.
    expect(preview?.ready.map((t) => t.ticketId).sort()).toEqual([ids.presented, ids.overdue].sort());
    expect(preview).toMatchObject({ refused: [], already: 1, isMe: false, assignee: { name: 'Cal Brandvold' }, from: [{ name: null, tickets: 1 }] });
    const ofTeam = await previewAssign(cast.team, all(), null);
    expect(ofTeam?.refused.map((t) => t.ticketId)).toEqual([ids.closed]);
    expect(ofTeam).toMatchObject({ assignee: null, already: 3 });
  });

  it('only a colleague can be chosen', async () => {
    for (const [actor, assignee] of [[cast.mco, cast.otherMco], [cast.mco, cast.team], [cast.team, cast.mco]] as const) expect(await previewAssign(actor, all(), assignee.personId)).toBeNull();
    expect(await previewAssign(cast.team, all(), cast.administration.personId)).not.toBeNull();
  });
});

describe('an alert to HFS about several tickets', () => {
  it('shows whom it tells and what it leaves out, goes to each once however often it is sent, and stops for no refusal', async () => {
    const preview = await previewAlert(cast.team, all());
    expect(preview.ready.map((t) => t.ticketId).sort()).toEqual([ids.presented, ids.overdue].sort());
    expect(preview.refused.map((t) => t.ticketId).sort()).toEqual([ids.waiting, ids.closed].sort());
    expect(preview).toMatchObject({ plans: [{ planShortName: 'CountyCare', tickets: 2 }], again: 0 });
    const commands = [ids.waiting, ids.presented, ids.overdue].map((id) => command('alertHfs', id, { what: 'No reply to two calls.' }));
    const run = () => runTicketCommands(cast.team, commands, { arrivedAt: at('2026-12-02'), key: 'one-form' });
    expect((await run()).map((r) => [r.ticketId, r.refused === null])).toEqual([[ids.waiting, false], [ids.presented, true], [ids.overdue, true]]);
    await run();
    const { rows } = await db.owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ticket_events WHERE type = 'HfsAlerted'`);
    expect(rows[0]?.n).toBe(2);
    expect((await previewAlert(cast.team, all())).again).toBe(2);
    expect(JSON.stringify((await db.owner.query(`SELECT subject, text, html FROM outbox WHERE kind LIKE '%alert%'`)).rows)).not.toContain('two calls');
  });
});

describe('a file of picked tickets', () => {
  it('holds what its reader can see, with the own side’s assignee', async () => {
    await done(cast.team, command('assign', ids.presented, { assigneeId: cast.team.personId }), { arrivedAt: at('2026-11-04') });
    const rows = async (actor: PersonActor) => {
      const items = [];
      for await (const chunk of pickedTickets(actor, all())) items.push(...chunk);
      return items;
    };
    const assigned = async (actor: PersonActor) => (await rows(actor)).find((t) => t.ticketId === ids.presented)?.assignee;
    expect([(await rows(cast.team)).length, (await rows(cast.mco)).length, (await rows(cast.accountManager)).length, (await rows(cast.otherMco)).length, (await rows(cast.otherAccountManager)).length]).toEqual([4, 2, 2, 0, 0]);
    expect([await assigned(cast.team), await assigned(cast.mco)]).toEqual([cast.team.name, 'Cal Brandvold']);
  });
});

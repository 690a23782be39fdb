import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { runTicketCommands } from '@/server/commands/run-ticket-commands';
import { givenCast, type Cast } from '../../scenarios/people';
import { at, command, done, givenPresentedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;

beforeAll(async () => {
  cast = await givenCast(db.owner);
});

const presentedEvents = async (ticketId: string) => (await db.owner.query(`SELECT 1 FROM ticket_events WHERE ticket_id = $1 AND type = 'Presented'`, [ticketId])).rowCount;

describe('an act on several tickets', () => {
  it('is done or refused for each by itself, and what the actor must not see does not exist', async () => {
    const fresh = await givenSubmittedTicket(db.owner, cast);
    const presented = await givenPresentedTicket(db.owner, cast);
    const next = await givenSubmittedTicket(db.owner, cast);
    const results = await runTicketCommands(cast.team, [fresh, presented, randomUUID(), next].map((id) => command('present', id)), { arrivedAt: at('2026-10-27'), key: 'form-1' });
    expect(results.map((r) => [r.ticketId, r.refused === null])).toEqual([
      [fresh, true],
      [presented, false],
      [next, true],
    ]);
    expect(results[1]?.refused).toContain('“Presented”');
  });

  it('is safe to send again: nothing happens twice', async () => {
    const tickets = [await givenSubmittedTicket(db.owner, cast), await givenSubmittedTicket(db.owner, cast)];
    const send = () => runTicketCommands(cast.team, tickets.map((id) => command('present', id)), { arrivedAt: at('2026-10-27'), key: 'form-2' });
    const [first, second] = await Promise.all([send(), send()]);
    for (const result of [...first, ...second, ...(await send())]) expect(result.refused).toBeNull();
    for (const id of tickets) expect(await presentedEvents(id)).toBe(1);
  });

  it('leaves alone a ticket that somebody else changed since it was shown', async () => {
    const [stale, same] = [await givenSubmittedTicket(db.owner, cast), await givenSubmittedTicket(db.owner, cast)];
    await done(cast.team, command('correct', stale, { planCode: 'MOLINA', programCode: 'HEALTHCHOICE', issueTypeCode: 'CLAIMS', trackingNumber: 'CC-2026-118402', receivedByMcoOn: '2026-09-11', reason: 'Wrong plan.' }), { arrivedAt: at('2026-10-20') });
    const colleague = { ...cast.team, personId: cast.administration.personId };
    const results = await runTicketCommands(colleague, [stale, same].map((id) => command('present', id)), { arrivedAt: at('2026-10-27'), key: 'form-3', seenSeq: new Map([[stale, 1], [same, 1]]) });
    expect(results.map((r) => r.refused === null)).toEqual([false, true]);
    expect(results[0]?.refused).toContain('corrected the ticket');
  });

  it('says so when there was nothing to do', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    const assign = () => runTicketCommands(cast.mco, [command('assign', ticketId, { assigneeId: cast.mco.personId })], { arrivedAt: at('2026-10-28'), key: randomUUID() });
    expect(await assign()).toMatchObject([{ refused: null, changed: true }]);
    expect(await assign()).toMatchObject([{ refused: null, changed: false }]);
  });
});

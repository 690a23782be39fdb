import { beforeAll, describe, expect, it } from 'vitest';
import { verifyHistories as verify } from '@/server/jobs/verify-histories';
import { givenCast, type Cast } from '../../scenarios/people';
import { at, command, done, givenOverdueTicket, givenRespondedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});


/** What only a superuser can do: write past the triggers. */
async function tamper(sql: string, id: string): Promise<void> {
  await db.owner.query('SET session_replication_role = replica');
  await db.owner.query(sql, [id]);
  await db.owner.query('SET session_replication_role = DEFAULT');
}

async function numberOf(id: string): Promise<string> {
  const { rows } = await db.owner.query<{ number: string }>('SELECT number FROM tickets WHERE id = $1', [id]);
  return rows[0]?.number ?? '';
}

describe('audit:verify', () => {
  it('finds whole histories whole', async () => {
    await givenRespondedTicket(db.owner, cast);
    expect(await verify()).toMatchObject({ tickets: 1, broken: null });
  });

  it('finds them whole while others act on them', async () => {
    const ticketId = await givenOverdueTicket(db.owner, cast);
    const turns = Array.from({ length: 40 });
    const acting = (async () => {
      for (const [i] of turns.entries()) await done(cast.team, command('alertHfs', ticketId, { what: `Alert ${i}` }), { arrivedAt: at('2026-12-02') });
    })();
    for (const _ of turns) expect((await verify()).broken).toBeNull();
    await acting;
  });

  it('names the ticket and the event whose words were changed', async () => {
    const id = await givenOverdueTicket(db.owner, cast);
    await tamper(`UPDATE ticket_events SET data = data || '{"amountCents": 1}' WHERE ticket_id = $1 AND type = 'FineProposed'`, id);
    const { broken } = await verify();
    expect(broken).toMatchObject({ ticketNumber: await numberOf(id), what: 'what it says was changed after it was recorded' });
    await tamper(`UPDATE ticket_events SET data = data || '{"amountCents": 500000}' WHERE ticket_id = $1 AND type = 'FineProposed'`, id);
    expect((await verify()).broken).toBeNull();
  });

  it('sees a cut tail and a missing event in the middle', async () => {
    const id = await givenOverdueTicket(db.owner, cast);
    await tamper('DELETE FROM ticket_events WHERE ticket_id = $1 AND seq = (SELECT max(seq) FROM ticket_events WHERE ticket_id = $1)', id);
    expect((await verify()).broken?.what).toMatch(/the ticket counts 4 events, but 3 are there/);
    await tamper('DELETE FROM ticket_events WHERE ticket_id = $1 AND seq = 2', id);
    expect((await verify()).broken).toMatchObject({ ticketNumber: await numberOf(id), seq: 2, what: 'event 2 is missing' });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { sweep, type SweepReport } from '@/server/jobs/sweep';
import { givenCast, type Cast } from '../../scenarios/people';
import { ANSWER, at, command, done, givenDraft, givenPresentedTicket, givenRespondedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});

const PORTAL = 'https://portal.example';
const sum = (reports: SweepReport[], key: keyof SweepReport): number => reports.reduce((total, report) => total + report[key], 0);

async function everything(): Promise<unknown> {
  const { rows } = await db.owner.query(`SELECT (SELECT count(*) FROM ticket_events) AS events, (SELECT count(*) FROM fines) AS fines, (SELECT count(*) FROM outbox) AS mails, (SELECT count(*) FROM complaint_drafts) AS drafts`);
  return rows[0];
}

describe('a sweep', () => {
  it('by two workers in the same moment does each thing once, and a third changes nothing more', async () => {
    const late = [await givenPresentedTicket(db.owner, cast), await givenPresentedTicket(db.owner, cast)];
    await givenRespondedTicket(db.owner, cast);
    const [reminded, old] = [await givenDraft(db.owner, cast.provider), await givenDraft(db.owner, cast.provider)];
    await db.owner.query(`UPDATE complaint_drafts SET data = '{"receivedByMcoOn":"2026-11-02","planCode":"MOLINA"}', remind_on = '2026-12-02', updated_at = $2 WHERE id = $1`, [reminded, at('2026-11-20')]);
    await db.owner.query('UPDATE complaint_drafts SET updated_at = $2 WHERE id = $1', [old, at('2026-08-30')]);

    const both = await Promise.all([sweep(PORTAL, at('2026-12-02', '01:07')), sweep(PORTAL, at('2026-12-02', '01:07'))]);
    expect([sum(both, 'overdue'), sum(both, 'finesProposed'), sum(both, 'draftsDeleted'), sum(both, 'reminders')]).toEqual([2, 2, 1, 1]);
    const { rows } = await db.owner.query(`SELECT ticket_id AS id, effective_on::text AS "on" FROM ticket_events WHERE type = 'OverdueMarked' ORDER BY ticket_id`);
    expect(rows).toEqual([...late].sort().map((id) => ({ id, on: '2026-12-01' })));
    const before = await everything();
    // Late and again: what took effect when is the rule's day, not the job's.
    await sweep(PORTAL, at('2026-12-02', '17:07'));
    expect(await everything()).toEqual(before);
  });

  it('begins a day at 01:00: a worker whose clock is an hour fast, at 23:59, marks nobody late and reminds nobody early', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    const draft = await givenDraft(db.owner, cast.provider);
    await db.owner.query(`UPDATE complaint_drafts SET data = '{"receivedByMcoOn":"2026-11-01","planCode":"MOLINA"}', remind_on = '2026-12-01', updated_at = $2 WHERE id = $1`, [draft, at('2026-11-20')]);
    const did = async (time: string) => {
      const { overdue, finesProposed, reminders } = await sweep(PORTAL, at('2026-12-01', time));
      return [overdue, finesProposed, reminders];
    };
    expect(await did('00:59')).toEqual([0, 0, 0]);
    // It was in time, so there is nothing to take back.
    await done(cast.mco, command('respond', ticketId, ANSWER), { arrivedAt: at('2026-11-30', '23:59') });
    expect((await db.owner.query(`SELECT 1 FROM ticket_events WHERE ticket_id = $1 AND type LIKE 'Overdue%'`, [ticketId])).rowCount).toBe(0);
    const late = await givenPresentedTicket(db.owner, cast);
    expect(await did('01:00')).toEqual([1, 1, 1]);
    expect((await db.owner.query('SELECT 1 FROM fines WHERE ticket_id = $1', [late])).rowCount).toBe(1);
  });

  it('goes on past a ticket that cannot be swept, and says so at the end', async () => {
    const [broken, whole] = [await givenPresentedTicket(db.owner, cast), await givenPresentedTicket(db.owner, cast)];
    await db.owner.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$`);
    await db.owner.query(`CREATE TRIGGER refuse BEFORE UPDATE ON tickets FOR EACH ROW WHEN (OLD.id = '${broken}') EXECUTE FUNCTION refuse()`);
    const marked = async () => (await db.owner.query<{ id: string }>(`SELECT ticket_id AS id FROM clocks WHERE overdue_on IS NOT NULL AND ticket_id IN ($1, $2)`, [broken, whole])).rows.map((r) => r.id);
    await expect(sweep(PORTAL, at('2026-12-02', '01:07'))).rejects.toThrow('clocks past due could not be swept');
    expect(await marked()).toEqual([whole]);
    await db.owner.query('DROP TRIGGER refuse ON tickets');
    expect((await sweep(PORTAL, at('2026-12-03', '01:07'))).overdue).toBe(1);
    expect(await marked()).toHaveLength(2);
  });
});

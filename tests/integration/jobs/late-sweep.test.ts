import { beforeAll, describe, expect, it } from 'vitest';
import { runTicketCommand } from '@/server/commands/run-ticket-command';
import { disconnectDatabases } from '@/server/db/database';
import { sweep } from '@/server/jobs/sweep';
import { verifyHistories } from '@/server/jobs/verify-histories';
import { addDays, calendarDate, compareDays } from '@/shared/calendar-date';
import { givenCast, type Cast } from '../../scenarios/people';
import { replayAll } from '../../scenarios/replay';
import { at, command, done, givenDraft, givenPresentedTicket, givenRespondedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase, type TestDatabase } from '../database';

const [daily, late] = [useDatabase(), useDatabase()];
const PORTAL = 'https://portal.example';
const LAST_DAY = '2027-01-15';

async function pointAt({ urls }: TestDatabase): Promise<void> {
  await disconnectDatabases();
  [process.env.DATABASE_URL_WEB, process.env.DATABASE_URL_WORKER, process.env.DATABASE_URL_PUBLIC] = [urls.web, urls.worker, urls.public];
}

/** One ticket in every state that time alone changes, and the drafts that it reminds of or deletes. */
async function given(db: TestDatabase): Promise<Cast> {
  await pointAt(db);
  const cast = await givenCast(db.owner);
  await givenSubmittedTicket(db.owner, cast);
  await givenPresentedTicket(db.owner, cast);
  await givenRespondedTicket(db.owner, cast);
  const contested = await givenRespondedTicket(db.owner, cast);
  await done(cast.provider, command('contest', contested, { why: 'No.', requestReview: '', whatToReview: '' }), { arrivedAt: at('2026-11-24') });
  const reviewed = await givenRespondedTicket(db.owner, cast);
  await done(cast.provider, command('contest', reviewed, { why: 'No.', requestReview: 'on', whatToReview: 'All of it.' }), { arrivedAt: at('2026-11-24') });
  const [reminded, old] = [await givenDraft(db.owner, cast.provider), await givenDraft(db.owner, cast.provider)];
  await db.owner.query(`UPDATE complaint_drafts SET data = '{"receivedByMcoOn":"2026-11-20","planCode":"MOLINA"}', remind_on = '2026-12-20', updated_at = $2 WHERE id = $1`, [reminded, at('2026-11-20')]);
  await db.owner.query('UPDATE complaint_drafts SET updated_at = $2 WHERE id = $1', [old, at('2026-09-20')]);
  return cast;
}

/** All that the two portals must agree on: what happened as of which day, never when a job ran. */
async function outcome({ owner }: TestDatabase): Promise<unknown> {
  const rows = async (sql: string) => (await owner.query<Record<string, unknown>>(sql)).rows;
  return {
    events: await rows(`SELECT t.number, e.type, e.effective_on::text, e.data->>'ruleId' AS rule, e.data->>'dueOn' AS due FROM ticket_events e JOIN tickets t ON t.id = e.ticket_id ORDER BY 1, 3, 2, 4`),
    clocks: await rows(`SELECT t.number, c.rule_id, c.owed_by, c.due_on::text, c.ended_on::text, c.end_reason, c.overdue_on::text FROM clocks c JOIN tickets t ON t.id = c.ticket_id ORDER BY 1, 2, 3, 4`),
    fines: await rows(`SELECT t.number, f.status, f.due_on::text, f.proposed_on::text FROM fines f JOIN tickets t ON t.id = f.ticket_id ORDER BY 1`),
    mails: await rows(`SELECT kind, count(*)::int AS n FROM outbox GROUP BY 1 ORDER BY 1`),
    drafts: await rows(`SELECT count(*)::int AS n FROM complaint_drafts`),
  };
}

let people: Cast;
beforeAll(async () => {
  await given(daily);
  for (let day = calendarDate('2026-11-25'); compareDays(day, calendarDate(LAST_DAY)) <= 0; day = addDays(day, 1)) await sweep(PORTAL, at(day, '01:07'));
  people = await given(late);
}, 120_000);

describe('jobs that all run weeks late, at once and by two workers', () => {
  it('do what they would have done day by day, as of the same days', async () => {
    await Promise.all([sweep(PORTAL, at(LAST_DAY, '01:07')), sweep(PORTAL, at(LAST_DAY, '01:07'))]);
    await sweep(PORTAL, at(LAST_DAY, '02:07'));
    expect(await outcome(late)).toEqual(await outcome(daily));
    expect(((await outcome(late)) as { fines: unknown[] }).fines).toHaveLength(1);
  });

  it('leave histories that hold together and tickets that are what their events say', async () => {
    expect((await verifyHistories()).broken).toBeNull();
    for (const { number, stored, replayed } of await replayAll()) expect(replayed, number).toEqual(stored);
  });

  it('take nothing from an act that comes after them', async () => {
    const { rows } = await late.owner.query<{ id: string }>(`SELECT id FROM tickets WHERE status = 'responded' ORDER BY number LIMIT 1`);
    const contested = await runTicketCommand(people.provider, command('contest', rows[0]?.id ?? '', { why: 'No.', requestReview: '', whatToReview: '' }), { arrivedAt: at(LAST_DAY, '09:00') });
    expect(contested.ok).toBe(true);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { sweep } from '@/server/jobs/sweep';
import { givenCast, type Cast } from '../../scenarios/people';
import { at, givenDraft, givenPresentedTicket, givenRespondedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});

const PORTAL = 'https://portal.example';
const idsOf = async (sql: string, ...values: unknown[]) => (await db.owner.query<{ id: string }>(sql, values)).rows.map((r) => r.id);

describe('drafts (lifecycle, "saveDraft")', () => {
  it('of complaints and of answers are kept through day 90 after the last edit, and gone on day 91', async () => {
    const draft = await givenDraft(db.owner, cast.provider);
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await db.owner.query('UPDATE complaint_drafts SET updated_at = $2 WHERE id = $1', [draft, at('2026-08-01', '00:00')]);
    await db.owner.query(`INSERT INTO answer_drafts (ticket_id, plan_code, data, version, updated_by_id, updated_by_name, updated_at) VALUES ($1, 'COUNTYCARE', '{}', 1, $2, 'S', $3)`, [ticketId, cast.mco.personId, at('2026-08-01', '23:59')]);
    const left = async () => [...(await idsOf('SELECT id FROM complaint_drafts')), ...(await idsOf('SELECT ticket_id AS id FROM answer_drafts'))];
    await sweep(PORTAL, at('2026-10-30', '23:30'));
    expect(await left()).toEqual([draft, ticketId]);
    expect((await sweep(PORTAL, at('2026-10-31', '01:07'))).draftsDeleted).toBe(2);
    expect(await left()).toEqual([]);
  });
});

describe('the mail on the day on which a filing window opens (D2)', () => {
  async function givenReminder(receivedByMcoOn: string, remindOn: string): Promise<string> {
    const draft = await givenDraft(db.owner, cast.provider);
    await db.owner.query(`UPDATE complaint_drafts SET data = $2, remind_on = $3, updated_at = $4 WHERE id = $1`, [draft, JSON.stringify({ receivedByMcoOn, planCode: 'MOLINA' }), remindOn, at('2026-11-10')]);
    return draft;
  }
  const mailsTo = (draft: string) => idsOf(`SELECT id FROM outbox WHERE unique_key LIKE 'window-opens:' || $1 || ':%'`, draft);

  it('goes on that day, not before, and once', async () => {
    const draft = await givenReminder('2026-10-13', '2026-11-12');
    await sweep(PORTAL, at('2026-11-11', '23:59'));
    expect(await mailsTo(draft)).toHaveLength(0);
    await sweep(PORTAL, at('2026-11-12', '01:07'));
    await sweep(PORTAL, at('2026-11-12', '01:08'));
    expect(await mailsTo(draft)).toHaveLength(1);
  });

  it.each([
    ['2026-11-12', 1, 'day 60 is the last day of the window'],
    ['2026-11-13', 0, 'the window is over'],
  ])('by a sweep that comes late, on %s, is sent %i times: %s', async (on, mails, _why) => {
    const draft = await givenReminder('2026-09-13', '2026-10-13');
    await sweep(PORTAL, at(on, '02:00'));
    expect(await mailsTo(draft)).toHaveLength(mails);
    expect(await idsOf('SELECT id FROM complaint_drafts WHERE id = $1 AND remind_on IS NOT NULL', draft)).toEqual([]);
  });

  it('is not sent to a person who is disabled', async () => {
    const draft = await givenReminder('2026-10-13', '2026-11-12');
    await db.owner.query('UPDATE people SET disabled_at = now() WHERE id = $1', [cast.provider.personId]);
    await sweep(PORTAL, at('2026-11-12', '03:00'));
    await db.owner.query('UPDATE people SET disabled_at = NULL WHERE id = $1', [cast.provider.personId]);
    expect(await mailsTo(draft)).toHaveLength(0);
  });
});

describe('windows', () => {
  it('lapse by themselves the day after their last', async () => {
    const ticketId = await givenRespondedTicket(db.owner, cast);
    const contest = `SELECT id FROM clocks WHERE ticket_id = $1 AND rule_id = 'contest' AND end_reason = 'lapsed'`;
    await sweep(PORTAL, at('2026-12-01', '23:59'));
    expect(await idsOf(contest, ticketId)).toEqual([]);
    await sweep(PORTAL, at('2026-12-02', '01:07'));
    expect(await idsOf(contest, ticketId)).toHaveLength(1);
  });
});

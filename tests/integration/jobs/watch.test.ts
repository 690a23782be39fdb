import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '@/server/db/as-actor';
import type { FindingKind } from '@/server/db/watch-tickets';
import { sweep } from '@/server/jobs/sweep';
import { watch } from '@/server/jobs/watch';
import { getNightlyChecks } from '@/server/queries/get-nightly-checks';
import { givenMessage } from '../../scenarios/outbox';
import { givenCast, type Cast } from '../../scenarios/people';
import { givenInReview, givenReviewRequested } from '../../scenarios/reviews';
import { ANSWER, at, command, done, givenOverdueTicket, givenPresentedTicket, givenRespondedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
const tickets: Record<'submitted' | 'presented' | 'responded' | 'review' | 'requested' | 'overdue', string> = { submitted: '', presented: '', responded: '', review: '', requested: '', overdue: '' };
/** Nights of the same day, a minute apart. */
let looks = 0;
const logged: { about: Record<string, unknown>; words: string }[] = [];
const log = { error: (about: Record<string, unknown>, words: string) => void logged.push({ about, words }) } as unknown as Parameters<typeof watch>[0];

beforeAll(async () => {
  cast = await givenCast(db.owner);
  tickets.submitted = await givenSubmittedTicket(db.owner, cast, { receivedByMcoOn: '2026-10-20' }, '2026-12-01');
  tickets.presented = await givenPresentedTicket(db.owner, cast);
  tickets.responded = await givenRespondedTicket(db.owner, cast);
  tickets.review = await givenInReview(db.owner, cast);
  tickets.requested = await givenReviewRequested(db.owner, cast);
  tickets.overdue = await givenOverdueTicket(db.owner, cast);
  await db.owner.query(`UPDATE outbox SET status = 'accepted', accepted_at = enqueued_at`);
  await sweep('https://portal.example', at('2026-12-04', '01:07'));
});

/** The next look; what it finds anew, as `kind subject`. */
async function nextNight(): Promise<string[]> {
  logged.length = 0;
  looks += 1;
  await db.owner.query(`DELETE FROM job_marks WHERE name = 'watchdog'`);
  const found = await watch(log, new Date(at('2026-12-04', '02:37').getTime() + looks * 1000));
  if (found === null) throw new Error('the night was looked at already');
  return found.map((f) => `${f.kind} ${f.subject}`);
}
const checks = async () => (await getNightlyChecks(cast.administration)).open.map((f) => f.kind);

describe('the watchdog', () => {
  it('finds nothing where all is as it should be, in every status', async () => {
    expect(await nextNight()).toEqual([]);
    expect(await checks()).toEqual([]);
  });

  it('looks once a night, from 2:30 on', async () => {
    await db.owner.query(`DELETE FROM job_marks WHERE name = 'watchdog'`);
    expect(await watch(log, at('2026-12-04', '02:29'))).toBeNull();
    expect(await watch(log, at('2026-12-04', '02:30'))).toEqual([]);
    expect(await watch(log, at('2026-12-04', '05:00'))).toBeNull();
  });

  const CASES: [kind: FindingKind, what: string, sql: () => { fault: string; mend: string }, found: (keyof typeof tickets)[]][] = [
    ['nobody', 'presented to a plan that has nobody', () => ({ fault: `UPDATE memberships SET ended_at = now() WHERE organization_id = '${cast.mco.organizationId}'`, mend: `UPDATE memberships SET ended_at = NULL WHERE organization_id = '${cast.mco.organizationId}'` }), ['presented', 'overdue', 'requested']],
    ['nobody', 'answered to a provider that has nobody', () => ({ fault: `UPDATE people SET disabled_at = now() WHERE id IN ('${cast.provider.personId}', '${cast.colleague.personId}')`, mend: `UPDATE people SET disabled_at = NULL` }), ['responded', 'requested']],
    ['nobody', 'in review where HFS has nobody', () => ({ fault: `UPDATE memberships SET ended_at = now() WHERE role IN ('account_manager', 'administration')`, mend: `UPDATE memberships SET ended_at = NULL` }), ['review']],
    ['nobody', 'to present without a Portal Team', () => ({ fault: `UPDATE memberships SET ended_at = now() WHERE role = 'portal_team'`, mend: `UPDATE memberships SET ended_at = NULL` }), ['submitted']],
  ];
  it.each(CASES)('%s: %s; gone, it is resolved', async (kind, _what, sql, subjects) => {
    const { fault, mend } = sql();
    await db.owner.query(fault);
    expect((await nextNight()).sort()).toEqual(subjects.map((s) => `${kind} ${tickets[s]}`).sort());
    expect(logged.every((l) => l.about.watchdog === kind)).toBe(true);
    expect(await nextNight()).toEqual([]);
    await db.owner.query(mend);
    expect([await nextNight(), await checks()]).toEqual([[], []]);
  });

  it.each([
    ['submitted', 'presentation'], ['presented', 'mco-response'], ['review', 'hfs-decision'],
  ] as const)('no_clock: %s without %s, which is not what its events give either', async (which, ruleId) => {
    await db.owner.query(`UPDATE clocks SET ended_on = due_on, end_reason = 'stopped' WHERE ticket_id = $1 AND rule_id = $2 AND ended_on IS NULL`, [tickets[which], ruleId]);
    expect((await nextNight()).sort()).toEqual([`no_clock ${tickets[which]}`, `not_replayed ${tickets[which]}`]);
    await db.owner.query(`UPDATE clocks SET ended_on = NULL, end_reason = NULL WHERE ticket_id = $1 AND rule_id = $2`, [tickets[which], ruleId]);
    expect([await nextNight(), await checks()]).toEqual([[], []]);
  });

  it('not_replayed: a status that its events do not give', async () => {
    await db.owner.query(`UPDATE tickets SET status = 'contested' WHERE id = $1`, [tickets.responded]);
    expect(await nextNight()).toEqual([`not_replayed ${tickets.responded}`]);
    expect((await getNightlyChecks(cast.administration)).open[0]?.what).toBe('Status is “contested”, its events give “responded”.');
    await db.owner.query(`UPDATE tickets SET status = 'responded' WHERE id = $1`, [tickets.responded]);
    expect([await nextNight(), await checks()]).toEqual([[], []]);
  });

  it.each([
    ['a fine', `UPDATE fines SET status = 'waived', reason = 'x', decided_on = proposed_on`, `UPDATE fines SET status = 'proposed', reason = NULL, decided_on = NULL`, 'overdue', /^A fine is “waived, due 2026-/],
    ['a date of a clock', `UPDATE clocks SET day_0 = day_0 - 1`, `UPDATE clocks SET day_0 = day_0 + 1`, 'presented', /^A clock is “/],
    ['the contact, of whom nothing is said', `UPDATE tickets SET contact_phone = contact_phone || '9'`, `UPDATE tickets SET contact_phone = left(contact_phone, -1)`, 'responded', /^Contact is not what its events give\.$/],
    ['when the plan answered', `UPDATE tickets SET responded_on = responded_on + 1`, `UPDATE tickets SET responded_on = responded_on - 1`, 'responded', /^RespondedOn is “/],
  ] as const)('not_replayed: %s', async (_what, fault, mend, which, words) => {
    const run = (sql: string) => db.owner.query(`${sql} WHERE ${sql.includes('tickets') ? 'id' : 'ticket_id'} = $1`, [tickets[which]]);
    await run(fault);
    expect(await nextNight()).toEqual([`not_replayed ${tickets[which]}`]);
    expect((await getNightlyChecks(cast.administration)).open[0]?.what).toMatch(words);
    await run(mend);
    expect([await nextNight(), await checks()]).toEqual([[], []]);
  });

  it('not_marked: a clock past its date without a mark', async () => {
    const { rows } = await db.owner.query<{ id: string }>(`UPDATE clocks SET overdue_on = NULL WHERE ticket_id = $1 AND rule_id = 'mco-response' RETURNING id`, [tickets.overdue]);
    expect((await nextNight()).sort()).toEqual([`not_marked ${rows[0]?.id}`, `not_replayed ${tickets.overdue}`].sort());
    await db.owner.query(`UPDATE clocks SET overdue_on = due_on + 1 WHERE id = $1`, [rows[0]?.id]);
    expect([await nextNight(), await checks()]).toEqual([[], []]);
  });

  it('mail_waits: an outbox row older than an hour', async () => {
    const [old, young] = [await givenMessage(db.owner), await givenMessage(db.owner)];
    await db.owner.query('UPDATE outbox SET enqueued_at = $2 WHERE id = $1', [old, at('2026-12-04', '01:30')]);
    await db.owner.query('UPDATE outbox SET enqueued_at = $2 WHERE id = $1', [young, at('2026-12-04', '02:00')]);
    expect(await nextNight()).toEqual([`mail_waits ${old}`]);
    await db.owner.query(`UPDATE outbox SET status = 'accepted', accepted_at = now() WHERE id IN ($1, $2)`, [old, young]);
    expect([await nextNight(), await checks()]).toEqual([[], []]);
  });

  it('chain: an event that was changed, and a tail that was cut', async () => {
    await db.owner.query('ALTER TABLE ticket_events DISABLE TRIGGER ticket_events_append_only');
    await db.owner.query(`UPDATE ticket_events SET actor_name = actor_name || '!' WHERE ticket_id = $1 AND seq = 1`, [tickets.review]);
    await db.owner.query(`UPDATE tickets SET event_count = event_count + 1 WHERE id = $1`, [tickets.responded]);
    expect((await nextNight()).sort()).toEqual([`chain ${tickets.review}`, `chain ${tickets.responded}`].sort());
    await db.owner.query(`UPDATE ticket_events SET actor_name = rtrim(actor_name, '!') WHERE ticket_id = $1 AND seq = 1`, [tickets.review]);
    await db.owner.query(`UPDATE tickets SET event_count = event_count - 1 WHERE id = $1`, [tickets.responded]);
    await db.owner.query('ALTER TABLE ticket_events ENABLE TRIGGER ticket_events_append_only');
    expect([await nextNight(), await checks()]).toEqual([[], []]);
    expect((await getNightlyChecks(cast.administration)).resolved.length).toBeGreaterThan(8);
  });

  it('tells the log no person, and shows its findings to Administration alone', async () => {
    await db.owner.query(`UPDATE tickets SET status = 'contested' WHERE id = $1`, [tickets.responded]);
    await nextNight();
    expect(JSON.stringify(logged)).not.toMatch(/Renata|Lindqvist|000118420|@/);
    const seen = (actor: Parameters<typeof asActor>[0]) => asActor(actor, ({ tx }) => tx.watchdogFinding.count({ where: { resolvedAt: null } }));
    expect([await seen(cast.administration), await seen(cast.team), await seen(cast.mco), await seen(cast.provider)]).toEqual([1, 0, 0, 0]);
  });

  it('calls the days to disagree no fault that go on until the answer has reached the contact (D18)', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await done(cast.mco, command('respond', ticketId, ANSWER), { arrivedAt: at('2026-11-20') });
    await db.owner.query(`UPDATE outbox SET status = 'accepted', accepted_at = enqueued_at WHERE status = 'queued'`);
    expect(await nextNight()).toEqual([]);
  });
});

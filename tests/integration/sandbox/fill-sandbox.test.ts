import { availableParallelism, loadavg } from 'node:os';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '@/domain/access/actor';
import { EVENT_DATA } from '@/domain/tickets/events';
import { asActor } from '@/server/db/as-actor';
import { findFirstBreak } from '@/server/db/verify-chain';
import { ensureCast, fillSandbox, sandboxHappenings } from '@/server/sandbox/fill-sandbox';
import { playStories } from '@/server/sandbox/play-stories';
import { FIRST_DAY } from '@/server/sandbox/stories/life';
import { WorkingDays } from '@/server/sandbox/stories/working-days';
import { readSandboxClock } from '@/server/sandbox/read-clock';
import { listSandboxSignIns } from '@/server/sandbox/list-sign-ins';
import { calendarDate } from '@/shared/calendar-date';
import { replayAll } from '../../scenarios/replay';
import { useDatabase, type TestDatabase } from '../database';
import { useMailbox } from './mailbox';

const [db, twin] = [useDatabase(), useDatabase()];
const mailbox = useMailbox();

function pointAt({ urls }: TestDatabase): void {
  process.env.DATABASE_URL_WEB = urls.web;
  process.env.DATABASE_URL_WORKER = urls.worker;
  process.env.DATABASE_URL_PUBLIC = urls.public;
}

async function mark({ owner }: TestDatabase): Promise<void> {
  await owner.query(`INSERT INTO sandbox_marker (anchor_real_at, anchor_portal_at) VALUES (now(), '2026-11-24T15:41:00Z')`);
}

const portal = { portalUrl: 'https://portal.example', mail: mailbox.server };
let seconds = 0;

beforeAll(async () => {
  for (const one of [db, twin]) await mark(one);
  pointAt(db);
  const startedAt = performance.now();
  await fillSandbox(db.owner, portal);
  seconds = (performance.now() - startedAt) / 1000;
}, 300_000);

async function one<T>(sql: string): Promise<T> {
  const { rows } = await db.owner.query<{ value: T }>(`SELECT (${sql}) AS value`);
  const [row] = rows;
  if (row === undefined) throw new Error('no row');
  return row.value;
}

describe('a new sandbox', () => {
  it('is made within 60 seconds, on cores that do nothing else', () => {
    const share = Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
    expect(seconds).toBeLessThan(60 * share);
  });

  it('begins on Tue Nov 24, 2026, 9:41 in Chicago', async () => {
    const clock = await readSandboxClock();
    expect(clock?.now.toISOString()).toMatch(/^2026-11-24T15:4[1-3]/);
  });

  it('holds at least 120 tickets of the fourteen months before, in every status and for every reason that can be reached', async () => {
    expect(await one(`SELECT count(*)::int FROM tickets`)).toBeGreaterThanOrEqual(120);
    expect(await one(`SELECT min(received_on)::text FROM tickets`)).toMatch(/^2025-(09-2|09-3|10-0)/);
    expect(await one(`SELECT array_agg(DISTINCT status ORDER BY status) FROM tickets`)).toEqual(['administrative_review', 'closed', 'contested', 'decided', 'presented', 'responded', 'review_requested', 'submitted']);
    expect(await one(`SELECT array_agg(DISTINCT close_reason ORDER BY close_reason) FROM tickets WHERE close_reason IS NOT NULL`)).toEqual([
      'accepted', 'duplicate', 'hfs_decision', 'incomplete', 'not_contested', 'out_of_scope', 'premature', 'resolved', 'review_not_requested', 'untimely', 'withdrawn',
    ]);
    expect(await one(`SELECT array_agg(DISTINCT status ORDER BY status) FROM fines`)).toEqual(['issued', 'proposed', 'rescinded', 'void', 'waived']);
  });

  it('has everything happen that can, but what takes a virus, a change of the State’s calendar, or mail that is days under way', async () => {
    const happened = await one<string[]>(`SELECT array_agg(DISTINCT type) FROM ticket_events`);
    expect(Object.keys(EVENT_DATA).filter((type) => !happened.includes(type)).sort()).toEqual(['DatesMoved', 'FileRefused', 'NoticeSentAgain', 'ResponseSeen']);
  });

  it('has files of each kind of act that takes them, messages in each direction, and contacts', async () => {
    const withFiles = await one<string[]>(`SELECT array_agg(DISTINCT e.type) FROM files f JOIN ticket_events e ON e.ticket_id = f.ticket_id AND e.seq = f.event_seq`);
    expect(withFiles).toEqual(expect.arrayContaining(['ComplaintSubmitted', 'ContactLogged', 'InformationDelivered', 'InformationProvided', 'MessagePosted', 'ResponseContested', 'ResponseSubmitted']));
    expect(await one(`SELECT array_agg(DISTINCT actor_role || ' to ' || (data->>'to') ORDER BY actor_role || ' to ' || (data->>'to')) FROM ticket_events WHERE type = 'MessagePosted'`)).toEqual(['mco to parties', 'portal_team to provider', 'portal_team to state', 'provider to parties']);
    expect(await one(`SELECT count(*)::int FROM ticket_events WHERE type = 'ContactLogged'`)).toBeGreaterThan(2);
  });

  it('shows both sides of each date: met, met late, and missed', async () => {
    const ended = await one<string[]>(`SELECT array_agg(DISTINCT rule_id || ' ' || end_reason) FROM clocks WHERE kind = 'duty' AND end_reason IN ('met', 'met_late')`);
    for (const ruleId of ['mco-response', 'information-answer', 'review-information', 'hfs-question']) expect(ended, ruleId).toEqual(expect.arrayContaining([`${ruleId} met`, `${ruleId} met_late`]));
    expect(await one(`SELECT array_agg(DISTINCT extension_state ORDER BY extension_state) FROM tickets`)).toEqual(['approved', 'denied', 'none', 'pending']);
    expect(await one(`SELECT count(*)::int FROM ticket_events a JOIN ticket_events b ON b.ticket_id = a.ticket_id AND b.type = 'ExtensionDecided' AND b.seq > a.seq WHERE a.type = 'OverdueMarkRemoved' AND b.data->>'decision' = 'approved'`)).toBe(1);
  });

  it('has what each desk is for', async () => {
    const counts = await one(`SELECT json_build_object(
      'toPresentLate', (SELECT count(*) FROM tickets WHERE status = 'submitted' AND turn_due_on < '2026-11-24'),
      'toPresentToday', (SELECT count(*) FROM tickets WHERE status = 'submitted' AND turn_due_on = '2026-11-24'),
      'toPresentTomorrow', (SELECT count(*) FROM tickets WHERE status = 'submitted' AND turn_due_on = '2026-11-25'),
      'countyCareOverdue', (SELECT count(*) FROM tickets WHERE plan_code = 'COUNTYCARE' AND status = 'presented' AND response_due_on < '2026-11-24'),
      'countyCareTomorrow', (SELECT count(*) FROM tickets WHERE plan_code = 'COUNTYCARE' AND status = 'presented' AND response_due_on = '2026-11-25'),
      'countyCareMonday', (SELECT count(*) FROM tickets WHERE plan_code = 'COUNTYCARE' AND status = 'presented' AND response_due_on = '2026-11-30'),
      'proposed', (SELECT count(*) FROM fines WHERE status = 'proposed'),
      'issuedThisQuarter', (SELECT count(*) FROM fines WHERE status = 'issued' AND quarter = '2026-Q4'),
      'contestLapsed', (SELECT count(*) FROM tickets t WHERE status = 'responded' AND response_notice = 'accepted' AND turn_due_on < '2026-11-24'),
      'reviewLapsed', (SELECT count(*) FROM tickets WHERE status = 'contested' AND turn_due_on < '2026-11-24'),
      'noticeFailed', (SELECT count(*) FROM tickets WHERE status = 'responded' AND response_notice = 'failed'),
      'filedAgain', (SELECT count(*) FROM tickets WHERE refiles_ticket_id IS NOT NULL AND first_received_on < received_on),
      'noNumber', (SELECT count(*) FROM no_number_reports WHERE settled_at IS NULL),
      'waitsForWindow', (SELECT count(*) FROM complaint_drafts WHERE remind_on > '2026-11-24'),
      'answerDrafts', (SELECT count(*) FROM answer_drafts),
      'urgent', (SELECT count(*) FROM tickets WHERE is_urgent AND status = 'presented'),
      'manyClaims', (SELECT count(*) FROM tickets WHERE claim_count = 212),
      'manyDollars', (SELECT count(*) FROM tickets WHERE disputed_cents = 123456789),
      'endedPlans', (SELECT count(*) FROM tickets WHERE plan_code IN ('ILLINICARE', 'NEXTLEVEL')))`);
    expect(counts).toEqual({
      toPresentLate: 1, toPresentToday: 2, toPresentTomorrow: 3, countyCareOverdue: 3, countyCareTomorrow: 2, countyCareMonday: 5,
      proposed: 10, issuedThisQuarter: 16, contestLapsed: 4, reviewLapsed: 2, noticeFailed: 1, filedAgain: 1, noNumber: 3, waitsForWindow: 1,
      answerDrafts: 1, urgent: 2, manyClaims: 1, manyDollars: 1, endedPlans: 2,
    });
  });

  it('delivered every mail on its day, but for the one address that no server takes', async () => {
    expect(await one(`SELECT count(*)::int FROM outbox WHERE status = 'queued'`)).toBe(0);
    expect(await one(`SELECT count(*)::int FROM outbox WHERE (accepted_at AT TIME ZONE 'America/Chicago')::date <> (enqueued_at AT TIME ZONE 'America/Chicago')::date`)).toBe(0);
    expect(await one(`SELECT array_agg(DISTINCT to_address) FROM outbox WHERE status = 'failed'`)).toEqual(['r..fyfe@harborlight.example']);
    expect(mailbox.received.length).toBeGreaterThanOrEqual(await one<number>(`SELECT count(*)::int FROM outbox WHERE status = 'accepted'`));
    expect(await one(`SELECT count(*)::int FROM graphile_worker.jobs WHERE task_identifier <> 'sweep'`)).toBe(0);
  });

  it('names nobody real: RINs begin with 000, NPIs with 9, addresses end in .example', async () => {
    expect(await one(`SELECT count(*)::int FROM claim_lines WHERE rin NOT LIKE '000%'`)).toBe(0);
    expect(await one(`SELECT count(*)::int FROM tickets WHERE npi NOT LIKE '9%'`)).toBe(0);
    expect(await one(`SELECT count(*)::int FROM people WHERE email NOT LIKE '%.example'`)).toBe(0);
  });

  it('keeps histories that hold together', async () => {
    expect((await findFirstBreak((work) => asActor(SYSTEM, ({ tx }) => work(tx)))).broken).toBeNull();
  });

  it('is, ticket by ticket, what its events say', async () => {
    for (const { number, stored, replayed } of await replayAll()) expect(replayed, number).toEqual(stored);
  });

  it('lists who can sign in, the former employee not among them', async () => {
    const people = (await listSandboxSignIns())?.people ?? [];
    expect(people.length).toBeGreaterThan(40);
    expect(people.map((p) => p.email)).not.toContain('h.lindqvist@humanagold.example');
    expect(people.filter((p) => p.organization === 'Humana Gold Plus Integrated' && p.isPrimary)).toEqual([]);
  });
});

const DIGEST = `SELECT md5(string_agg(number || status || coalesce(close_reason, '') || last_hash, ',' ORDER BY number)) FROM tickets WHERE received_on <= '2025-12-31'`;

describe('the same sandbox made elsewhere, and stopped on the way', () => {
  it('is the same to the last hash, through that day', async () => {
    pointAt(twin);
    await ensureCast(twin.owner);
    const { holidays } = await asActor(SYSTEM, (scope) => Promise.resolve(scope));
    const happenings = sandboxHappenings(new WorkingDays(holidays), twin.owner);
    const play = (to: string) => playStories(happenings, { from: FIRST_DAY, to: calendarDate(to) }, { url: portal.portalUrl, mail: portal.mail });
    // Stopped in the middle of November, then begun again from the first day, up to a day on which both stand alike.
    await play('2025-11-14');
    await play('2026-03-31');
    const theirs = await twin.owner.query<{ md5: string }>(DIGEST);
    pointAt(db);
    const ours = await db.owner.query<{ md5: string }>(DIGEST);
    expect(theirs.rows).toEqual(ours.rows);
    expect(await one(`SELECT count(*)::int FROM tickets WHERE received_on <= '2025-12-31'`)).toBeGreaterThan(10);
  }, 300_000);
});

import type { Client } from 'pg';
import { run } from '../../scripts/lib/run.mjs';
import { nodeBinary } from '../../scripts/lib/root.mjs';
import { formPost, type Post } from './forms';
import { PEOPLE } from './people';
import type { PortalEnvironment } from './settings';

export async function oneId(owner: Client, sql: string, values: readonly string[] = []): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(sql, [...values]);
  const [row] = rows;
  if (row === undefined) throw new Error(`There is no ticket to measure: ${sql}`);
  return row.id;
}

/** Fills a portal's sandbox up to so many tickets by its load program. */
export async function fillUpTo(owner: Client, env: PortalEnvironment, total: number): Promise<void> {
  const { rows } = await owner.query<{ there: number }>('SELECT count(*)::int AS there FROM tickets');
  const missing = total - (rows[0]?.there ?? 0);
  if (missing > 0) await run(nodeBinary(), ['--import', 'tsx', 'src/server/jobs/cli/sandbox-load.ts', '--tickets', String(missing)], { quiet: true, env: { ...env, PGOPTIONS: '-c synchronous_commit=off' } });
  await owner.query('VACUUM ANALYZE');
}

/** Complete drafts of an answer for `count` tickets of the plan that wait for one; the ids of these tickets. */
async function draftAnswers(owner: Client, count: number): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO answer_drafts (ticket_id, plan_code, data, version, updated_by_id, updated_by_name, updated_at)
     SELECT t.id, t.plan_code, jsonb_build_object('decision', 'upheld', 'plan', 'We looked at every claim again and explain each below.', 'resolveOn', '', 'noDateReason', 'Nothing is left to be paid.',
       'contactName', 'Simone Tran', 'contactPhone', '(312) 555-0142', 'contactEmail', 's.tran@countycare.example', 'pcfAttested', '', 'outcomes',
       coalesce((SELECT jsonb_agg(jsonb_build_object('lineNo', c.line_no, 'outcome', 'upheld', 'amountCents', '0.00') ORDER BY c.line_no) FROM claim_lines c WHERE c.ticket_id = t.id), '[]')),
       1, p.id, p.name, now()
     FROM tickets t, people p WHERE p.email = $1 AND t.plan_code = 'COUNTYCARE' AND t.status = 'presented' AND t.issue_type_code <> 'PCF'
       AND NOT EXISTS (SELECT 1 FROM answer_drafts d WHERE d.ticket_id = t.id)
     ORDER BY t.response_due_on DESC, t.id LIMIT $2 RETURNING ticket_id AS id`,
    [PEOPLE.plan, count],
  );
  if (rows.length < count) throw new Error(`Only ${rows.length} tickets wait for an answer.`);
  return rows.map((row) => row.id);
}

/** The forms by which these answers are sent, each read from its page. */
export async function answerForms(owner: Client, portalUrl: string, cookie: string, count: number): Promise<Post[]> {
  const posts: Post[] = [];
  for (const id of await draftAnswers(owner, count)) posts.push(await formPost(`${portalUrl}/tickets/${id}/answer`, 'Send the written answer', cookie));
  return posts;
}

/** Every one of these tickets is answered, by what the database says. */
export async function expectAnswered(owner: Client, posts: readonly Post[]): Promise<void> {
  const ids = posts.map((post) => post.path.split('/')[2]);
  const { rows } = await owner.query<{ answered: number }>(`SELECT count(*)::int AS answered FROM tickets WHERE id = ANY ($1::uuid[]) AND status = 'responded'`, [ids]);
  if (rows[0]?.answered !== posts.length) throw new Error(`${rows[0]?.answered} of ${posts.length} answers were taken.`);
}

/** Waits, a minute at most, until the worker has sent what an earlier round left to it. */
export async function mailSent(owner: Client): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    const { rows } = await owner.query<{ queued: boolean }>(`SELECT EXISTS (SELECT 1 FROM outbox WHERE status = 'queued') AS queued`);
    if (rows[0]?.queued !== true) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { PEOPLE } from '../portal-test';
import { SIGNED, VISITORS, type Signed } from './who';
import type { Subject } from './routes';

/** A thing that an address can name, and who has it; each is found among the made-up data. */
type Cell = { name: string; seenBy: readonly Signed[]; sql: string | null; /** One of those that are tried where the role alone decides. */ isKind?: true };

const STATE: Signed[] = ['portalTeam', 'administration'];
const KESTREL = "t.organization_id = (SELECT organization_id FROM memberships m JOIN people p ON p.id = m.person_id WHERE p.email = 'r.oyelaran@kestrelpark.example')";
const OTHERS = `NOT (${KESTREL})`;
const ticket = (where: string) => `SELECT t.id, (SELECT f.id FROM files f WHERE f.ticket_id = t.id ORDER BY f.event_seq, f.id LIMIT 1) AS file FROM tickets t WHERE ${where} ORDER BY t.status = 'closed', NOT EXISTS (SELECT 1 FROM files f WHERE f.ticket_id = t.id), t.number LIMIT 1`;

/** Own, other and no ticket, before and after it is presented, for each side. */
const TICKETS: readonly Cell[] = [
  { name: 'the provider’s own, not presented', seenBy: ['provider', ...STATE], sql: ticket(`${KESTREL} AND t.presented_on IS NULL`), isKind: true },
  { name: 'the plan’s own, not presented', seenBy: STATE, sql: ticket(`${OTHERS} AND t.plan_code = 'COUNTYCARE' AND t.presented_on IS NULL`) },
  { name: 'both sides’ own, presented', seenBy: ['provider', 'plan', 'accountManager', ...STATE], sql: ticket(`${KESTREL} AND t.plan_code = 'COUNTYCARE' AND t.presented_on IS NOT NULL`), isKind: true },
  { name: 'the provider’s own, another plan’s', seenBy: ['provider', 'accountManager', ...STATE], sql: ticket(`${KESTREL} AND t.plan_code = 'BCCHP' AND t.presented_on IS NOT NULL`) },
  { name: 'the plan’s own, another provider’s', seenBy: ['plan', 'accountManager', ...STATE], sql: ticket(`${OTHERS} AND t.plan_code = 'COUNTYCARE' AND t.presented_on IS NOT NULL`) },
  { name: 'others’, presented', seenBy: STATE, sql: ticket(`${OTHERS} AND t.plan_code = 'MOLINA' AND t.presented_on IS NOT NULL AND t.sme_id IS NULL`) },
  { name: 'others’, referred to the expert', seenBy: ['expert', 'accountManager', ...STATE], sql: ticket(`t.sme_id = (SELECT id FROM people WHERE email = '${PEOPLE.priya}')`) },
  { name: 'none', seenBy: [], sql: null },
];

const draft = (where: string) => `SELECT t.id FROM complaint_drafts t WHERE ${where} ORDER BY t.id LIMIT 1`;
const DRAFTS: readonly Cell[] = [
  { name: 'own draft', seenBy: ['provider'], sql: draft(KESTREL) },
  { name: 'another provider’s draft', seenBy: [], sql: draft(OTHERS) },
  { name: 'none', seenBy: [], sql: null },
];
const request = (where: string) => `SELECT id FROM plan_requests WHERE ${where} ORDER BY number LIMIT 1`;
const REQUESTS: readonly Cell[] = [
  { name: 'a request to the plan', seenBy: ['plan', 'portalTeam'], sql: request("plan_code = 'COUNTYCARE'") },
  { name: 'a request to another plan', seenBy: ['portalTeam'], sql: request("plan_code <> 'COUNTYCARE'") },
  { name: 'none', seenBy: [], sql: null },
];

/** A message that came back is the Portal Team's alone, whomever it was for. */
const MESSAGES: readonly Cell[] = [
  { name: 'a message that came back', seenBy: ['portalTeam'], sql: "SELECT id FROM outbox WHERE status = 'failed' ORDER BY id LIMIT 1" },
  { name: 'none', seenBy: [], sql: null },
];

export type Thing = { name: string; id: string; exists: boolean; seenBy: readonly Signed[]; file: string; hasFile: boolean; isKind: boolean };
export type Things = Record<Subject, Thing[]>;

async function find(db: Client, cells: readonly Cell[]): Promise<Thing[]> {
  const things: Thing[] = [];
  for (const { name, seenBy, sql, isKind = false } of cells) {
    const row = sql === null ? { id: randomUUID(), file: null } : (await db.query<{ id: string; file?: string | null }>(sql)).rows[0];
    if (row === undefined) throw new Error(`The made-up data has no such thing: ${name}`);
    things.push({ name, id: row.id, exists: sql !== null, seenBy, file: row.file ?? randomUUID(), hasFile: row.file !== null, isKind });
  }
  return things;
}

/** An import that waits beside each draft; nobody's journey looks for them. */
async function plantImports(db: Client, drafts: readonly Thing[]): Promise<Thing[]> {
  for (const draft of drafts.filter((d) => d.exists)) {
    draft.file = randomUUID();
    await db.query(
      `INSERT INTO claim_imports (id, draft_id, organization_id, created_by_id, file_name, rows, line_count, unread, had_example, version, created_at)
       SELECT $1, d.id, d.organization_id, (SELECT person_id FROM memberships WHERE organization_id = d.organization_id LIMIT 1), 'every-door.csv', '[]', 0, '{}', false, 1, portal_time(now()) FROM complaint_drafts d WHERE d.id = $2`,
      [draft.file, draft.id],
    );
  }
  return drafts.map((d) => ({ ...d, name: `an import of ${d.name}` }));
}

/** What each person searched for; it is that person's alone. */
async function plantSearches(db: Client): Promise<Thing[]> {
  const things: Thing[] = [];
  for (const visitor of SIGNED) {
    const id = randomUUID();
    await db.query('INSERT INTO kept_searches (id, person_id, text, kept_at) SELECT $1, id, $3, portal_time(now()) FROM people WHERE email = $2', [id, PEOPLE[VISITORS[visitor]], 'every-door']);
    things.push({ name: `a search of ${visitor}`, id, exists: true, seenBy: [visitor], file: id, hasFile: false, isKind: false });
  }
  return [...things, { name: 'none', id: randomUUID(), exists: false, seenBy: [], file: randomUUID(), hasFile: false, isKind: false }];
}

export async function findThings(db: Client): Promise<Things> {
  const [ticketsFound, drafts, requests] = [await find(db, TICKETS), await find(db, DRAFTS), await find(db, REQUESTS)];
  return { ticket: ticketsFound, draft: drafts, import: await plantImports(db, drafts), request: requests, search: await plantSearches(db), message: await find(db, MESSAGES) };
}

export async function removePlanted(db: Client): Promise<void> {
  await db.query("DELETE FROM claim_imports WHERE file_name = 'every-door.csv'");
  await db.query("DELETE FROM kept_searches WHERE text = 'every-door'");
}

/** What is written without an act: who looked, how often somebody tried, and the sandbox's clock. */
const WRITTEN_WITHOUT_ACT = ['sessions', 'rate_limits', 'ticket_views', 'bell_looks', 'conversation_reads', 'job_marks', 'sandbox_marker'];

/** How every table stands that only an act may change: its rows, and the last transaction that wrote one of them. */
export async function standOf(db: Client): Promise<Record<string, string>> {
  const { rows } = await db.query<{ name: string }>("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1");
  const stand: Record<string, string> = {};
  for (const { name } of rows.filter((r) => !WRITTEN_WITHOUT_ACT.includes(r.name))) {
    const found = await db.query<{ stand: string }>(`SELECT count(*) || ' rows, last written by ' || coalesce(max(xmin::text::bigint), 0) AS stand FROM "${name}"`);
    stand[name] = found.rows[0]?.stand ?? '';
  }
  return stand;
}

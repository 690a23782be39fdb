import { Client } from 'pg';
import { PEOPLE, type Who } from './people';
import type { PortalEnvironment } from './settings';

/** The same search may take a role so many times what it takes the owner, who sees everything. */
const GOAL = 3;
const RUNS = 11;

const SEARCH = `SELECT k.id, k.number, s.matched, c.claim_number, s.found FROM search_tickets($1, 26, NULL, NULL) AS s
  JOIN tickets k ON k.id = s.ticket_id LEFT JOIN claim_lines c ON c.ticket_id = s.ticket_id AND c.line_no = s.line_no ORDER BY s.filed_at DESC, k.id DESC`;

type Reader = { name: string; client: Client; personId: string; role: string; organizationId: string };

async function readerOf(owner: Client, web: Client, who: Who): Promise<Reader> {
  const { rows } = await owner.query<{ id: string; role: string; organization_id: string }>('SELECT p.id, m.role, m.organization_id FROM people p JOIN memberships m ON m.person_id = p.id AND m.ended_at IS NULL WHERE p.email = $1', [PEOPLE[who]]);
  const [row] = rows;
  if (row === undefined) throw new Error(`The sandbox has nobody whose address is ${PEOPLE[who]}.`);
  return { name: who, client: web, personId: row.id, role: row.role, organizationId: row.organization_id };
}

/** One search as the portal runs it; its milliseconds and how many tickets it found. */
async function searchOnce({ client, personId, role, organizationId }: Reader, text: string): Promise<{ ms: number; found: number }> {
  await client.query('BEGIN');
  await client.query(`SELECT set_config('app.user_id', $1, true), set_config('app.role', $2, true), set_config('app.org_id', $3, true), set_config('app.today', '2026-11-24', true)`, [personId, role, organizationId]);
  const started = performance.now();
  const { rows } = await client.query<{ found: number }>(SEARCH, [text]);
  const ms = performance.now() - started;
  await client.query('COMMIT');
  return { ms, found: rows[0]?.found ?? 0 };
}

/** The fastest run: a search of two milliseconds is slow only because something else ran. */
const fastest = (times: Map<string, number[]>, name: string) => Math.min(...(times.get(name) ?? []));

/** What people search for, taken from a plan's ticket in the middle. */
async function textsOf(owner: Client): Promise<Record<string, string>> {
  const { rows } = await owner.query<{ number: string; tracking_number: string; organization_name: string; claim_number: string; member_name: string; rin: string }>(
    `SELECT t.number, t.tracking_number, t.organization_name, c.claim_number, c.member_name, c.rin FROM tickets t JOIN claim_lines c ON c.ticket_id = t.id AND c.line_no = 1
     WHERE t.plan_code = 'COUNTYCARE' AND t.presented_on IS NOT NULL ORDER BY t.filed_at OFFSET 3000 LIMIT 1`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('There are too few tickets to search.');
  const name = row.member_name;
  return {
    'portal number': row.number, 'tracking number': row.tracking_number, claim: row.claim_number, 'claim, beginning': row.claim_number.slice(0, 5), RIN: row.rin,
    provider: row.organization_name, member: name, 'member, mistyped': `${name.slice(0, 4)}${name.charAt(5)}${name.charAt(4)}${name.slice(6)}`, 'a common word': 'health', nothing: 'qqqxyz',
  };
}

/** The same search by the owner, past every policy and scope, and by each role through its policies, in turn. */
export async function benchSearch(owner: Client, env: PortalEnvironment): Promise<void> {
  console.log(`\nSearch: how many times what it takes the owner (goal: ${GOAL} at most)`);
  const web = new Client({ connectionString: env.DATABASE_URL_WEB });
  await web.connect();
  try {
    const readers: Reader[] = [];
    for (const who of ['plan', 'manager', 'provider', 'team'] as const) readers.push(await readerOf(owner, web, who));
    const asOwner: Reader = { name: 'owner', client: owner, personId: '', role: 'administration', organizationId: '' };
    for (const [what, text] of Object.entries(await textsOf(owner))) {
      const times = new Map<string, number[]>();
      for (let run = 0; run < RUNS; run += 1) for (const reader of [asOwner, ...readers]) times.set(reader.name, [...(times.get(reader.name) ?? []), (await searchOnce(reader, text)).ms]);
      const ownerMs = fastest(times, 'owner');
      const ratios = readers.map(({ name }) => ({ name, ratio: fastest(times, name) / ownerMs }));
      const missed = ratios.some((r) => r.ratio > GOAL) ? '   missed' : '';
      console.log(`  ${what.padEnd(18)} owner ${ownerMs.toFixed(1).padStart(6)} ms   ${ratios.map((r) => `${r.name} ${r.ratio.toFixed(1)}`).join('   ')}${missed}`);
    }
  } finally {
    await web.end();
  }
}

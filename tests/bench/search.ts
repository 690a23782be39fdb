import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@generated/prisma/client';
import type { Client } from 'pg';
import type { PersonActor } from '@/domain/access/actor';
import { actorOf } from '@/server/sandbox/cast/cast';
import { bulkProvider } from '@/server/sandbox/load/bulk-providers';
import { asReader, type Scope } from '@/server/db/as-actor';
import { findSearched } from '@/server/db/find-searched';
import { SEARCH_PAGE } from '@/server/queries/search-tickets';
import { goalLine, ms, timed } from './goal-line';
import { inRounds, median, type Subject } from './rounds';

const GOAL = { most: 3, words: '3 × at most' };

type Searcher = 'owner' | 'provider' | 'plan' | 'Portal Team' | 'Account Manager' | 'expert' | 'Administration';
type Search = (text: string) => Promise<number>;

const ACTORS: Record<Exclude<Searcher, 'owner'>, PersonActor> = {
  provider: bulkProvider(0),
  plan: actorOf('simone'),
  'Portal Team': actorOf('ines'),
  'Account Manager': actorOf('gloria'),
  expert: actorOf('priya'),
  Administration: actorOf('yolanda'),
};

/** What people search for, taken from a ticket in the middle; the common word and the beginning find many tickets. */
async function textsToFind(owner: Client): Promise<Record<string, string>> {
  const { rows } = await owner.query<Record<'number' | 'tracking' | 'claim' | 'rin' | 'provider' | 'member', string>>(
    `SELECT t.number, t.tracking_number AS tracking, c.claim_number AS claim, c.rin, t.organization_name AS provider, c.member_name AS member
     FROM tickets t JOIN claim_lines c ON c.ticket_id = t.id AND c.line_no = 1 WHERE t.plan_code = 'COUNTYCARE' AND t.presented_on IS NOT NULL ORDER BY t.filed_at OFFSET 1000 LIMIT 1`,
  );
  const [found] = rows;
  if (found === undefined) throw new Error('There are too few tickets to search.');
  const { number, tracking, claim, rin, provider, member } = found;
  const mistyped = `${member.slice(0, 4)}${member.charAt(5)}${member.charAt(4)}${member.slice(6)}`;
  return { number, 'tracking number': tracking, claim, 'a claim’s beginning': claim.slice(0, 5), RIN: rin, provider, member, 'a member, mistyped': mistyped, 'a common word': 'health', nothing: 'qqqxyz' };
}

/** The search's own statement; begin, commit and actor are the same for all. */
const measured = async (scope: Pick<Scope, 'tx'>, text: string) => (await timed(() => findSearched(scope, text, null, SEARCH_PAGE))).time;

function searchAs(actor: PersonActor): Search {
  return (text) => asReader(actor, (scope) => measured(scope, text));
}

/** The same statement past the policies, over all tickets. */
function searchAsOwner(ownerDb: PrismaClient): Search {
  return (text) =>
    ownerDb.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.role', 'administration', true)`;
      return measured({ tx }, text);
    });
}

/** Search under each role's scope beside the same search as the database's owner, text by text in turns. */
export async function benchSearch(owner: Client, ownerUrl: string, rounds: number): Promise<void> {
  const ownerDb = new PrismaClient({ adapter: new PrismaPg({ connectionString: ownerUrl, max: 1 }) });
  const searchers = new Map<Searcher, Search>([['owner', searchAsOwner(ownerDb)]]);
  for (const [name, actor] of Object.entries(ACTORS)) searchers.set(name as Searcher, searchAs(actor));
  const worst = new Map<Searcher, { times: number; text: string }>();
  const all = new Map<Searcher, number[]>();
  try {
    for (const [kind, text] of Object.entries(await textsToFind(owner))) {
      // A rate, as everything that is measured in turns.
      const subjects = [...searchers].map(([name, search]): Subject<Searcher> => ({ name, measure: async () => 1000 / (await search(text)) }));
      await inRounds(1, subjects);
      const figures = await inRounds(rounds, subjects);
      for (const name of searchers.keys()) {
        const times = figures.ratio('owner', name);
        all.set(name, [...(all.get(name) ?? []), 1000 / figures.rate(name)]);
        if (times > (worst.get(name)?.times ?? 0)) worst.set(name, { times, text: kind });
      }
    }
  } finally {
    await ownerDb.$disconnect();
  }
  console.log(goalLine('search as owner', `${ms(median(all.get('owner') ?? []))}, ${ms(Math.max(...(all.get('owner') ?? [])))} at most`, 0, null));
  for (const [name, { times, text }] of worst) {
    if (name === 'owner') continue;
    const took = all.get(name) ?? [];
    console.log(goalLine(`search, ${name}`, `${ms(median(took))}, ${ms(Math.max(...took))} at most, ${times.toFixed(2)} × owner (${text})`, times, GOAL));
  }
}

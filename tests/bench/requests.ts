import type { Client } from 'pg';
import { loadForms, loadPage } from './load';
import { planTicket } from './pages';
import { inRounds, type Rounds, type Subject } from './rounds';
import type { Settings } from './settings';
import { answerForms, expectAnswered, mailSent } from './tickets';

const SIZES = ['small', 'large'] as const;
type Size = (typeof SIZES)[number];
type Name = 'bare' | `queue ${Size}` | `ticket ${Size}` | `respond ${Size}`;

/** A portal to measure: its database, and the session of the plan's staff at it. */
export type Measured = { owner: Client; portalUrl: string; cookie: string };

const CONNECTIONS = [1, 8] as const;
const GOAL_SHARE = 1 / 3;
const GOAL_GROWTH = 1.2;
/** Requests of one page in one round; the bare page, which takes less time, gets three times as many. */
const REQUESTS = { 1: 15, 8: 40 } as const;
/** Answers sent in one round; there are few tickets that wait for one. */
const ANSWERS = { 1: 2, 8: 8 } as const;
const ANSWER_ROUNDS = { 1: 8, 8: 2 } as const;

type Portals = Record<Size, Measured>;

function loadBare({ bareUrl }: Settings, connections: 1 | 8): Subject<Name> {
  return { name: 'bare', measure: () => loadPage(bareUrl, '', connections, 3 * REQUESTS[connections]) };
}

async function pageSubjects(portals: Portals, settings: Settings, connections: 1 | 8): Promise<Subject<Name>[]> {
  const load = (url: string, cookie: string) => () => loadPage(url, cookie, connections, REQUESTS[connections]);
  const subjects = [loadBare(settings, connections)];
  for (const size of SIZES) {
    const { owner, portalUrl, cookie } = portals[size];
    subjects.push({ name: `queue ${size}`, measure: load(`${portalUrl}/queue`, cookie) });
    subjects.push({ name: `ticket ${size}`, measure: load(`${portalUrl}/tickets/${await planTicket(owner)}`, cookie) });
  }
  return subjects;
}

function respondSubjects(portals: Portals, settings: Settings, connections: 1 | 8): Subject<Name>[] {
  const respond = (size: Size): Subject<Name> => ({
    name: `respond ${size}`,
    measure: async () => {
      const { owner, portalUrl, cookie } = portals[size];
      const posts = await answerForms(owner, portalUrl, cookie, ANSWERS[connections]);
      const rate = await loadForms(portalUrl, posts, connections);
      await expectAnswered(owner, posts);
      // What the worker then sends must not run beside what is measured next.
      await mailSent(owner);
      return rate;
    },
  });
  return [loadBare(settings, connections), ...SIZES.map(respond)];
}

function printLine(what: 'queue' | 'ticket' | 'respond', connections: number, sizes: Settings['sizes'], rounds: Rounds<Name>): void {
  for (const size of SIZES) {
    const [rate, share] = [rounds.rate(`${what} ${size}`), rounds.ratio(`${what} ${size}`, 'bare')];
    const cells = [what.padEnd(8), sizes[size].toLocaleString('en-US').padStart(8), String(connections).padStart(3), rate.toFixed(1).padStart(8), rounds.rate('bare').toFixed(1).padStart(8), share.toFixed(2).padStart(6)];
    const missed = what !== 'respond' && share < GOAL_SHARE ? `   goal 0.33 missed by ${((1 - share / GOAL_SHARE) * 100).toFixed(0)} %` : '';
    console.log(`  ${cells.join('  ')}${missed}`);
  }
  const times = rounds.ratio(`${what} small`, `${what} large`);
  console.log(`  ${what.padEnd(8)}  time at ${sizes.large.toLocaleString('en-US')} ÷ time at ${sizes.small.toLocaleString('en-US')}: ${times.toFixed(2)}${times > GOAL_GROWTH ? `   goal ${GOAL_GROWTH} missed by ${(times - GOAL_GROWTH).toFixed(2)}` : ''}`);
}

/** (b) Queue of 50, ticket page and the form that sends an answer, against a bare page that reads 50 rows. */
export async function benchRequests(portals: Portals, settings: Settings): Promise<void> {
  const { rounds, sizes } = settings;
  console.log(`\n(b) Requests per second of one web process each. The bare page and both sizes are measured in short turns, ${rounds} rounds;`);
  console.log('    rates are medians of the rounds, ratios medians of the ratios within each round, so that a busy neighbour favours none');
  console.log('  what       tickets  con     per s      bare   share (goals: pages 0.33 at least, time at most 1.2)');
  for (const connections of CONNECTIONS) {
    const subjects = await pageSubjects(portals, settings, connections);
    await inRounds(1, subjects);
    const pages = await inRounds(rounds, subjects);
    printLine('queue', connections, sizes, pages);
    printLine('ticket', connections, sizes, pages);
  }
  // The first answers that a process takes load its code and plan its statements.
  await inRounds(1, respondSubjects(portals, settings, 1));
  for (const connections of CONNECTIONS) printLine('respond', connections, sizes, await inRounds(ANSWER_ROUNDS[connections], respondSubjects(portals, settings, connections)));
}

import type { Client } from 'pg';
import { loadForms, loadPage, type Rate } from './load';
import { planTicket } from './pages';
import type { Settings } from './settings';
import { answerForms, expectAnswered, fillUpTo, mailSent } from './tickets';

const CONNECTIONS = [1, 8] as const;
const WORKLOADS = ['queue', 'ticket', 'respond'] as const;
type Workload = (typeof WORKLOADS)[number];

/** What was measured and, before and after it in the same minute, the bare page. */
type Measured = { workload: Workload; tickets: number; connections: number; rate: Rate; bare: number };

const GOAL_SHARE = 1 / 3;
const GOAL_GROWTH = 1.2;

async function between(bareUrl: string, connections: number, seconds: number, work: () => Promise<Rate>): Promise<{ rate: Rate; bare: number }> {
  const before = await loadPage(bareUrl, '', connections, seconds / 2);
  const rate = await work();
  const after = await loadPage(bareUrl, '', connections, seconds / 2);
  return { rate, bare: (before.perSecond + after.perSecond) / 2 };
}

async function measure(owner: Client, cookie: string, settings: Settings, tickets: number): Promise<Measured[]> {
  const { portalUrl, bareUrl, seconds } = settings;
  const paths = { queue: '/queue', ticket: `/tickets/${await planTicket(owner)}` };
  const measured: Measured[] = [];
  for (const connections of CONNECTIONS) {
    for (const workload of WORKLOADS) {
      const posts = workload === 'respond' ? await answerForms(owner, portalUrl, cookie, settings.answers) : [];
      const work = () => (workload === 'respond' ? loadForms(portalUrl, posts, connections) : loadPage(portalUrl + paths[workload], cookie, connections, seconds));
      measured.push({ workload, tickets, connections, ...(await between(bareUrl, connections, seconds, work)) });
      await expectAnswered(owner, posts);
      print(measured.at(-1));
    }
    await mailSent(owner);
  }
  return measured;
}

function print(m: Measured | undefined): void {
  if (m === undefined) return;
  const share = m.rate.perSecond / m.bare;
  const missed = m.workload !== 'respond' && share < GOAL_SHARE ? `   goal 1/3 missed by ${((1 - share / GOAL_SHARE) * 100).toFixed(0)} %` : '';
  const cells = [m.workload.padEnd(8), m.tickets.toLocaleString('en-US').padStart(8), String(m.connections).padStart(3), m.rate.perSecond.toFixed(1).padStart(8), String(m.rate.medianMs).padStart(6), m.bare.toFixed(1).padStart(8), share.toFixed(2).padStart(6)];
  console.log(`  ${cells.join('  ')}${missed}`);
}

/** How much longer a request takes with many tickets, both counted in bare pages, so that a busy moment cancels out. */
function growth(measured: readonly Measured[], [small, large]: Settings['sizes']): void {
  console.log(`\n  Time at ${large.toLocaleString('en-US')} ÷ time at ${small.toLocaleString('en-US')} tickets, each against its bare page (goal: ${GOAL_GROWTH} at most)`);
  for (const workload of WORKLOADS)
    for (const connections of CONNECTIONS) {
      const share = (tickets: number) => measured.filter((m) => m.workload === workload && m.connections === connections && m.tickets === tickets).map((m) => m.rate.perSecond / m.bare)[0] ?? 0;
      const times = share(small) / share(large);
      console.log(`  ${workload.padEnd(8)} ${String(connections).padStart(2)} connections   ${times.toFixed(2)}${times > GOAL_GROWTH ? `   missed by ${(times - GOAL_GROWTH).toFixed(2)}` : ''}`);
    }
}

/** (b) Queue of 50, ticket page and the form that sends an answer, against a bare page that reads 50 rows. */
export async function benchRequests(owner: Client, cookie: string, settings: Settings): Promise<void> {
  console.log('\n(b) Requests per second, of one web process; the bare page was measured before and after each line');
  console.log('  what       tickets  con   per s   median ms   bare   share');
  const measured: Measured[] = [];
  for (const tickets of settings.sizes) {
    await fillUpTo(owner, tickets);
    measured.push(...(await measure(owner, cookie, settings, tickets)));
  }
  growth(measured, settings.sizes);
}

import { Client } from 'pg';
import { benchDates } from './dates';
import { machine, serverVersion } from './machine';
import { pagesOf, signInAll } from './pages';
import { benchQueries } from './queries';
import { benchRequests, type Measured } from './requests';
import { benchScripts } from './scripts-sent';
import { readSettings, type PortalEnvironment, type Settings } from './settings';
import { fillUpTo } from './tickets';

async function filled(owner: Client, env: PortalEnvironment, total: number): Promise<Measured> {
  const started = performance.now();
  await fillUpTo(owner, env, total);
  console.log(`  ${total.toLocaleString('en-US')} tickets are there (${((performance.now() - started) / 1000).toFixed(0)} s)`);
  return { owner, portalUrl: env.PORTAL_URL, cookie: (await signInAll(env.PORTAL_URL)).plan };
}

async function benchPortals(settings: Settings, owner: Client, largeOwner: Client): Promise<void> {
  const { small, large, sizes } = settings;
  console.log(`${await serverVersion(owner)}\n`);
  benchDates();
  const pages = await pagesOf(owner, small.PORTAL_URL, await signInAll(small.PORTAL_URL));
  await benchScripts(settings.browser, small.PORTAL_URL, settings.bareUrl, pages);
  await benchQueries(owner, small.PORTAL_URL, settings.postgresLog, pages);
  console.log('\nFilling two portals, which takes some minutes');
  const [smallOne, largeOne] = await Promise.all([filled(owner, small, sizes.small), filled(largeOwner, large, sizes.large)]);
  await benchRequests({ small: smallOne, large: largeOne }, settings);
}

/** `npm run bench`: ratios measured in one run, and what machine they were measured on. */
async function main(): Promise<void> {
  console.log(`\n${machine()}`);
  if (process.argv.includes('--dates')) return benchDates();
  const settings = readSettings(process.argv.includes('--quick'));
  const owners = [settings.small, settings.large].map((env) => new Client({ connectionString: env.DATABASE_URL }));
  const [owner, largeOwner] = owners;
  if (owner === undefined || largeOwner === undefined) throw new Error('Two portals are measured.');
  try {
    for (const client of owners) await client.connect();
    await benchPortals(settings, owner, largeOwner);
    console.log(`\n${machine()}`);
  } finally {
    for (const client of owners) await client.end();
  }
}

await main();

import { Client } from 'pg';
import { benchDates } from './dates';
import { machine, serverVersion } from './machine';
import { pagesOf, signInAll } from './pages';
import { benchQueries } from './queries';
import { benchRequests } from './requests';
import { benchScripts } from './scripts-sent';
import { readSettings } from './settings';

/** `npm run bench`: ratios measured in one run, and what machine they were measured on. */
async function main(): Promise<void> {
  console.log(`\n${machine()}`);
  if (process.argv.includes('--dates')) return benchDates();
  const settings = readSettings(process.argv.includes('--quick'));
  const owner = new Client({ connectionString: settings.databaseUrl });
  await owner.connect();
  try {
    console.log(`${await serverVersion(owner)}\n`);
    benchDates();
    const cookies = await signInAll(settings.portalUrl);
    const pages = await pagesOf(owner, cookies);
    await benchScripts(settings.browser, settings.portalUrl, settings.bareUrl, pages);
    await benchQueries(owner, settings.portalUrl, settings.postgresLog, pages);
    await benchRequests(owner, cookies.plan, settings);
    console.log(`\n${machine()}`);
  } finally {
    await owner.end();
  }
}

await main();

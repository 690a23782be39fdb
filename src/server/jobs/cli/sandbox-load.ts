import { Client } from 'pg';
import { z } from 'zod';
import { disconnectDatabases } from '../../db/database';
import { isFilled } from '../../sandbox/fill-sandbox';
import { loadBulk } from '../../sandbox/load/load-bulk';

const argumentsGiven = z.tuple([z.literal('--tickets'), z.coerce.number().int().min(1)]);

/** `npm run sandbox:load -- --tickets 100000`: bulk data for measuring, in a sandbox alone. */
async function main(): Promise<void> {
  const given = argumentsGiven.safeParse(process.argv.slice(2));
  if (!given.success) throw new Error('Say how many: npm run sandbox:load -- --tickets 100000');
  const url = process.env.DATABASE_URL;
  if (url === undefined || url === '') throw new Error('DATABASE_URL is not set: start the sandbox first.');
  const owner = new Client({ connectionString: url });
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    if ((await isFilled(owner)) !== true) throw new Error('This is not a filled sandbox: bulk data is not for a real portal. Nothing was changed.');
    let said = 0;
    await loadBulk(owner, given.data[1], ({ loaded, total, perSecond }) => {
      if (loaded < total && loaded - said < 5000) return;
      said = loaded;
      console.log(`${loaded.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} tickets, ${perSecond.toLocaleString('en-US')} a second, ${Math.round(process.memoryUsage.rss() / 1_048_576)} MB`);
    });
  } finally {
    await owner.end();
    await disconnectDatabases();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

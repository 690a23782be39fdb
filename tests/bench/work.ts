import { Client } from 'pg';
import { z } from 'zod';
import { disconnectDatabases } from '@/server/db/database';
import { ensureCast } from '@/server/sandbox/fill-sandbox';
import { loadBulk } from '@/server/sandbox/load/load-bulk';
import { benchCaseFile, benchExport, benchImport } from './files-apart';
import { benchQueue } from './find-in-queue';
import { machine } from './machine';
import { referSome } from './open-clocks';
import { benchSearch } from './search';
import { benchHolidays, benchReminders } from './told-in-time';

const environment = z.object({ DATABASE_URL: z.string().min(1), PORTAL_URL: z.url(), FILES_DIR: z.string().min(1) });

type Length = { tickets: number; rounds: number; movable: number; open: number; due: number; files: number };
const WHOLE: Length = { tickets: 100_000, rounds: 11, movable: 10_000, open: 100_000, due: 1000, files: 10 };
const QUICK: Length = { tickets: 10_000, rounds: 3, movable: 2000, open: 20_000, due: 200, files: 4 };

async function fill(owner: Client, total: number): Promise<void> {
  await ensureCast(owner);
  const { rows } = await owner.query<{ there: number }>('SELECT count(*)::int AS there FROM tickets');
  const missing = total - (rows[0]?.there ?? 0);
  if (missing > 0) await loadBulk(owner, missing, () => undefined);
  await referSome(owner);
  await owner.query('VACUUM ANALYZE');
}

/** (d) of `npm run bench`: what people and jobs do over many tickets, in this process and on the database alone. */
async function main(): Promise<void> {
  const env = environment.parse(process.env);
  const length = process.argv.includes('--quick') ? QUICK : WHOLE;
  const owner = new Client({ connectionString: env.DATABASE_URL });
  await owner.connect();
  try {
    await fill(owner, length.tickets);
    console.log(`\n(d) Finding, reading in, writing out, telling in time, over ${length.tickets.toLocaleString('en-US')} tickets; goals are those of the issue`);
    console.log(machine());
    await benchSearch(owner, env.DATABASE_URL, length.rounds);
    await benchQueue(length.rounds);
    await benchImport();
    await benchExport();
    await benchCaseFile(owner, length.files);
    await benchHolidays(owner, length.movable);
    await benchReminders(owner, env.PORTAL_URL, length.open, length.due);
    console.log(machine());
  } finally {
    await owner.end();
    await disconnectDatabases();
  }
}

await main();

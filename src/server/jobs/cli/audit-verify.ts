import { SYSTEM } from '@/domain/access/actor';
import { disconnectDatabases } from '../../db/database';
import { asReader } from '../../db/as-actor';
import { findRequestBreak } from '../../db/verify-requests';
import { requireEnvironment } from '../../env';
import { verifyFiles } from '../../uploads/verify-files';
import { verifyHistories } from '../verify-histories';

/** What was found whole, in a sentence, or the first thing that is not. */
type Found = { broken: string } | { whole: string };

async function histories(): Promise<Found> {
  const { tickets, events, broken } = await verifyHistories();
  return broken === null ? { whole: `${tickets} tickets with ${events} events: every history holds together.` } : { broken: `${broken.ticketNumber}, event ${broken.seq}: ${broken.what}.` };
}

async function requests(): Promise<Found> {
  const found = await findRequestBreak((work) => asReader(SYSTEM, ({ tx }) => work(tx)));
  return found.broken === null ? { whole: `${found.requests} requests about no ticket: every record holds together.` } : { broken: `${found.broken.number}, event ${found.broken.seq}: ${found.broken.what}.` };
}

async function files(): Promise<Found> {
  const { files: count, broken } = await verifyFiles();
  return broken === null ? { whole: `${count} attached files: each is there and is what its event names.` } : { broken: `${broken.ticketNumber}, event ${broken.seq}, file ${broken.name}: ${broken.what}.` };
}

/** `npm run audit:verify`: walks all histories, requests and files; prints the first of each that does not fit and exits 1. */
requireEnvironment('audit');
for (const look of [histories, requests, files]) {
  const found = await look();
  if ('whole' in found) console.log(found.whole);
  else {
    console.error(found.broken);
    process.exitCode = 1;
  }
}
await disconnectDatabases();

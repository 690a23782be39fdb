import { SYSTEM } from '@/domain/access/actor';
import { disconnectDatabases } from '../../db/database';
import { asActor } from '../../db/as-actor';
import { findRequestBreak } from '../../db/verify-requests';
import { requireEnvironment } from '../../env';
import { verifyHistories } from '../verify-histories';

/** `npm run audit:verify`: walks all histories; prints the first break with ticket and sequence and exits 1. */
requireEnvironment('audit');
const result = await verifyHistories();
const requests = await asActor(SYSTEM, ({ tx }) => findRequestBreak(tx));
await disconnectDatabases();
if (result.broken !== null) {
  const { ticketNumber, seq, what } = result.broken;
  console.error(`${ticketNumber}, event ${seq}: ${what}.`);
  process.exitCode = 1;
} else if (requests.broken !== null) {
  console.error(`${requests.broken.number}, event ${requests.broken.seq}: ${requests.broken.what}.`);
  process.exitCode = 1;
} else {
  console.log(`${result.tickets} tickets with ${result.events} events: every history holds together.`);
  console.log(`${requests.requests} requests about no ticket: every record holds together.`);
}

import { disconnectDatabases } from '../../db/database';
import { requireEnvironment } from '../../env';
import { verifyHistories } from '../verify-histories';

/** `npm run audit:verify`: walks all histories; prints the first break with ticket and sequence and exits 1. */
requireEnvironment('audit');
const result = await verifyHistories();
await disconnectDatabases();
if (result.broken === null) {
  console.log(`${result.tickets} tickets with ${result.events} events: every history holds together.`);
} else {
  const { ticketNumber, seq, what } = result.broken;
  console.error(`${ticketNumber}, event ${seq}: ${what}.`);
  process.exitCode = 1;
}

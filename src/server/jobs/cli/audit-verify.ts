import { SYSTEM } from '@/domain/access/actor';
import { asActor } from '../../db/as-actor';
import { disconnectDatabases } from '../../db/database';
import { findFirstBreak } from '../../db/verify-chain';
import { requireEnvironment } from '../../env';

/** `npm run audit:verify`: walks all histories; prints the first break with ticket and sequence and exits 1. */
requireEnvironment('audit');
const result = await findFirstBreak((work) => asActor(SYSTEM, ({ tx }) => work(tx)));
await disconnectDatabases();
if (result.broken === null) {
  console.log(`${result.tickets} tickets with ${result.events} events: every history holds together.`);
} else {
  const { ticketNumber, seq, what } = result.broken;
  console.error(`${ticketNumber}, event ${seq}: ${what}.`);
  process.exitCode = 1;
}

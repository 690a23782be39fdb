import { SYSTEM } from '@/domain/access/actor';
import { asActor } from '../db/as-actor';
import { askForLostJobs } from '../db/lost-jobs';

/**
 * Nothing that waits is without a job: a job can be lost when its last attempt is cut off. Gives what has none that can
 * still run a job again: queued messages, settled notices, a change of the holidays and a move of the sandbox's clock
 * that are under way. Twice changes nothing more. Returns how many there were.
 */
export function requeueLost(): Promise<number> {
  return asActor(SYSTEM, ({ tx }) => askForLostJobs(tx));
}

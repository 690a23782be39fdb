import { SYSTEM } from '@/domain/access/actor';
import { asReader } from '../db/as-actor';
import { findFirstBreak } from '../db/verify-chain';

/** Walks all histories as the system; a batch is read as of one instant, so that acts meanwhile are no breaks. */
export function verifyHistories(): ReturnType<typeof findFirstBreak> {
  return findFirstBreak((work) => asReader(SYSTEM, ({ tx }) => work(tx)));
}

import { createHash } from 'node:crypto';
import { Pool } from 'pg';
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import { needsDatabase } from '../database-down';

const held = globalThis as typeof globalThis & { portalLimits?: { url: string; account: RateLimiterPostgres; address: RateLimiterPostgres; pool: Pool } };

/** Ten tries per account and a hundred per address in a quarter of an hour, counted in the database on real time. */
export const TRIES = { account: 10, address: 100, seconds: 15 * 60 } as const;

function limits() {
  const url = process.env.DATABASE_URL_WEB ?? '';
  if (held.portalLimits?.url === url) return held.portalLimits;
  const pool = new Pool({ connectionString: url, max: 3, connectionTimeoutMillis: 5000 });
  // A restarted database ends idle connections; the next query opens a new one.
  pool.on('error', () => undefined);
  const limiter = (keyPrefix: string, points: number) => new RateLimiterPostgres({ storeClient: pool, storeType: 'pool', tableName: 'rate_limits', tableCreated: true, keyPrefix, points, duration: TRIES.seconds, clearExpiredByTimeout: true });
  held.portalLimits = { url, pool, account: limiter('account', TRIES.account), address: limiter('address', TRIES.address) };
  return held.portalLimits;
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

async function consume(limiter: RateLimiterPostgres, key: string): Promise<number | null> {
  try {
    await needsDatabase(() => limiter.consume(key));
    return null;
  } catch (rejected) {
    if (rejected instanceof Error) throw rejected;
    return Math.ceil((rejected as RateLimiterRes).msBeforeNext / 60_000);
  }
}

/**
 * Counts a try to sign in; minutes to wait when there were too many, else null. Keys are hashed: no address is stored.
 * An address that is over its limit counts against no account, so that it cannot lock other people out.
 */
export async function countSignInTry(email: string, address: string): Promise<number | null> {
  const { account, address: byAddress } = limits();
  return (await consume(byAddress, digest(address))) ?? (await consume(account, digest(email)));
}

/**
 * A good sign-in is no try: the account's are forgotten, so that a forgetful person is not locked out later, and the
 * address gets its own back, so that a large office behind one address is not.
 */
export async function forgetSignInTries(email: string, address: string): Promise<void> {
  const { account, address: byAddress } = limits();
  await Promise.all([account.delete(digest(email)), byAddress.reward(digest(address))]);
}

/** Ends the pool, so that a test or a tool can exit. */
export async function closeRateLimits(): Promise<void> {
  await held.portalLimits?.pool.end();
  delete held.portalLimits;
}

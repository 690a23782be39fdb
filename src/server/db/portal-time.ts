import { needsDatabase } from '../database-down';
import { database } from './database';

const held = globalThis as typeof globalThis & { portalHasRealTime?: boolean };

/**
 * The portal's time at a real instant. In a sandbox its movable clock shifts it; a database that is none can never
 * become one, so a process asks it once.
 */
export async function findPortalTime(real: Date): Promise<Date> {
  if (held.portalHasRealTime === true) return real;
  const [row] = await needsDatabase(
    () => database('public').$queryRaw<{ at: Date; is_sandbox: boolean }[]>`
      SELECT portal_time(${real}::timestamptz) AS at, EXISTS (SELECT 1 FROM sandbox_marker) AS is_sandbox`,
  );
  held.portalHasRealTime = row?.is_sandbox === false;
  return row?.at ?? real;
}

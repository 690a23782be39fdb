import type { Client } from 'pg';
import { at } from './tickets';

/** Portal time, set by a sandbox's marker, so that the day is the same whenever the test runs. */
export async function givenPortalDay(owner: Client, on: string, time = '09:41'): Promise<void> {
  await owner.query('DELETE FROM sandbox_marker');
  await owner.query('INSERT INTO sandbox_marker (anchor_real_at, anchor_portal_at) VALUES (now(), $1)', [at(on, time)]);
}

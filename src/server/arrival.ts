import { headers } from 'next/headers';
import { realNow } from './clock';
import { findPortalTime } from './db/portal-time';
import { ARRIVAL_HEADER } from './http/arrival-header';

/** When the request reached the server, as the portal's clock reads it: stamped by the proxy before anything was parsed. */
export async function arrival(): Promise<Date> {
  const stamped = new Date((await headers()).get(ARRIVAL_HEADER) ?? '');
  return findPortalTime(Number.isNaN(stamped.getTime()) ? realNow() : stamped);
}

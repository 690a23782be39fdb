import { cookies } from 'next/headers';
import { cache } from 'react';
import type { PersonActor } from '@/domain/access/actor';
import { realNow } from '../clock';
import { findSessionActor } from '../db/sessions';
import { openSession, sessionCookieName } from './session-token';

/**
 * The session of this request, read once: its row says who its holder is, so that a revoked session is nobody at once.
 * A cut, forged or old token is no session; a database that is away is an error, and signs nobody out.
 */
export const currentSession = cache(async (): Promise<{ sessionId: string; actor: PersonActor } | null> => {
  const sessionId = await openSession((await cookies()).get(sessionCookieName())?.value);
  const actor = sessionId === null ? null : await findSessionActor(sessionId, realNow());
  return sessionId === null || actor === null ? null : { sessionId, actor };
});

/** Who is signed in; null for nobody. */
export async function currentActor(): Promise<PersonActor | null> {
  return (await currentSession())?.actor ?? null;
}

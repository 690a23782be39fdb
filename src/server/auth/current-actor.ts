import { getServerSession } from 'next-auth';
import { cache } from 'react';
import type { PersonActor } from '@/domain/access/actor';
import { authOptions } from './auth-options';

/** The session of this request, read once; a cut, forged or old token is no session. */
export const currentSession = cache(async (): Promise<{ sessionId: string; actor: PersonActor } | null> => {
  const session = await getServerSession(authOptions());
  if (session === null || session.actor === null || session.sessionId === null) return null;
  return { sessionId: session.sessionId, actor: session.actor };
});

/** Who is signed in; null for nobody. */
export async function currentActor(): Promise<PersonActor | null> {
  return (await currentSession())?.actor ?? null;
}

import { randomUUID } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { realNow } from '../clock';
import { findSignInPerson, insertSession, revokeSession } from '../db/sessions';
import { clientAddress, trustedProxies } from './client-address';
import { currentSession } from './current-actor';
import { verifyPassword } from './passwords';
import { countSignInTry, forgetSignInTries } from './rate-limits';
import { isSecureSite } from './secret';
import { sealSession, SESSION_SECONDS, sessionCookieName } from './session-token';

export type SignIn = { outcome: 'signed_in' } | { outcome: 'refused' } | { outcome: 'wait'; minutes: number };

/** Signs in by e-mail and password: a new session row under a new id, whatever cookie came with the request. */
export async function signIn(email: string, password: string): Promise<SignIn> {
  const address = clientAddress(await headers(), trustedProxies());
  const normal = email.trim().toLowerCase();
  const minutes = await countSignInTry(normal, address);
  if (minutes !== null) return { outcome: 'wait', minutes };
  const person = await findSignInPerson(normal);
  if (!(await verifyPassword(person?.passwordHash ?? null, password)) || person === null) return { outcome: 'refused' };
  await forgetSignInTries(normal, address);
  // Its cookie is about to be overwritten, so nobody could sign out of it any more.
  const earlier = await currentSession();
  if (earlier !== null) await revokeSession(earlier.sessionId, realNow());
  const id = randomUUID();
  const now = realNow();
  await insertSession({ id, person, createdAt: now, expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000) });
  (await cookies()).set(sessionCookieName(), await sealSession(id), { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecureSite(), maxAge: SESSION_SECONDS });
  return { outcome: 'signed_in' };
}

/** Ends the session itself, not only its cookie. */
export async function signOut(): Promise<void> {
  const session = await currentSession();
  if (session !== null) await revokeSession(session.sessionId, realNow());
  (await cookies()).delete({ name: sessionCookieName(), path: '/', secure: isSecureSite() });
}

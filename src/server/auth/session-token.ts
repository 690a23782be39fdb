import { decode, encode } from 'next-auth/jwt';
import { authSecret, isSecureSite } from './secret';

/** A session ends twelve hours after sign-in, however it is used. */
export const SESSION_SECONDS = 12 * 60 * 60;

export function sessionCookieName(): string {
  return isSecureSite() ? '__Host-portal-session' : 'portal-session';
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The cookie's token: next-auth's, encrypted, with the id of the session's row in it. */
export function sealSession(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: authSecret(), maxAge: SESSION_SECONDS });
}

/**
 * The id in a token; null for one that is cut, forged or over. NB: next-auth's `getServerSession` would encrypt a new
 * token at every request, for a cookie that a page cannot set.
 */
export async function openSession(token: string | undefined): Promise<string | null> {
  const claims = await decode({ token, secret: authSecret() }).catch(() => null);
  return typeof claims?.sid === 'string' && UUID.test(claims.sid) ? claims.sid : null;
}

import type { NextAuthOptions } from 'next-auth';
import { authSecret, isSecureSite } from './secret';

declare module 'next-auth' {
  // The library's own way to say what a session carries.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Session {
    sessionId: string | null;
  }
}

/** A session ends twelve hours after sign-in, however it is used. */
export const SESSION_SECONDS = 12 * 60 * 60;

export function sessionCookieName(): string {
  return isSecureSite() ? '__Host-portal-session' : 'portal-session';
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * next-auth's options: the token in the cookie carries the id of a session's row. The row itself is asked elsewhere:
 * next-auth takes whatever fails in its callbacks for nobody, and a database that is away must not sign people out.
 */
export function authOptions(): NextAuthOptions {
  return {
    providers: [],
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    useSecureCookies: isSecureSite(),
    cookies: { sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecureSite() } } },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
    callbacks: {
      session: ({ session, token }) => ({ ...session, sessionId: typeof token.sid === 'string' && UUID.test(token.sid) ? token.sid : null }),
    },
  };
}

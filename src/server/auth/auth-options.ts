import type { NextAuthOptions } from 'next-auth';
import type { PersonActor } from '@/domain/access/actor';
import { realNow } from '../clock';
import { findSessionActor } from '../db/sessions';
import { authSecret, isSecureSite } from './secret';

declare module 'next-auth' {
  // The library's own way to say what a session carries.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Session {
    actor: PersonActor | null;
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
 * next-auth's options: the token in the cookie carries the id of a session's row, and every request asks that row who
 * its holder is, so that a revoked session is nobody at once.
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
      session: async ({ session, token }) => {
        const sessionId = typeof token.sid === 'string' && UUID.test(token.sid) ? token.sid : null;
        const actor = sessionId === null ? null : await findSessionActor(sessionId, realNow());
        return { ...session, actor, sessionId };
      },
    },
  };
}

import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { PersonActor, PersonRole } from '@/domain/access/actor';
import { PATH_HEADER } from '../http/path-header';
import { currentActor } from './current-actor';
import { ownPath } from './own-path';

/**
 * The actor of a page. Nobody is sent to sign in and comes back afterwards; for a role that is not named the page does
 * not exist.
 */
export async function requireActor(...roles: PersonRole[]): Promise<PersonActor> {
  const actor = await currentActor();
  if (actor === null) {
    const next = ownPath((await headers()).get(PATH_HEADER));
    redirect(next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`);
  }
  if (roles.length > 0 && !roles.includes(actor.role)) notFound();
  return actor;
}

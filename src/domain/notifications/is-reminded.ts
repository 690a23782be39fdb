import type { PersonActor } from '@/domain/access/actor';

/** Whom the portal reminds of dates: the sides of a ticket, and the Portal Team at its address. HFS has targets alone. */
export function isReminded({ role }: Pick<PersonActor, 'role'>): boolean {
  return role === 'provider' || role === 'mco' || role === 'portal_team';
}

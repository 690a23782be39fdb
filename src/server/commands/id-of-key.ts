import type { PersonActor } from '@/domain/access/actor';
import { sha256 } from '../db/event-hash';

/** An id that follows from what a form sent, in the form of a UUID (version 8): sent twice, it makes one thing. */
export function idOfKey(actor: PersonActor, key: string): string {
  const hex = sha256(`${actor.personId}:${key}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

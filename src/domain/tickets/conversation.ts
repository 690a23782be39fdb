import { isStateRole, type Role } from '@/domain/access/actor';

/**
 * Who reads a message besides the State, which reads them all: both parties, one of them, or nobody (lifecycle, "Who may
 * read what"). They are the audiences of the event that holds it.
 */
export const MESSAGE_READERS = ['parties', 'provider', 'mco', 'state'] as const;
export type MessageReaders = (typeof MESSAGE_READERS)[number];

export function isMessageReaders(value: unknown): value is MessageReaders {
  return MESSAGE_READERS.some((readers) => readers === value);
}

/** To whom a role can write: a party to the other (R7), the State to either, both, or within itself. */
export function readersToChoose(role: Role, isPresented: boolean): readonly MessageReaders[] {
  if (!isStateRole(role)) return role === 'system' || !isPresented ? [] : ['parties'];
  return isPresented ? MESSAGE_READERS : ['provider', 'state'];
}

import { createHash } from 'node:crypto';
import { realNow } from '../clock';
import { findPasswordLink, redeemPasswordLink } from '../db/sessions';
import { hashPassword } from './passwords';

/** Only the hash of a link's token is kept, so that nobody who reads the table can use it. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whose link it is; null when it is unknown, used or older than 24 hours. */
export function personOfLink(token: string): Promise<{ name: string; email: string } | null> {
  return findPasswordLink(tokenHash(token), realNow());
}

/** Sets the password by a link, once; false when the link is no longer good. */
export async function setPasswordByLink(token: string, password: string): Promise<boolean> {
  // Hashing is dear: it is done for those alone who have a link.
  if ((await personOfLink(token)) === null) return false;
  return redeemPasswordLink(tokenHash(token), await hashPassword(password), realNow());
}

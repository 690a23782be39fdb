import { createHash } from 'node:crypto';
import { canonicalJson } from '@/shared/canonical-json';

/** The hash before the first event of a ticket. */
export const FIRST_HASH = '0'.repeat(64);

/** The SHA-256 sum of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What is hashed of an event: every column but the hash itself, and the previous event's hash. */
export type HashedEvent = {
  ticketId: string;
  seq: number;
  type: string;
  audience: string;
  actorId: string | null;
  actorName: string;
  actorRole: string;
  actorOrganization: string;
  fromStatus: string | null;
  toStatus: string;
  data: unknown;
  clocks: unknown;
  effectiveOn: Date;
  recordedAt: Date;
  prevHash: string;
};

/** The very text of which an event's hash is the SHA-256. */
export function hashedText(event: HashedEvent): string {
  const { ticketId, seq, type, audience, actorId, actorName, actorRole, actorOrganization, fromStatus, toStatus, data, clocks, effectiveOn, recordedAt, prevHash } = event;
  return canonicalJson({ ticketId, seq, type, audience, actorId, actorName, actorRole, actorOrganization, fromStatus, toStatus, data, clocks, effectiveOn, recordedAt, prevHash });
}

export function eventHash(event: HashedEvent): string {
  return sha256(hashedText(event));
}

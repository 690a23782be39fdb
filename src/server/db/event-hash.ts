import { createHash } from 'node:crypto';

/** The hash before the first event of a ticket. */
export const FIRST_HASH = '0'.repeat(64);

/** One spelling of a JSON value: keys in order, nothing between. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
}

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

import { canonicalJson } from '@/shared/canonical-json';
import { hashedText, sha256, type HashedEvent } from '../db/event-hash';
import type { HiddenEvent } from '../db/find-visible-chain';

/** One event as its case file holds it: the very text that was hashed, or its hashes alone. */
export function chainLine(event: HashedEvent | HiddenEvent): string {
  return 'hidden' in event ? canonicalJson(event) : hashedText(event);
}

/** A line read back; `hash` is that of the event: calculated from the line, or as a hidden line gives it. */
export type ReadLine = { seq: number; prevHash: string; hash: string; isHidden: boolean; event: Record<string, unknown> };

const HASH = /^[0-9a-f]{64}$/;

/** Null for a line that is none of a chain. */
export function readChainLine(line: string): ReadLine | null {
  try {
    const event: unknown = JSON.parse(line);
    if (typeof event !== 'object' || event === null || Array.isArray(event)) return null;
    const fields = event as Record<string, unknown>;
    const { seq, prevHash } = fields;
    if (typeof seq !== 'number' || typeof prevHash !== 'string' || !HASH.test(prevHash)) return null;
    if (fields.hidden !== true) return { seq, prevHash, hash: sha256(line), isHidden: false, event: fields };
    const { hash } = fields;
    return typeof hash === 'string' && HASH.test(hash) ? { seq, prevHash, hash, isHidden: true, event: fields } : null;
  } catch {
    return null;
  }
}

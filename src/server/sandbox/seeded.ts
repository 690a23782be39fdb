import { createHash } from 'node:crypto';

/** The same key gives the same id on every machine (a UUID of version 8, RFC 9562). */
export function seededId(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A row of ids that begins anew for each key. */
export function seededIds(key: string): () => string {
  let n = 0;
  return () => seededId(`${key}#${(n += 1)}`);
}

/** Picks that look random and are the same on every machine (mulberry32). */
export class Picks {
  private state: number;

  constructor(key: string) {
    this.state = createHash('sha256').update(key).digest().readUInt32BE(0);
  }

  /** From 0 up to 1, 1 not included. */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  number(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  one<T>(from: readonly T[]): T {
    const picked = from[this.number(0, from.length - 1)];
    if (picked === undefined) throw new RangeError('There is nothing to pick from.');
    return picked;
  }

  chance(of: number): boolean {
    return this.fraction() < of;
  }
}

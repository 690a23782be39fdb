import type { PersonRole } from '@/domain/access/actor';

/** A provider has its own records: the end of a RIN tells members apart. Everybody else works with the whole number. */
export function shownRin(rin: string, role: PersonRole): string {
  return role === 'provider' ? `ending ${rin.slice(-4)}` : rin.replace(/(\d{3})(?=\d)/g, '$1 ');
}

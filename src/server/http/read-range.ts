/** Bytes from `start` to `end`, both counted from 0 and included. */
type Range = { start: number; end: number };

/** One range of a `Range` header (RFC 9110, 14.2); null for none, for several, and for what is no range: then all is sent. */
export function readRange(header: string | null, bytes: number): Range | 'unsatisfiable' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  if (from === '') return Number(to) === 0 ? 'unsatisfiable' : { start: Math.max(0, bytes - Number(to)), end: bytes - 1 };
  const range = { start: Number(from), end: to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1) };
  if (to !== '' && Number(to) < Number(from)) return null;
  return range.start >= bytes ? 'unsatisfiable' : range;
}

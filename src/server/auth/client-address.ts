/** The address from which the socket came; set by `npm run web`, which overwrites a sender's own. */
export const SOCKET_HEADER = 'x-portal-socket';

/**
 * Whose address counts: behind `trusted` proxies of ours the one that the outermost of them saw (X-Forwarded-For is
 * read from its right end), else the socket's.
 */
export function clientAddress(headers: Headers, trusted: number): string {
  const chain = [...(headers.get('x-forwarded-for') ?? '').split(',').map((a) => a.trim()).filter((a) => a !== ''), headers.get(SOCKET_HEADER) ?? 'unknown'];
  return chain[Math.max(0, chain.length - 1 - trusted)] ?? 'unknown';
}

export function trustedProxies(): number {
  const count = Number(process.env.TRUSTED_PROXIES ?? 0);
  return Number.isInteger(count) && count > 0 ? count : 0;
}

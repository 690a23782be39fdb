/** The address from which the socket came; set by `npm run web`, which overwrites a sender's own. */
export const SOCKET_HEADER = 'x-portal-socket';

/** One network as one sender: an IPv6 customer has 2^64 addresses, so its first 64 bits count; a port never does. */
function networkOf(address: string): string {
  const bare = address.toLowerCase().replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^::ffff:(?=\d+\.)/, '').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  if (!bare.includes(':')) return bare;
  const [front = [], back] = bare.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const gap = back === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(gap).fill('0'), ...(back ?? [])];
  return `${groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}

/**
 * Whose address counts: behind `trusted` proxies of ours the one that the outermost of them saw (X-Forwarded-For is
 * read from its right end), else the socket's.
 */
export function clientAddress(headers: Headers, trusted: number): string {
  const chain = [...(headers.get('x-forwarded-for') ?? '').split(',').map((a) => a.trim()).filter((a) => a !== ''), headers.get(SOCKET_HEADER) ?? 'unknown'];
  return networkOf(chain[Math.max(0, chain.length - 1 - trusted)] ?? 'unknown');
}

export function trustedProxies(): number {
  const count = Number(process.env.TRUSTED_PROXIES ?? 0);
  return Number.isInteger(count) && count > 0 ? count : 0;
}

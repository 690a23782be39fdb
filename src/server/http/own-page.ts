/**
 * Was a request sent by one of the portal's own pages? Browsers say so themselves; older ones name the origin, which must
 * be the host that was asked. A form of another site can do neither.
 */
export function isFromOwnPage(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  if (origin === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === (headers.get('x-forwarded-host') ?? headers.get('host'));
}

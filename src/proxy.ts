import { NextResponse, type NextRequest } from 'next/server';
import { realNow } from './server/clock';
import { ARRIVAL_HEADER } from './server/http/arrival-header';
import { BODY_TOO_LARGE_PAGE, isBodyTooLarge } from './server/http/body-limit';
import { PATH_HEADER } from './server/http/path-header';
import { contentSecurityPolicy, securityHeaders } from './server/http/security-headers';

// Whether browsers reach the portal over https is what its address says; a forwarded header could be anybody's.
const isSecure = process.env.PORTAL_URL?.startsWith('https:') ?? false;
const isDevelopment = process.env.NODE_ENV === 'development';

/** Security headers and the stamp of arrival. It is not the permission check: that is made where data is read and written. */
export function proxy(request: NextRequest): NextResponse {
  const arrivedAt = realNow();
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentSecurityPolicy({ nonce, isSecure, isDevelopment });
  if (isBodyTooLarge(request.headers, request.nextUrl.pathname)) return secured(tooLarge(), policy);
  const headers = new Headers(request.headers);
  headers.set(ARRIVAL_HEADER, arrivedAt.toISOString());
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  // Read back by the framework, which puts the nonce on its scripts.
  headers.set('Content-Security-Policy', policy);
  return secured(NextResponse.next({ request: { headers } }), policy);
}

function tooLarge(): NextResponse {
  return new NextResponse(BODY_TOO_LARGE_PAGE, { status: 413, headers: { 'Content-Type': 'text/html; charset=utf-8', Connection: 'close' } });
}

function secured(response: NextResponse, policy: string): NextResponse {
  response.headers.set('Content-Security-Policy', policy);
  for (const [name, value] of Object.entries(securityHeaders(isSecure))) response.headers.set(name, value);
  return response;
}

// Uploads and files are left alone: what passes here is held in memory, and they set their own headers. NB: they alone, or
// a page under their addresses, such as the one that says that nothing is there, would have none.
export const config = { matcher: ['/((?!_next/static/|files/(?:upload|[0-9a-f-]{36})$|tickets/[0-9a-f-]{36}/files/[0-9a-f-]{36}$).*)'] };

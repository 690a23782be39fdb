import { securityHeaders } from './security-headers';

/** For answers that are no page: nothing in them runs, loads or is kept by a cache. */
const NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'; sandbox";
/** A picture opened by itself is drawn by the browser in a page of its own making. */
const PICTURE = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
/** NB: browsers refuse to show a PDF in a sandbox; their viewer is one by itself, and nothing else may load. */
const PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

export type ShownAs = 'download' | 'picture' | 'pdf';

/** The headers of uploads and files, whose routes the proxy leaves alone so that nothing reads their bodies first. */
export function fileHeaders(shownAs: ShownAs = 'download'): Record<string, string> {
  const isSecure = process.env.PORTAL_URL?.startsWith('https:') ?? false;
  const policy = { download: NOTHING_RUNS, picture: PICTURE, pdf: PDF }[shownAs];
  return { ...securityHeaders(isSecure), 'Content-Security-Policy': policy, 'Cache-Control': 'private, no-store' };
}

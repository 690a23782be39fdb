import type { ServerResponse } from 'node:http';
import { securityHeaders } from './security-headers';

/** The page of a 500 that the framework would send without a word: no style and no script, since nothing may work. */
const FAILURE_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The portal cannot answer · Provider Resolution Portal</title>
<main>
<h1>The portal cannot answer right now</h1>
<p>Nothing was lost. Go back and try again in a minute; what you typed is still in your browser.</p>
</main>
</html>
`;

const HEADERS = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'", 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' } as const;

/**
 * Gives a page to an answer that failed without one: a download whose database is away, or that has a fault of its own,
 * would otherwise be an empty 500, of which browsers show nothing that helps. NB: the framework sends the head of an
 * answer before it ends it, so the head is told first that a page will follow.
 */
export function sayFailure(response: ServerResponse, isSecure: boolean): void {
  let isMute = false;
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  const write = response.write.bind(response) as (...args: unknown[]) => boolean;
  response.writeHead = (...args: unknown[]) => {
    isMute = args[0] === 500 && args.length === 1 && !response.hasHeader('Content-Type');
    if (isMute) for (const [name, value] of Object.entries({ ...securityHeaders(isSecure), ...HEADERS })) response.setHeader(name, value);
    if (isMute) response.removeHeader('Content-Length');
    return writeHead(...args);
  };
  response.write = ((...args: unknown[]) => {
    isMute = false;
    return write(...args);
  }) as ServerResponse['write'];
  response.end = ((...args: unknown[]) => {
    if (!response.headersSent && args[0] === undefined && response.statusCode === 500) response.writeHead(500);
    return isMute && typeof args[0] !== 'string' && !(args[0] instanceof Uint8Array) ? end(FAILURE_PAGE) : end(...args);
  }) as ServerResponse['end'];
}

import type { ServerResponse } from 'node:http';

const LENGTH_HEADER = 'x-portal-length';

/**
 * The headers of an answer whose length is known before it is sent. NB: Next drops `Content-Length` from what a route
 * answers, so it travels under a name of its own to `sayLength`.
 */
export function lengthHeaders(bytes: number): Record<string, string> {
  return { 'Content-Length': String(bytes), [LENGTH_HEADER]: String(bytes) };
}

/** Says the length that a route gave, so that a browser can show how far a download has come and see when it broke off. */
export function sayLength(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (...args: unknown[]) => {
    const length = response.getHeader(LENGTH_HEADER);
    response.removeHeader(LENGTH_HEADER);
    if (length !== undefined && !response.hasHeader('Content-Encoding')) response.setHeader('Content-Length', String(length));
    return writeHead(...args);
  };
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { BODY_TOO_LARGE_PAGE, maxBodyBytes } from './body-limit';
import { refusePlainly } from './plain-refusal';

/**
 * Ends a request whose body came without a length once it is over the limit. What arrives is counted before anybody
 * reads it: the framework would keep ten times as much, then answer with an error of the server's.
 */
export function limitBody(request: IncomingMessage, response: ServerResponse, isSecure: boolean): void {
  if (request.headers['transfer-encoding'] === undefined) return;
  const most = maxBodyBytes((request.url ?? '').split('?')[0] ?? '');
  const push = request.push.bind(request);
  let bytes = 0;
  request.push = (chunk: Buffer | null) => {
    bytes += chunk?.length ?? 0;
    if (bytes <= most) return push(chunk);
    if (!response.writableEnded) refusePlainly(response, 413, BODY_TOO_LARGE_PAGE, isSecure);
    // The rest is thrown away, since a sender who is cut off never reads the answer; the server's own timeout bounds it.
    // NB: the end is not passed on, or half a form would be taken for a whole one.
    if (chunk === null) request.destroy();
    return true;
  };
}

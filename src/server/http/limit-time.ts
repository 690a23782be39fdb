import type { IncomingMessage, ServerResponse } from 'node:http';
import { refusePlainly } from './plain-refusal';

/** How long the body of an upload may take to arrive. */
export const UPLOAD_MINUTES = 30;
const BODY_SECONDS = 60;

/** Ends a request whose body does not arrive whole within a minute, so that nobody holds connections open with little. */
export function limitTime(request: IncomingMessage, response: ServerResponse, isSecure: boolean): void {
  const timer = setTimeout(() => {
    if (request.complete) return;
    refusePlainly(response, 408, '', isSecure);
    request.destroy();
  }, BODY_SECONDS * 1000);
  timer.unref();
  const end = () => clearTimeout(timer);
  request.once('end', end);
  request.once('close', end);
}

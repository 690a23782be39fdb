import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';
import next from 'next';
import { SOCKET_HEADER } from '../../auth/client-address';
import { requireEnvironment } from '../../env';
import { createLog, logConsole } from '../../log';
import { handedSocket, tellReady } from '../launcher-channel';
import { limitBody } from '../../http/limit-body';
import { limitTime, UPLOAD_MINUTES } from '../../http/limit-time';
import { sayLength } from '../../http/known-length';
import { isUpload, routeLargeForm } from '../../http/upload-route';
import { refusePlainly } from '../../http/plain-refusal';
import { sayFailure } from '../../http/say-failure';

/** `npm run web -- -p 3000 -H 0.0.0.0`: checks the environment, then serves the build until it is told to stop. */
const env = requireEnvironment('web');
const log = createLog('web');
logConsole(log);
function fail(error: unknown): never {
  log.error({ error }, 'cannot serve');
  process.exit(1);
}
process.env.NEXTAUTH_URL = env.PORTAL_URL;
const { values } = parseArgs({ options: { port: { type: 'string', short: 'p', default: '3000' }, hostname: { type: 'string', short: 'H', default: '127.0.0.1' }, handed: { type: 'boolean', default: false } } });
const port = /^\d{1,5}$/.test(values.port) && Number(values.port) < 65_536 ? Number(values.port) : fail(new Error(`“${values.port}” is no port`));
// Listened for from the start: a message that nobody waits for is lost.
const handed = values.handed ? handedSocket() : Promise.resolve(null);
const app = next({ dev: false, hostname: values.hostname, port });
await app.prepare().catch(fail);
const handle = app.getRequestHandler();
const isSecure = env.PORTAL_URL.startsWith('https:');

function serve(request: IncomingMessage, response: ServerResponse): void {
  // Only the server knows which socket a request came through; a sender's own word for it is overwritten.
  request.headers[SOCKET_HEADER] = request.socket.remoteAddress ?? 'unknown';
  // Forms are taken from the host that this names; only a proxy of ours may say that it is another than `Host`.
  if (env.TRUSTED_PROXIES === 0) delete request.headers['x-forwarded-host'];
  if (request.method === 'TRACE') return refusePlainly(response, 405, '', isSecure);
  routeLargeForm(request);
  sayLength(response);
  sayFailure(response, isSecure);
  if (!isUpload(request)) {
    limitBody(request, response, isSecure);
    limitTime(request, response, isSecure);
  }
  void handle(request, response).catch((error: unknown) => {
    log.error({ error }, 'a request failed');
    refusePlainly(response, 500, '', isSecure);
  });
}

const server = createServer(serve);
// Fifty megabytes may need a while over a slow line; every other request has a minute.
server.requestTimeout = UPLOAD_MINUTES * 60_000;
server.headersTimeout = 20_000;
server.on('error', fail);
server.on('listening', () => {
  log.info({ at: `${values.hostname}:${port}` }, `serving ${env.PORTAL_URL}`);
  tellReady();
});
const socket = await handed;
if (socket === null) server.listen(port, values.hostname);
else server.listen(socket);

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  // A request that hangs must not keep the process; ten seconds are enough for those that do not.
  setTimeout(() => process.exit(0), 10_000).unref();
}
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);

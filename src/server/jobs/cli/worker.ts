import { pino } from 'pino';
import { requireEnvironment } from '../../env';
import { startWorker } from '../worker';

/** `npm run worker`: sends mail and lets time pass, until it is told to stop. */
const env = requireEnvironment('worker');
const log = pino({ name: 'worker' });
const worker = await startWorker({ databaseUrl: env.DATABASE_URL_WORKER, portalUrl: env.PORTAL_URL, mail: { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM } });
log.info('working');

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await worker.stop();
  log.info('stopped');
}
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => void stop());
worker.finished.catch((error: unknown) => {
  log.error({ error }, 'the worker ended');
  process.exitCode = 1;
});

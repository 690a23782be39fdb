import { requireEnvironment } from '../../env';
import { createLog, logConsole } from '../../log';
import { tellReady } from '../launcher-channel';
import { startWorker } from '../worker';

/** `npm run worker`: sends mail and lets time pass, until it is told to stop. */
const env = requireEnvironment('worker');
const log = createLog('worker');
logConsole(log);

async function main(): Promise<void> {
  const worker = await startWorker({ databaseUrl: env.DATABASE_URL_WORKER, portalUrl: env.PORTAL_URL, mail: { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM }, log });
  log.info('working');
  tellReady();
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await worker.stop();
    log.info('stopped');
    process.exit(0);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => void stop().catch(fail));
}

function fail(error: unknown): never {
  log.error({ error }, 'the worker ended');
  process.exit(1);
}

main().catch(fail);

import { setTimeout } from 'node:timers/promises';
import { makeWorkerUtils, parseCronItems, run, type Runner, type TaskList, type WorkerUtils } from 'graphile-worker';
import { Pool } from 'pg';
import { z } from 'zod';
import { disconnectDatabases } from '../db/database';
import { closeTransports } from '../email/send-mail';
import type { Log } from '../log';
import { keepSandboxTime } from '../sandbox/keep-time';
import { moveClock } from '../sandbox/move-clock';
import { checkFile } from '../uploads/check-file';
import { sweepFiles } from '../uploads/sweep-files';
import { DeadJobs } from './dead-jobs';
import { deliverMessage, recordNotice, type MailServer } from './deliver-message';
import { moveDates } from './move-dates';
import { prepareAlerts } from './prepare-alerts';
import { queueLogger } from './queue-log';
import { recordBounce } from './record-bounce';
import { remind } from './remind';
import { requeueLost } from './requeue-lost';
import { sweep } from './sweep';
import { watch } from './watch';

export type WorkerConfig = { databaseUrl: string; portalUrl: string; mail: MailServer; log: Log };

const deliverPayload = z.strictObject({ messageId: z.uuid() });
const noticePayload = z.strictObject({ messageId: z.uuid(), ticketId: z.uuid(), outcome: z.enum(['accepted', 'failed']), at: z.iso.datetime() });

const bouncePayload = z.strictObject({ messageId: z.uuid(), reply: z.string(), at: z.iso.datetime() });
const filePayload = z.strictObject({ fileId: z.uuid() });

const datesPayload = z.strictObject({ version: z.coerce.number().int().positive() });
const movePayload = z.strictObject({ moveId: z.uuid() });

/** The jobs by name; each is harmless when it runs twice. */
function taskList(config: WorkerConfig): TaskList {
  return {
    'deliver-message': async (payload, { job }) => {
      const { messageId } = deliverPayload.parse(payload);
      const lastAttempt = job.attempts >= job.max_attempts;
      // A throw makes the queue try again, later each time.
      if ((await deliverMessage(messageId, config.mail, { lastAttempt })) === 'try_again') throw new Error(`Message ${messageId} was not accepted yet`);
    },
    'record-notice': async (payload) => {
      const { at, ...notice } = noticePayload.parse(payload);
      await recordNotice({ ...notice, at: new Date(at) });
    },
    'record-bounce': async (payload) => {
      const { at, ...bounce } = bouncePayload.parse(payload);
      await recordBounce({ ...bounce, at: new Date(at) });
    },
    'check-file': async (payload) => {
      await checkFile(filePayload.parse(payload).fileId, config.portalUrl);
    },
    sweep: async () => {
      await requeueLost();
      await sweep(config.portalUrl);
      await sweepFiles();
    },
    'move-dates': async (payload, { abortSignal }) => {
      await moveDates(datesPayload.parse(payload).version, () => abortSignal.aborted);
    },
    remind: async () => {
      await remind(config.portalUrl);
      await prepareAlerts();
    },
    watch: async () => {
      await watch(config.log);
    },
    'sandbox-move-clock': async (payload, { abortSignal }) => {
      const { portalUrl, mail } = config;
      await moveClock(movePayload.parse(payload).moveId, { portalUrl, mail, isStopping: () => abortSignal.aborted });
    },
  };
}

/**
 * Every hour, so that the first one from 01:00 Chicago on finds the new day; the others find nothing. A gap is filled
 * with one run.
 */
const CRON = parseCronItems([
  { task: 'sweep', match: '7 * * * *', options: { backfillPeriod: 3_600_000, jobKey: 'sweep', jobKeyMode: 'replace' } },
  // The first from 8:00 Chicago on of a business day has reminders to write.
  { task: 'remind', match: '1 * * * *', options: { backfillPeriod: 3_600_000, jobKey: 'remind', jobKeyMode: 'replace' } },
  // The first from 2:30 Chicago on has the night to look at.
  { task: 'watch', match: '37 * * * *', options: { backfillPeriod: 3_600_000, jobKey: 'watch', jobKeyMode: 'replace' } },
]);

export type PortalWorker = { stop: () => Promise<void> };

type Shift = { runner: Runner; deadJobs: DeadJobs };

/** One life of the job queue's runner. */
async function beginShift(config: WorkerConfig, pool: Pool, utils: WorkerUtils): Promise<Shift> {
  const deadJobs = new DeadJobs(pool, config.databaseUrl);
  try {
    const runner = await run({
      pgPool: pool,
      logger: queueLogger(config.log),
      taskList: taskList(config),
      parsedCronItems: CRON,
      events: deadJobs.events,
      noHandleSignals: true,
      // Two of the jobs may be mails, each of which a silent server holds for ten minutes: one is always there for the rest.
      // Without the two delays a job that ends during a graceful stop stays locked and runs again later.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0, concurrentJobs: 3, pollInterval: 1000 } },
    });
    deadJobs.watch(utils);
    return { runner, deadJobs };
  } catch (error) {
    await deadJobs.release();
    throw error;
  }
}

/** Works until told to stop, or until the runner gives up by itself. */
async function finishShift({ runner, deadJobs }: Shift, log: Log, stopping: AbortSignal): Promise<void> {
  let stopped = Promise.resolve();
  const stop = () => {
    stopped = runner.stop().catch(() => undefined);
  };
  if (stopping.aborted) stop();
  else stopping.addEventListener('abort', stop, { once: true });
  await runner.promise.catch((error: unknown) => log.error({ error }, 'the job queue stopped'));
  await stopped;
  stopping.removeEventListener('abort', stop);
  await deadJobs.release();
}

/** A runner gives up when the database stays away for long; the worker does not. */
async function workOn(first: Shift, next: () => Promise<Shift>, log: Log, stopping: AbortSignal): Promise<void> {
  await finishShift(first, log, stopping);
  while (!stopping.aborted) {
    await setTimeout(1000);
    const shift = await next().catch(() => null);
    if (shift === null) continue;
    log.warn('the job queue was started again');
    await finishShift(shift, log, stopping);
  }
}

/** Runs the jobs until `stop`, through restarts of the database; a second worker beside it is fine. */
export async function startWorker(config: WorkerConfig): Promise<PortalWorker> {
  const pool = new Pool({ connectionString: config.databaseUrl, max: 5 });
  // A restarted database ends connections, idle or not; the next query opens a new one.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const utils = await makeWorkerUtils({ pgPool: pool, logger: queueLogger(config.log) });
  const stopping = new AbortController();
  const next = () => beginShift(config, pool, utils);
  const working = workOn(await next(), next, config.log, stopping.signal);
  await requeueLost();
  const endSandboxTime = await keepSandboxTime();
  const stop = async (): Promise<void> => {
    endSandboxTime();
    stopping.abort();
    await working;
    await utils.release();
    await pool.end();
    closeTransports();
    await disconnectDatabases();
  };
  return { stop };
}

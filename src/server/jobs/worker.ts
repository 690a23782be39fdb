import { makeWorkerUtils, parseCronItems, run, type TaskList } from 'graphile-worker';
import { Pool } from 'pg';
import { z } from 'zod';
import { disconnectDatabases } from '../db/database';
import { closeTransports } from '../email/send-mail';
import { keepSandboxTime } from '../sandbox/keep-time';
import { moveClock } from '../sandbox/move-clock';
import { DeadJobs } from './dead-jobs';
import { deliverMessage, recordNotice, type MailServer } from './deliver-message';
import { sweep } from './sweep';

export type WorkerConfig = { databaseUrl: string; portalUrl: string; mail: MailServer };

const deliverPayload = z.strictObject({ messageId: z.uuid() });
const noticePayload = z.strictObject({ messageId: z.uuid(), ticketId: z.uuid(), outcome: z.enum(['accepted', 'failed']), at: z.iso.datetime() });

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
    sweep: async () => {
      await sweep(config.portalUrl);
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
const CRON = parseCronItems([{ task: 'sweep', match: '7 * * * *', options: { backfillPeriod: 3_600_000, jobKey: 'sweep', jobKeyMode: 'replace' } }]);

export type PortalWorker = { stop: () => Promise<void>; finished: Promise<void> };

/** Runs the jobs until `stop`; a second worker beside it is fine. */
export async function startWorker(config: WorkerConfig): Promise<PortalWorker> {
  const pool = new Pool({ connectionString: config.databaseUrl, max: 5 });
  // A restarted database ends idle connections; the next query opens a new one.
  pool.on('error', () => undefined);
  const deadJobs = new DeadJobs(pool, config.databaseUrl);
  const utils = await makeWorkerUtils({ pgPool: pool });
  const runner = await run({
    pgPool: pool,
    taskList: taskList(config),
    parsedCronItems: CRON,
    events: deadJobs.events,
    noHandleSignals: true,
    // Without the two delays a job that ends during a graceful stop stays locked and runs again later.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0, concurrentJobs: 2, pollInterval: 1000 } },
  });
  await deadJobs.hold();
  await deadJobs.free(utils);
  const reaper = setInterval(() => void deadJobs.free(utils).catch(() => undefined), 60_000);
  const endSandboxTime = await keepSandboxTime();
  const stop = async (): Promise<void> => {
    endSandboxTime();
    clearInterval(reaper);
    await runner.stop();
    await deadJobs.release();
    await utils.release();
    await pool.end();
    closeTransports();
    await disconnectDatabases();
  };
  return { stop, finished: runner.promise };
}

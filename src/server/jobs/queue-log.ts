import { Logger } from 'graphile-worker';
import type { Log } from '../log';

type Meta = { job?: { id: string; task_identifier: string; attempts: number }; error?: unknown; fatalError?: unknown };

/** What the job queue says, in the process's log: jobs by id and task, never their payload. */
export function queueLogger(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    const { job, error, fatalError } = (meta ?? {}) as Meta;
    const failure = error ?? fatalError;
    const about = { ...(job && { job: job.id, task: job.task_identifier, attempt: job.attempts }), ...(failure !== undefined && { error: failure }) };
    // The message repeats the error's own words; the job and the error say it already.
    const words = job && failure !== undefined ? 'the job failed' : (message.split('\n')[0] ?? '');
    if (level === 'error') log.error(about, words);
    else if (level === 'warning') log.warn(about, words);
    else log.debug(about, words);
  });
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach } from 'vitest';
import type { MailServer } from '@/server/jobs/deliver-message';

export type WorkerProcess = {
  pid: number;
  kill: (signal: NodeJS.Signals) => void;
  /** Resolves with the exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
  /** All that it has said so far. */
  said: () => string;
};

const running = new Set<WorkerProcess>();
afterEach(async () => {
  for (const worker of running) worker.kill('SIGKILL');
  await Promise.all([...running].map((worker) => worker.ended));
  running.clear();
});

/** `npm run worker` as a process of its own, once it works. It ends with the test. */
export async function startWorkerProcess(databaseUrl: string, mail: MailServer): Promise<WorkerProcess> {
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL_WORKER: databaseUrl, PORTAL_URL: 'https://portal.example', SMTP_URL: mail.smtpUrl, MAIL_FROM: mail.from } as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/jobs/cli/worker.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  const worker: WorkerProcess = {
    pid: child.pid ?? 0,
    kill: (signal) => void child.kill(signal),
    ended: once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals),
    said: () => words,
  };
  running.add(worker);
  await new Promise<void>((resolve, reject) => {
    const hear = (part: Buffer) => {
      words += String(part);
      if (words.includes('"msg":"working"')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`The worker ended: ${words}`)));
  });
  return worker;
}

/** Waits until something holds. */
export async function eventually(holds: () => boolean | Promise<boolean>, patienceMs = 60_000): Promise<void> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not come to hold in time.');
}

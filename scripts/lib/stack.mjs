import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { freePort } from './ports.mjs';
import { dataFolder, startPostgres } from './postgres.mjs';
import { startChild, stopProcess, until } from './processes.mjs';
import { inRoot, nodeBinary, tool } from './root.mjs';
import { portalCli, prepareSandboxDatabase } from './sandbox-database.mjs';
import { sandboxSecrets } from './secrets.mjs';
import { step } from './steps.mjs';

const WANTED = { web: 3000, postgres: 5433, smtp: 1025, mailbox: 1080 };

async function responds(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** Remembers what runs, so that a start after SIGKILL can end what was left. */
function remember(dir, state) {
  const running = state.processes.map(({ name, pid, started, stopSignal }) => ({ name, pid, started, stopSignal }));
  writeFileSync(path.join(dir, 'run.json'), JSON.stringify({ ...state.launcher, portalUrl: state.portalUrl, running }, null, 2));
}

async function startDatabase(dir, state, durable) {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const port = await freePort(state.wanted.postgres, state.taken);
  const home = dataFolder(dir);
  const server = await startPostgres({ dir: path.join(home, 'postgres'), port, password: state.secrets.owner, durable, logFile: path.join(dir, 'logs', 'postgres.log') });
  state.processes.push(server.proc);
  remember(dir, state);
  return server.url('postgres');
}

async function startMailbox(dir, state) {
  const smtp = await freePort(state.wanted.smtp, state.taken);
  const web = await freePort(state.wanted.mailbox, state.taken);
  const mails = path.join(dir, 'mail');
  mkdirSync(mails, { recursive: true });
  const args = [tool('maildev', 'bin', 'maildev'), '--smtp', String(smtp), '--web', String(web), '--ip', '127.0.0.1', '--web-ip', '127.0.0.1', '--mail-directory', mails, '--silent'];
  const proc = startChild('The mailbox', nodeBinary(), args, { env: process.env, logFile: path.join(dir, 'logs', 'mailbox.log') });
  state.processes.push(proc);
  await until(() => responds(`http://127.0.0.1:${web}/`), proc);
  return { smtpUrl: `smtp://127.0.0.1:${smtp}`, mailboxUrl: `http://127.0.0.1:${web}` };
}

function startPortal(dir, state, env) {
  const logs = (name) => path.join(dir, 'logs', `${name}.log`);
  const childEnv = { PATH: process.env.PATH, HOME: process.env.HOME, TZ: process.env.TZ, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env };
  const { DATABASE_URL: _owner, DATABASE_URL_WORKER: _worker, ...webEnv } = childEnv;
  const { DATABASE_URL: _o, DATABASE_URL_WEB: _w, NEXTAUTH_SECRET: _s, ...workerEnv } = childEnv;
  const web = startChild('The portal', nodeBinary(), [tool('next', 'dist', 'bin', 'next'), 'start', '-H', '127.0.0.1', '-p', new URL(env.PORTAL_URL).port], { env: webEnv, logFile: logs('web') });
  const worker = startChild('The worker', nodeBinary(), ['--import', 'tsx', 'src/server/jobs/cli/worker.ts'], { env: workerEnv, logFile: logs('worker') });
  state.processes.push(worker, web);
  return { web, worker };
}

/**
 * Starts everything that the portal is made of, each step said as it is done: database, made-up data, mailbox, worker,
 * web. `durable: false` is for tests. Resolves with the environment and `stop()`, which ends it all in reverse order.
 */
export async function startStack({ dir, durable = true, wanted = WANTED }) {
  mkdirSync(path.join(dir, 'logs'), { recursive: true, mode: 0o755 });
  const state = { wanted, taken: new Set(), processes: [], secrets: sandboxSecrets(dir), launcher: { pid: process.pid }, portalUrl: null };
  const stop = async () => {
    for (const proc of [...state.processes].reverse()) await stopProcess(proc, proc.name === 'PostgreSQL' ? 60_000 : 20_000);
    rmSync(path.join(dir, 'run.json'), { force: true });
  };
  try {
    await ensureBuilt();
    let serverUrl;
    await step('Starting PostgreSQL', async () => void (serverUrl = await startDatabase(dir, state, durable)));
    let urls;
    await step('Preparing the database', async () => void (urls = await prepareSandboxDatabase(serverUrl, state.secrets)));
    let mail;
    await step('Starting the mailbox', async () => void (mail = await startMailbox(dir, state)));
    const port = await freePort(wanted.web, state.taken);
    if (port !== wanted.web && wanted === WANTED) console.log(`Port ${wanted.web} is taken; the portal uses ${port}.`);
    state.portalUrl = `http://localhost:${port}`;
    const env = { ...urls, PORTAL_URL: state.portalUrl, NEXTAUTH_URL: state.portalUrl, NEXTAUTH_SECRET: state.secrets.nextauth, TRUSTED_PROXIES: '0', SMTP_URL: mail.smtpUrl, MAIL_FROM: 'Provider Resolution Portal <no-reply@portal.example>', MAILBOX_URL: mail.mailboxUrl };
    if (existsSync(inRoot('src/server/jobs/cli/sandbox-seed.ts'))) await step('Loading made-up data', async () => (await portalCli('sandbox-seed', env)).output.trim().split('\n').at(-1));
    await step('Starting the portal', async () => {
      const { web, worker } = startPortal(dir, state, env);
      remember(dir, state);
      await until(() => responds(`${state.portalUrl}/healthz`), web);
      if (worker.exited !== null) throw new Error(`The worker ended (${worker.exited}). Its log: ${worker.logFile}`);
    });
    return { env, processes: state.processes, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

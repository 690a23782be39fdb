import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { freePort, openPort } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { startChild, stopInReverse, until } from './processes.mjs';
import { nodeBinary, tool } from './root.mjs';
import { portalCli, prepareSandboxDatabase, tellMailbox } from './sandbox-database.mjs';
import { sandboxSecrets } from './secrets.mjs';
import { dataFolder } from './server-user.mjs';
import { step } from './steps.mjs';

const SANDBOX_PORTS = { web: 3000, postgres: 5433, smtp: 1025, mailbox: 1080 };
const PORT_WORDS = { web: 'the portal', postgres: 'PostgreSQL', smtp: 'incoming mail', mailbox: 'the mailbox' };

async function responds(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** A free port for each use, the usual one where it can be had; says so where it cannot. */
async function choosePorts(wanted) {
  const [ports, taken] = [{}, new Set()];
  for (const [use, port] of Object.entries(wanted)) {
    ports[use] = await freePort(port, taken);
    if (ports[use] !== port) console.log(`Port ${port} is taken: ${PORT_WORDS[use]} uses ${ports[use]}.`);
  }
  return ports;
}

/** A PostgreSQL of the sandbox's own, or the one that DATABASE_URL names. */
async function startDatabase({ dir, durable, ports, secrets, processes }) {
  const passwords = { portal_public: secrets.portal_public, portal_web: secrets.portal_web, portal_worker: secrets.portal_worker };
  const given = process.env.DATABASE_URL;
  let serverUrl = given;
  await step(given ? `Using PostgreSQL at ${new URL(given).host}, as DATABASE_URL says` : 'Starting PostgreSQL', async () => {
    if (given) return;
    const server = await startPostgres({ dir: path.join(dataFolder(dir), 'postgres'), port: ports.postgres, password: secrets.owner, durable, logFile: path.join(dir, 'logs', 'postgres.log') });
    processes.push(server.proc);
    serverUrl = server.url('postgres');
  });
  return step('Preparing the database', () => prepareSandboxDatabase(serverUrl, { passwords, isOwnServer: !given }));
}

async function startMailbox({ dir, ports, processes }) {
  const mails = path.join(dir, 'mail');
  mkdirSync(mails, { recursive: true, mode: 0o700 });
  const args = [tool('maildev', 'dist', 'bin', 'maildev.js'), '--smtp', String(ports.smtp), '--web', String(ports.mailbox), '--ip', '127.0.0.1', '--web-ip', '127.0.0.1', '--mail-directory', mails, '--max-emails', '5000', '--silent'];
  const proc = startChild('The mailbox', nodeBinary(), args, { env: process.env, logFile: path.join(dir, 'logs', 'mailbox.log') });
  processes.push(proc);
  await until(() => responds(`http://127.0.0.1:${ports.mailbox}/api/healthz`), proc);
  return { SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`, MAIL_FROM: 'Provider Resolution Portal <no-reply@portal.example>', MAILBOX_URL: `http://localhost:${ports.mailbox}` };
}

/** Each process gets what a real site's would get, and no more: the web no owner, the worker no session secret. */
async function startPortal({ dir, env, socket, processes }) {
  const { DATABASE_URL: _, DATABASE_URL_WEB, DATABASE_URL_PUBLIC, DATABASE_URL_WORKER, NEXTAUTH_SECRET, ...both } = env;
  const common = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...both };
  const logFile = (name) => path.join(dir, 'logs', `${name}.log`);
  const worker = startChild('The worker', nodeBinary(), ['--import', 'tsx', 'src/server/jobs/cli/worker.ts'], { env: { ...common, DATABASE_URL_WORKER }, logFile: logFile('worker'), isTelling: true });
  const webEnv = { ...common, DATABASE_URL_WEB, DATABASE_URL_PUBLIC, NEXTAUTH_SECRET };
  const serve = (handed) => startChild('The portal', nodeBinary(), ['--import', 'tsx', 'src/server/jobs/cli/web.ts', '-p', new URL(env.PORTAL_URL).port, ...(handed === null ? [] : ['--handed'])], { env: webEnv, logFile: logFile('web'), isTelling: true, socket: handed });
  // The socket is given away once; a portal that is started again opens the port itself.
  const web = Object.assign(serve(socket), { again: () => serve(null) });
  processes.push(worker, web);
  // Each tells of itself: an answer on the port alone could be somebody else's.
  for (const proc of [web, worker]) await until(() => proc.isReady, proc);
  await until(() => responds(`${env.PORTAL_URL}/healthz`), web);
}

/**
 * Starts everything that the portal is made of, each step said as it is done: database, mailbox, made-up data, worker,
 * web. `durable: false` is for tests. Resolves with the environment, the processes, and `stop()`, which ends them in
 * reverse order.
 */
export async function startStack({ dir, durable = true, wantedPorts = SANDBOX_PORTS }) {
  mkdirSync(path.join(dir, 'logs'), { recursive: true, mode: 0o755 });
  const [processes, secrets] = [[], sandboxSecrets(dir)];
  const stop = () => stopInReverse(processes);
  try {
    await ensureBuilt();
    const ports = await choosePorts(wantedPorts);
    // The data is made before the portal serves, with its address in the mails: nobody else may take it meanwhile.
    const socket = await openPort(ports.web);
    // It reads the mails that are there, which takes it a while: beside the database's start.
    const mailbox = startMailbox({ dir, ports, processes });
    mailbox.catch(() => undefined);
    const urls = await startDatabase({ dir, durable, ports, secrets, processes });
    const mail = await step('Starting the mailbox', () => mailbox);
    await tellMailbox(urls.DATABASE_URL, mail.MAILBOX_URL);
    const portalUrl = `http://localhost:${ports.web}`;
    const env = { ...urls, ...mail, PORTAL_URL: portalUrl, FILES_DIR: path.join(dir, 'files'), NEXTAUTH_URL: portalUrl, NEXTAUTH_SECRET: secrets.nextauth, TRUSTED_PROXIES: '0' };
    // Nothing of it would be missed: what a crash takes is made again.
    await step('Loading made-up data', async () => (await portalCli('sandbox-seed', { ...env, PGOPTIONS: '-c synchronous_commit=off' })).output.trim().split('\n').at(-1));
    await step('Starting the portal and its worker', () => startPortal({ dir, env, socket, processes }));
    return { env, processes, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

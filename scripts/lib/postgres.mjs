import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { freePort } from './ports.mjs';
import { identityOf } from './process-identity.mjs';
import { startChild, stopProcess, until } from './processes.mjs';
import { run } from './run.mjs';
import { serverPrograms, serverUser } from './server-user.mjs';
import { throwawayFolder } from './throwaway.mjs';

const OWNER = 'portal_owner';
const NOT_DURABLE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const ENV = { PATH: process.env.PATH, LANG: 'C', LC_ALL: 'C', TZ: 'UTC' };

/** Made beside and moved into place, so that a start that was killed half-way does not leave half a server. */
async function initialise(home, dir, password, user) {
  const half = `${dir}.new`;
  const passwordFile = `${dir}.password`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined) for (const file of [half, passwordFile]) chownSync(file, user.uid, user.gid);
  try {
    const args = ['-D', half, '-U', OWNER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-sync'];
    await run(path.join(home, 'bin', 'initdb'), args, { ...user, env: ENV, cwd: '/', quiet: true });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(half, dir);
}

/** The command line of a process, where the system shows it. */
function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return null;
  }
}

/**
 * A server that was left running is shut down; its own command line proves that it is this folder's. When the number in
 * the file belongs to somebody else by now, the file is stale and would only keep the server from starting.
 */
async function endLeftover(dir) {
  const file = path.join(dir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const left = identityOf(pid);
  const command = commandOf(pid);
  if (left.started === null || command === null) return;
  if (command.split('\0').includes(dir)) await stopProcess({ ...left, stopSignal: 'SIGINT' });
  else rmSync(file, { force: true });
}

/** Whether this very process serves the folder by now: what answers on its port could be somebody else's server. */
function isServing({ pid }, dir) {
  try {
    const lines = readFileSync(path.join(dir, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

async function answers(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error.code === '28P01') throw new Error('PostgreSQL does not know the password in .sandbox/secrets.json any more. npm run sandbox:reset starts over.', { cause: error });
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Starts the server on the port; on a later one where somebody else took the port since it was found free. */
async function serve(program, { dir, port, args, urlAt, ...child }) {
  const proc = startChild('PostgreSQL', program, ['-D', dir, '-p', String(port), ...args], { ...child, env: ENV, stopSignal: 'SIGINT', cwd: '/' });
  try {
    await until(async () => isServing(proc, dir) && answers(urlAt(port)), proc);
    return { proc, port };
  } catch (error) {
    const next = proc.exited === null ? port : await freePort(port);
    if (next === port) throw error;
    console.log(`Port ${port} was taken meanwhile: PostgreSQL uses ${next}.`);
    return serve(program, { dir, port: next, args, urlAt, ...child });
  }
}

/**
 * Starts PostgreSQL from the packages, on 127.0.0.1 alone. `durable: false` is for tests: nothing survives a crash there.
 * Resolves, once it answers, with the running process and the owner's address; `stop()` shuts it down cleanly.
 */
export async function startPostgres({ dir, port: wanted, password, durable, logFile }) {
  const user = serverUser();
  const home = serverPrograms(user);
  if (existsSync(dir)) await endLeftover(dir);
  else await initialise(home, dir, password, user);
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'log_min_messages=log', 'log_checkpoints=off', ...(durable ? [] : NOT_DURABLE)];
  const urlOf = (port, database) => `postgresql://${OWNER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const { proc, port } = await serve(path.join(home, 'bin', 'postgres'), { ...user, dir, port: wanted, logFile, args: settings.flatMap((s) => ['-c', s]), urlAt: (at) => urlOf(at, 'postgres') });
  return { proc, url: (database) => urlOf(port, database), stop: () => stopProcess(proc) };
}

/** A PostgreSQL for as long as this process lives; `stop()` ends it and removes what it wrote. */
export async function startThrowawayPostgres({ name, wantedPort, password }) {
  const { dir, dispose } = throwawayFolder(name);
  try {
    const server = await startPostgres({ dir: path.join(dir, 'postgres'), port: await freePort(wantedPort), password, durable: false, logFile: path.join(dir, 'logs', 'postgres.log') });
    return { url: server.url, stop: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

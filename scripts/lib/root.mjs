import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** A path in the repository. */
export const inRoot = (...parts) => path.join(ROOT, ...parts);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/** The Node that runs the portal: this one when it is new enough, else the one that the lockfile brings along. */
export function nodeBinary() {
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  const brought = inRoot('node_modules', `node-linux-${process.arch}`, 'bin', 'node');
  if (existsSync(brought)) return brought;
  throw new Error(`Node ${process.versions.node} is too old here: install Node 22.18 or newer.`);
}

/** A command-line tool of a package, run by that Node. */
export const tool = (...parts) => inRoot('node_modules', ...parts);

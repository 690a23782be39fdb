import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { readJson, writeJson } from './record.mjs';

const NAMES = ['owner', 'portal_public', 'portal_web', 'portal_worker', 'nextauth'];

/** The sandbox's passwords: made at random on the first start, readable by its user alone, never in the repository. */
export function sandboxSecrets(dir) {
  const file = path.join(dir, 'secrets.json');
  const known = readJson(file) ?? {};
  const secrets = Object.fromEntries(NAMES.map((name) => [name, known[name] ?? randomBytes(24).toString('hex')]));
  if (NAMES.some((name) => known[name] === undefined)) writeJson(file, secrets, 0o600);
  return secrets;
}

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['owner', 'portal_public', 'portal_web', 'portal_worker', 'nextauth'];

/** The sandbox's passwords: made at random on the first start, readable by its user alone, never in the repository. */
export function sandboxSecrets(dir) {
  const file = path.join(dir, 'secrets.json');
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const secrets = Object.fromEntries(NAMES.map((name) => [name, known[name] ?? randomBytes(24).toString('hex')]));
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

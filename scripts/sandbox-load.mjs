import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensurePresent } from './lib/install.mjs';
import { onStopRequest } from './lib/processes.mjs';
import { nodeBinary, ROOT } from './lib/root.mjs';
import { SANDBOX_DIR } from './lib/sandbox-home.mjs';

/** `npm run sandbox:load -- --tickets 100000`: bulk data in the sandbox that runs now, for measuring. */
async function main() {
  await ensurePresent();
  const { runningPostgres } = await import('./lib/postgres.mjs');
  const { sandboxAddresses } = await import('./lib/sandbox-database.mjs');
  const { sandboxSecrets } = await import('./lib/secrets.mjs');
  const { dataFolder } = await import('./lib/server-user.mjs');
  const secrets = existsSync(path.join(SANDBOX_DIR, 'secrets.json')) ? sandboxSecrets(SANDBOX_DIR) : null;
  const serverUrl = secrets && (process.env.DATABASE_URL || runningPostgres(path.join(dataFolder(SANDBOX_DIR), 'postgres'), secrets.owner));
  if (!serverUrl) throw new Error('The sandbox does not run. Start it in another terminal (npm start), then load.');
  const args = ['--import', 'tsx', 'src/server/jobs/cli/sandbox-load.ts', ...process.argv.slice(2)];
  const child = spawn(nodeBinary(), args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...sandboxAddresses(serverUrl, secrets), PGOPTIONS: '-c synchronous_commit=off' } });
  onStopRequest(() => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code ?? 1));
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

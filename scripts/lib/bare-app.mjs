import path from 'node:path';
import { freePort } from './ports.mjs';
import { startChild, until } from './processes.mjs';
import { inRoot, nodeBinary, tool } from './root.mjs';
import { run } from './run.mjs';
import { step } from './steps.mjs';

const APP = inRoot('tests', 'bench', 'bare');
const NEXT = tool('next', 'dist', 'bin', 'next');

async function responds(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** Builds and starts the bare page that the portal is measured against; resolves with its address. */
export async function startBareApp({ dir, databaseUrl, wantedPort }) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', DATABASE_URL: databaseUrl };
  await step('Building the bare page', async () => {
    await run(nodeBinary(), [NEXT, 'build'], { cwd: APP, env, quiet: true });
  });
  const port = await freePort(wantedPort);
  const proc = startChild('The bare page', nodeBinary(), [NEXT, 'start', '-p', String(port), '-H', '127.0.0.1'], { cwd: APP, env, logFile: path.join(dir, 'logs', 'bare.log') });
  const url = `http://127.0.0.1:${port}`;
  await until(() => responds(url), proc);
  return url;
}

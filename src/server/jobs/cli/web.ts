import { spawn } from 'node:child_process';
import path from 'node:path';
import { requireEnvironment } from '../../env';

/** `npm run web -- -p 3000 -H 0.0.0.0`: checks the environment, then serves the build until it is told to stop. */
const env = requireEnvironment('web');
const next = path.join(process.cwd(), 'node_modules', 'next', 'dist', 'bin', 'next');
const child = spawn(process.execPath, [next, 'start', ...process.argv.slice(2)], { stdio: 'inherit', env: { ...process.env, NEXTAUTH_URL: env.PORTAL_URL } });
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => child.kill('SIGTERM'));
child.on('exit', (code) => process.exit(code ?? 0));

import { startGuard } from './lib/guard.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { keepRunning } from './lib/keep-running.mjs';
import { isStopping, onStopRequest, stopEverything } from './lib/processes.mjs';
import { forgetRecord, recordIn } from './lib/record.mjs';
import { forgetEnvironment, SANDBOX_DIR, SANDBOX_RECORD, takeSandbox, tellEnvironment } from './lib/sandbox-home.mjs';

/** `npm start`: the sandbox, from a fresh clone to addresses that answer, and nothing left of it after Ctrl-C. */
let leave = async () => undefined;

function welcome(env) {
  console.log(`
The portal     ${env.PORTAL_URL}
Its mailbox    ${env.MAILBOX_URL}
Sign in        ${env.PORTAL_URL}/sign-in lists who can, with their password
Stop           Ctrl-C; the data stays in .sandbox, and npm run sandbox:reset starts over`);
}

async function main() {
  const lock = await takeSandbox();
  recordIn(SANDBOX_RECORD);
  const guard = startGuard(SANDBOX_RECORD);
  leave = async () => {
    forgetRecord();
    forgetEnvironment();
    await guard.dismiss();
    lock.release();
  };
  await ensureInstalled();
  const { startStack } = await import('./lib/stack.mjs');
  const stack = await startStack({ dir: SANDBOX_DIR });
  tellEnvironment(stack.env);
  lock.say({ portalUrl: stack.env.PORTAL_URL });
  for (const proc of stack.processes) void keepRunning(proc);
  welcome(stack.env);
  setInterval(() => undefined, 1 << 30);
}

onStopRequest(async () => {
  console.log('\nStopping …');
  await stopEverything();
  await leave();
  process.exit(0);
});
main().catch(async (error) => {
  if (isStopping()) return;
  console.error(`\n${error.message}`);
  await stopEverything();
  await leave();
  process.exit(1);
});

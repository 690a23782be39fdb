import { isStopping } from './processes.mjs';

const MOST_RESTARTS = 3;
const WITHIN_MS = 300_000;
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The process once more; null when it cannot be started at all, or when everything is being stopped. */
function startAgain(again, say) {
  try {
    return again();
  } catch (error) {
    if (!isStopping()) say(error.message);
    return null;
  }
}

/**
 * Starts a process again that ended by itself, later each time, and says so; one that ends for the fourth time within
 * five minutes would end again and stays down.
 */
export async function keepRunning(proc, { say = console.error, pauseMs = 1000 } = {}) {
  const ends = [];
  for (let current = proc; current !== null; ) {
    const how = await current.done;
    if (isStopping()) return;
    ends.push(Date.now());
    const recent = ends.filter((at) => at > Date.now() - WITHIN_MS).length;
    const what = `${proc.name} ended (${how})`;
    if (recent > MOST_RESTARTS) {
      say(`${what}, once too often to be started again. Its log: ${proc.logFile}\nCtrl-C, then npm start, tries everything anew.`);
      return;
    }
    say(`${what} and is started again. Its log: ${proc.logFile}`);
    await wait(pauseMs * recent);
    if (isStopping()) return;
    current = startAgain(proc.again, say);
  }
}

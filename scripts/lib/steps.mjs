import { isStopping } from './processes.mjs';

/** Says what is being done and how long it took, one line each; a text that the work resolves with is said too. */
export async function step(title, work) {
  const started = Date.now();
  process.stdout.write(`${title} … `);
  try {
    const result = await work();
    process.stdout.write(`${typeof result === 'string' ? result : 'done'} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
    return result;
  } catch (error) {
    if (!isStopping()) process.stdout.write('failed\n');
    throw error;
  }
}

/** Prints what is being done and how long it took: one line each. */
export async function step(title, work) {
  const started = Date.now();
  process.stdout.write(`${title} … `);
  try {
    const note = await work();
    process.stdout.write(`${typeof note === 'string' ? note : 'done'} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  }
}

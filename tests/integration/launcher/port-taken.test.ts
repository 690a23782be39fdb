import path from 'node:path';
import { Client } from 'pg';
import { expect, inject, test, vi } from 'vitest';
import { startPostgres } from '../../../scripts/lib/postgres.mjs';
import { throwawayFolder } from '../../../scripts/lib/throwaway.mjs';

test('a port that another PostgreSQL took since it was found free: ours serves on a later one, and says so', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const taken = Number(new URL(inject('serverUrl')).port);
  const { dir, dispose } = throwawayFolder('taken');
  try {
    const server = await startPostgres({ dir: path.join(dir, 'postgres'), port: taken, password: 'only-here', durable: false, logFile: path.join(dir, 'logs', 'postgres.log') });
    const client = new Client({ connectionString: server.url('postgres') });
    await client.connect();
    const { rows } = await client.query<{ folder: string }>("SELECT current_setting('data_directory') AS folder");
    await client.end();
    expect(rows[0]?.folder).toBe(path.join(dir, 'postgres'));
    expect(said).toHaveBeenCalledWith(expect.stringMatching(new RegExp(`^Port ${taken} was taken meanwhile: PostgreSQL uses \\d+\\.$`)));
  } finally {
    await dispose();
  }
}, 60_000);

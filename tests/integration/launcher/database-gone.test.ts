import type { Client } from 'pg';
import { expect, it } from 'vitest';
import { withClient } from '../../../scripts/lib/sandbox-database.mjs';
import { useDatabase } from '../database';

const db = useDatabase();

it('a start whose database is stopped between two questions hears of it at the second, not by an event that ends it at once', async () => {
  const asked = withClient(db.urls.owner, async (client: Client) => {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await db.owner.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    // Vitest fails on an error that nobody caught.
    await new Promise((resolve) => setTimeout(resolve, 200));
    return client.query('SELECT 1');
  });
  await expect(asked).rejects.toThrow(/not queryable|terminat|closed/);
});

import pg from 'pg';

/** What no page does yet, such as a plan that ends: written as the owner of the sandbox's database. */
export async function ownerQuery(sql: string, values: readonly string[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query(sql, [...values]);
  } finally {
    await client.end();
  }
}

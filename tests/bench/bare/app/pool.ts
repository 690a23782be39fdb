import { Pool } from 'pg';

let held: Pool | undefined;

/** The page's own connections, made at its first request: there is no database while it is built. */
export const pool = (): Pool => (held ??= new Pool({ connectionString: process.env.DATABASE_URL, max: 10 }));

import { runMigrations } from 'graphile-worker';
import type { Client } from 'pg';

/**
 * The job queue belongs to the owner. portal_worker works it, past the row-level security of its private tables, under
 * which it would see no job; portal_web may only add jobs, inside its own transactions.
 */
export async function installQueue(client: Client, databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl });
  await client.query(`
    GRANT USAGE ON SCHEMA graphile_worker TO portal_worker;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO portal_worker;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO portal_worker;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO portal_worker;
    DO $$ DECLARE t text; BEGIN
      FOR t IN SELECT relname FROM pg_class WHERE relnamespace = 'graphile_worker'::regnamespace AND relkind = 'r' AND relrowsecurity LOOP
        EXECUTE format('DROP POLICY IF EXISTS portal_worker_all ON graphile_worker.%I', t);
        EXECUTE format('CREATE POLICY portal_worker_all ON graphile_worker.%I TO portal_worker USING (true) WITH CHECK (true)', t);
      END LOOP;
    END $$;
    CREATE OR REPLACE FUNCTION public.enqueue_job(p_task text, p_payload json, p_key text) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
      $$ SELECT graphile_worker.add_job(p_task, p_payload, job_key := p_key) $$;
    REVOKE ALL ON FUNCTION public.enqueue_job(text, json, text) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION public.enqueue_job(text, json, text) TO portal_web, portal_worker;`);
}

import { runMigrations } from 'graphile-worker';
import type { Client } from 'pg';

/**
 * The job queue belongs to the owner. portal_worker works it, past the row-level security of its private tables, under
 * which it would see no job. portal_web may only ask, inside its own transactions, that a message be delivered, that a
 * file be looked at or that a sandbox's clock be moved, each under its own id: every other job acts as the system and is the worker's alone.
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
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
        IF session_user = 'portal_web' AND NOT coalesce(CASE p_task
          WHEN 'deliver-message' THEN p_key = p_payload ->> 'messageId'
          WHEN 'check-file' THEN p_key = p_payload ->> 'fileId'
          WHEN 'move-dates' THEN p_key = 'move-dates:' || (p_payload ->> 'version') AND app_role() = 'administration'
          WHEN 'sandbox-move-clock' THEN p_key = p_payload ->> 'moveId' AND EXISTS (SELECT 1 FROM sandbox_marker)
        END, false) THEN
          RAISE EXCEPTION 'portal_web may not add this job' USING ERRCODE = 'insufficient_privilege';
        END IF;
        -- Mail comes last, and two at a time in queues of its own: while its server is slow or says nothing, a day's
        -- hundreds of mails would keep everything else waiting.
        IF p_task = 'deliver-message' THEN
          PERFORM graphile_worker.add_job(p_task, p_payload, job_key := p_key, priority := 10, queue_name := 'mail-' || abs(hashtext(p_key) % 2));
        ELSE
          PERFORM graphile_worker.add_job(p_task, p_payload, job_key := p_key);
        END IF;
      END $$;
    REVOKE ALL ON FUNCTION public.enqueue_job(text, json, text) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION public.enqueue_job(text, json, text) TO portal_web, portal_worker;`);
}

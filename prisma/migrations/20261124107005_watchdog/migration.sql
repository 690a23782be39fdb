-- What must not be, as the watchdog found it at night: kept until it is gone, and after that as resolved.

CREATE TABLE "watchdog_findings" (
    "id" uuid NOT NULL,
    "kind" text NOT NULL,
    "subject" text NOT NULL,
    "ticket_id" uuid,
    "what" text NOT NULL,
    "found_at" timestamptz(6) NOT NULL,
    "seen_at" timestamptz(6) NOT NULL,
    "resolved_at" timestamptz(6),

    CONSTRAINT "watchdog_findings_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX watchdog_findings_open_key ON watchdog_findings (kind, subject) WHERE resolved_at IS NULL;
CREATE INDEX "watchdog_findings_resolved_at_found_at_idx" ON "watchdog_findings"("resolved_at", "found_at");
ALTER TABLE watchdog_findings
  ADD CONSTRAINT watchdog_findings_kind_known CHECK (kind IN ('nobody', 'no_clock', 'not_replayed', 'not_marked', 'mail_waits', 'chain')),
  ADD CONSTRAINT watchdog_findings_ticket_fkey FOREIGN KEY (ticket_id) REFERENCES tickets (id);
ALTER TABLE watchdog_findings ENABLE ROW LEVEL SECURITY;
CREATE POLICY system_all ON watchdog_findings TO portal_worker USING ((SELECT app_role()) = 'system') WITH CHECK ((SELECT app_role()) = 'system');
CREATE POLICY administration_reads ON watchdog_findings FOR SELECT TO portal_web USING ((SELECT app_role()) = 'administration');
GRANT SELECT, INSERT, UPDATE ON watchdog_findings TO portal_worker;
GRANT SELECT ON watchdog_findings TO portal_web;
-- When Administration was last told that all is well.
CREATE POLICY administration_reads ON job_marks FOR SELECT TO portal_web USING ((SELECT app_role()) = 'administration');
GRANT SELECT ON job_marks TO portal_web;

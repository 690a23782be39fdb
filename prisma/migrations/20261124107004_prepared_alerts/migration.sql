-- R19: what the portal prepares for the Portal Team to alert HFS of, once for each ticket, plan and reason.

CREATE TABLE "prepared_alerts" (
    "id" uuid NOT NULL,
    "ticket_id" uuid NOT NULL,
    "plan_code" text NOT NULL,
    "reason" text NOT NULL,
    "since_on" date NOT NULL,
    "prepared_on" date NOT NULL,
    "state" text NOT NULL DEFAULT 'open',
    "settled_at" timestamptz(6),
    "settled_by_name" text,

    CONSTRAINT "prepared_alerts_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "prepared_alerts_ticket_id_plan_code_reason_key" ON "prepared_alerts"("ticket_id", "plan_code", "reason");
CREATE INDEX prepared_alerts_open_idx ON prepared_alerts (since_on, ticket_id) WHERE state = 'open';
ALTER TABLE prepared_alerts
  ADD CONSTRAINT prepared_alerts_reason_known CHECK (reason IN ('overdue_1', 'overdue_5', 'no_contact', 'not_opened')),
  ADD CONSTRAINT prepared_alerts_state_known CHECK (state IN ('open', 'sent', 'set_aside', 'moot')),
  ADD CONSTRAINT prepared_alerts_settled_whole CHECK ((state = 'open') = (settled_at IS NULL)),
  ADD CONSTRAINT prepared_alerts_ticket_fkey FOREIGN KEY (ticket_id) REFERENCES tickets (id);
ALTER TABLE prepared_alerts ENABLE ROW LEVEL SECURITY;
CREATE POLICY system_all ON prepared_alerts TO portal_worker USING ((SELECT app_role()) = 'system') WITH CHECK ((SELECT app_role()) = 'system');
CREATE POLICY portal_team_all ON prepared_alerts TO portal_web USING ((SELECT app_role()) = 'portal_team');
CREATE POLICY administration_reads ON prepared_alerts FOR SELECT TO portal_web USING ((SELECT app_role()) = 'administration');
GRANT SELECT ON prepared_alerts TO portal_web, portal_worker;
GRANT INSERT ON prepared_alerts TO portal_worker;
GRANT UPDATE (state, settled_at, settled_by_name) ON prepared_alerts TO portal_web, portal_worker;

-- A plan to which a ticket was transferred has not opened it: what the first one opened does not count for it.
UPDATE tickets SET plan_opened_at = (SELECT min(v.hour) FROM ticket_views v WHERE v.ticket_id = tickets.id AND v.role = 'mco' AND v.hour >= date_trunc('hour', tickets.transferred_at))
  WHERE transferred_at IS NOT NULL AND plan_opened_at < date_trunc('hour', transferred_at);

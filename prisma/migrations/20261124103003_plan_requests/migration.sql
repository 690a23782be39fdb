-- R29: what the Portal Team asks a plan about no ticket, and the plan's answer. What was written stands in the events,
-- which only grow and are chained by their hashes.

CREATE TABLE "plan_requests" (
    "id" uuid NOT NULL,
    "number" text NOT NULL,
    "plan_code" text NOT NULL,
    "subject" text NOT NULL,
    "answer_on" date NOT NULL,
    "status" text NOT NULL,
    "asked_by_id" uuid NOT NULL,
    "asked_by_name" text NOT NULL,
    "asked_at" timestamptz(6) NOT NULL,
    "ended_at" timestamptz(6),
    "ended_on" date,
    "event_count" integer NOT NULL,
    "last_hash" text NOT NULL,

    CONSTRAINT "plan_requests_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "plan_request_events" (
    "request_id" uuid NOT NULL,
    "seq" integer NOT NULL,
    "type" text NOT NULL,
    "text" text NOT NULL,
    "actor_id" uuid NOT NULL,
    "actor_name" text NOT NULL,
    "actor_role" text NOT NULL,
    "actor_organization" text NOT NULL,
    "effective_on" date NOT NULL,
    "recorded_at" timestamptz(6) NOT NULL,
    "prev_hash" text NOT NULL,
    "hash" text NOT NULL,

    CONSTRAINT "plan_request_events_pkey" PRIMARY KEY ("request_id", "seq")
);
CREATE UNIQUE INDEX "plan_requests_number_key" ON "plan_requests"("number");
CREATE INDEX "plan_requests_plan_code_status_answer_on_id_idx" ON "plan_requests"("plan_code", "status", "answer_on", "id");
CREATE INDEX "plan_requests_status_answer_on_id_idx" ON "plan_requests"("status", "answer_on", "id");
ALTER TABLE "plan_request_events" ADD CONSTRAINT "plan_request_events_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "plan_requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE plan_requests
  ADD CONSTRAINT plan_requests_number_form CHECK (number ~ '^REQ-[0-9]{4}-[0-9]{4,}$'),
  ADD CONSTRAINT plan_requests_status_known CHECK (status IN ('open', 'answered', 'withdrawn')),
  ADD CONSTRAINT plan_requests_ended_iff CHECK ((status = 'open') = (ended_at IS NULL) AND (ended_at IS NULL) = (ended_on IS NULL)),
  ADD CONSTRAINT plan_requests_counts CHECK (event_count >= 1 AND last_hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT plan_requests_plan_fkey FOREIGN KEY (plan_code) REFERENCES plans (code),
  ADD CONSTRAINT plan_requests_asker_fkey FOREIGN KEY (asked_by_id) REFERENCES people (id);
ALTER TABLE plan_request_events
  ADD CONSTRAINT plan_request_events_type_known CHECK (type IN ('asked', 'answered', 'withdrawn')),
  ADD CONSTRAINT plan_request_events_hash_form CHECK (hash ~ '^[0-9a-f]{64}$' AND prev_hash ~ '^[0-9a-f]{64}$');
CREATE TRIGGER plan_request_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plan_request_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE SEQUENCE plan_request_numbers;

ALTER TABLE plan_requests ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_request_events ENABLE ROW LEVEL SECURITY;
CREATE POLICY system_all ON plan_requests TO portal_worker USING ((SELECT app_role()) = 'system') WITH CHECK ((SELECT app_role()) = 'system');
CREATE POLICY system_all ON plan_request_events TO portal_worker USING ((SELECT app_role()) = 'system') WITH CHECK ((SELECT app_role()) = 'system');
-- The Portal Team asks; the plan's staff, or its successor's (D20), answer; HFS reads those of the plans that it has.
CREATE POLICY portal_team_all ON plan_requests TO portal_web USING ((SELECT app_role()) = 'portal_team');
CREATE POLICY plan_reads ON plan_requests FOR SELECT TO portal_web
  USING ((SELECT app_role()) IN ('mco', 'account_manager') AND plan_code = ANY ((SELECT app_plans())::text[]));
CREATE POLICY plan_answers ON plan_requests FOR UPDATE TO portal_web
  USING ((SELECT app_role()) = 'mco' AND status = 'open' AND plan_code = ANY ((SELECT app_plans())::text[]))
  WITH CHECK ((SELECT app_role()) = 'mco' AND status = 'answered' AND plan_code = ANY ((SELECT app_plans())::text[]));
CREATE POLICY administration_reads ON plan_requests FOR SELECT TO portal_web USING ((SELECT app_role()) = 'administration');
CREATE POLICY with_request ON plan_request_events FOR SELECT TO portal_web
  USING (EXISTS (SELECT 1 FROM plan_requests r WHERE r.id = request_id));
CREATE POLICY writes ON plan_request_events FOR INSERT TO portal_web
  WITH CHECK (actor_id = (SELECT app_user()) AND actor_role = (SELECT app_role())
    AND ((SELECT app_role()) = 'portal_team' AND type IN ('asked', 'withdrawn') OR (SELECT app_role()) = 'mco' AND type = 'answered')
    AND EXISTS (SELECT 1 FROM plan_requests r WHERE r.id = request_id));
GRANT SELECT, INSERT ON plan_requests, plan_request_events TO portal_web, portal_worker;
GRANT UPDATE (status, ended_at, ended_on, event_count, last_hash) ON plan_requests TO portal_web, portal_worker;
GRANT USAGE ON SEQUENCE plan_request_numbers TO portal_web;

-- That a plan has answered is told to the Portal Team, whose address every transaction knows.
CREATE POLICY plan_answers_request ON outbox FOR INSERT TO portal_web
  WITH CHECK ((SELECT app_role()) = 'mco' AND ticket_id IS NULL AND recipient_id IS NULL AND kind = 'plan-request-answered');

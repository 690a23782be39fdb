-- The portal's tables, what must never be false in them, and who may see which row.

CREATE TABLE "organizations" (
    "id" uuid NOT NULL,
    "kind" text NOT NULL,
    "name" text NOT NULL,
    "plan_code" text,
    "is_billing_agent" boolean NOT NULL DEFAULT false,
    "npi" text,
    "medicaid_id" text,
    "created_at" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "billing_agent_grants" (
    "agent_id" uuid NOT NULL,
    "client_id" uuid NOT NULL,
    "granted_at" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" timestamptz(6),

    CONSTRAINT "billing_agent_grants_pkey" PRIMARY KEY ("agent_id", "client_id")
);

CREATE TABLE "facilities" (
    "id" uuid NOT NULL,
    "organization_id" uuid NOT NULL,
    "name" text NOT NULL,
    "npi" text,
    "medicaid_id" text,

    CONSTRAINT "facilities_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "people" (
    "id" uuid NOT NULL,
    "email" text NOT NULL,
    "name" text NOT NULL,
    "phone" text,
    "password_hash" text,
    "created_at" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" timestamptz(6),

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "memberships" (
    "id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "organization_id" uuid NOT NULL,
    "role" text NOT NULL,
    "is_org_admin" boolean NOT NULL DEFAULT false,
    "is_primary" boolean NOT NULL DEFAULT false,
    "started_at" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" timestamptz(6),

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "account_manager_plans" (
    "person_id" uuid NOT NULL,
    "plan_code" text NOT NULL,
    "assigned_at" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_manager_plans_pkey" PRIMARY KEY ("person_id", "plan_code")
);

CREATE TABLE "sessions" (
    "id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "membership_id" uuid NOT NULL,
    "method" text NOT NULL DEFAULT 'password',
    "second_factor_at" timestamptz(6),
    "created_at" timestamptz(6) NOT NULL,
    "expires_at" timestamptz(6) NOT NULL,
    "revoked_at" timestamptz(6),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "password_links" (
    "token_hash" text NOT NULL,
    "person_id" uuid NOT NULL,
    "created_at" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" timestamptz(6) NOT NULL,
    "used_at" timestamptz(6),

    CONSTRAINT "password_links_pkey" PRIMARY KEY ("token_hash")
);

CREATE TABLE "rate_limits" (
    "key" varchar(255) NOT NULL,
    "points" integer NOT NULL,
    "expire" bigint,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

CREATE TABLE "plans" (
    "code" text NOT NULL,
    "name" text NOT NULL,
    "short_name" text NOT NULL,
    "valid_from" date NOT NULL,
    "valid_to" date,
    "succeeded_by" text,

    CONSTRAINT "plans_pkey" PRIMARY KEY ("code")
);

CREATE TABLE "programs" (
    "code" text NOT NULL,
    "name" text NOT NULL,

    CONSTRAINT "programs_pkey" PRIMARY KEY ("code")
);

CREATE TABLE "plan_programs" (
    "plan_code" text NOT NULL,
    "program_code" text NOT NULL,
    "valid_from" date NOT NULL,
    "valid_to" date,

    CONSTRAINT "plan_programs_pkey" PRIMARY KEY ("plan_code", "program_code", "valid_from")
);

CREATE TABLE "issue_types" (
    "code" text NOT NULL,
    "name" text NOT NULL,
    "needs_claim_lines" boolean NOT NULL,
    "position" integer NOT NULL,

    CONSTRAINT "issue_types_pkey" PRIMARY KEY ("code")
);

CREATE TABLE "rule_sets" (
    "version" integer NOT NULL,
    "effective_on" date NOT NULL,
    "label" text NOT NULL,
    "fine_amount_cents" bigint NOT NULL,
    "rules" jsonb NOT NULL,

    CONSTRAINT "rule_sets_pkey" PRIMARY KEY ("version")
);

CREATE TABLE "holiday_versions" (
    "version" integer NOT NULL,
    "first_year" integer NOT NULL,
    "last_year" integer NOT NULL,
    "note" text NOT NULL,
    "created_at" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "holiday_versions_pkey" PRIMARY KEY ("version")
);

CREATE TABLE "holidays" (
    "version" integer NOT NULL,
    "on" date NOT NULL,
    "name" text NOT NULL,
    "confirmed" boolean NOT NULL,

    CONSTRAINT "holidays_pkey" PRIMARY KEY ("version", "on")
);

CREATE TABLE "settings" (
    "key" text NOT NULL,
    "value" text NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

CREATE TABLE "sandbox_marker" (
    "is_only" boolean NOT NULL DEFAULT true,
    "created_at" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "anchor_real_at" timestamptz(6) NOT NULL,
    "anchor_portal_at" timestamptz(6) NOT NULL,

    CONSTRAINT "sandbox_marker_pkey" PRIMARY KEY ("is_only")
);

CREATE TABLE "ticket_counters" (
    "year" integer NOT NULL,
    "last" integer NOT NULL,

    CONSTRAINT "ticket_counters_pkey" PRIMARY KEY ("year")
);

CREATE TABLE "tickets" (
    "id" uuid NOT NULL,
    "number" text NOT NULL,
    "version" integer NOT NULL,
    "status" text NOT NULL,
    "close_reason" text,
    "closed_on" date,
    "organization_id" uuid NOT NULL,
    "organization_name" text NOT NULL,
    "facility_id" uuid,
    "facility_name" text,
    "filed_by_organization_id" uuid NOT NULL,
    "filed_by_id" uuid NOT NULL,
    "contact_id" uuid NOT NULL,
    "contact_name" text NOT NULL,
    "contact_phone" text NOT NULL,
    "contact_email" text NOT NULL,
    "plan_code" text NOT NULL,
    "program_code" text NOT NULL,
    "issue_type_code" text NOT NULL,
    "tracking_number" text NOT NULL,
    "grounds" text NOT NULL,
    "what_happened" text NOT NULL,
    "desired_outcome" text NOT NULL,
    "npi" text,
    "is_urgent" boolean NOT NULL DEFAULT false,
    "received_by_mco_on" date NOT NULL,
    "filed_at" timestamptz(6) NOT NULL,
    "received_on" date NOT NULL,
    "first_received_on" date NOT NULL,
    "refiles_ticket_id" uuid,
    "claim_count" integer NOT NULL,
    "disputed_cents" bigint NOT NULL,
    "rule_set_version" integer NOT NULL,
    "presented_on" date,
    "mco_assignee_id" uuid,
    "mco_assignee_name" text,
    "state_assignee_id" uuid,
    "state_assignee_name" text,
    "sme_id" uuid,
    "responded_on" date,
    "responded_late" boolean NOT NULL DEFAULT false,
    "response_decision" text,
    "response_notice" text NOT NULL DEFAULT 'none',
    "alerted_on" date,
    "extension_state" text NOT NULL DEFAULT 'none',
    "response_due_on" date,
    "turn_due_on" date,
    "event_count" integer NOT NULL,
    "last_hash" text NOT NULL,
    "updated_at" timestamptz(6) NOT NULL,

    CONSTRAINT "tickets_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "claim_lines" (
    "ticket_id" uuid NOT NULL,
    "line_no" integer NOT NULL,
    "member_name" text NOT NULL,
    "rin" text NOT NULL,
    "service_from" date NOT NULL,
    "service_to" date NOT NULL,
    "claim_number" text NOT NULL,
    "billed_cents" bigint NOT NULL,
    "paid_cents" bigint,
    "disputed_cents" bigint NOT NULL,
    "denial_code" text,
    "mco_outcome" text,
    "mco_amount_cents" bigint,

    CONSTRAINT "claim_lines_pkey" PRIMARY KEY ("ticket_id", "line_no")
);

CREATE TABLE "clocks" (
    "id" uuid NOT NULL,
    "ticket_id" uuid NOT NULL,
    "rule_id" text NOT NULL,
    "kind" text NOT NULL,
    "owed_by" text NOT NULL,
    "subject" text NOT NULL DEFAULT '',
    "day_0" date NOT NULL,
    "due_on" date NOT NULL,
    "steps" jsonb NOT NULL,
    "rule_set_version" integer NOT NULL,
    "holiday_version" integer NOT NULL,
    "rests_on_unconfirmed" boolean NOT NULL DEFAULT false,
    "started_at" timestamptz(6) NOT NULL,
    "ended_on" date,
    "end_reason" text,
    "overdue_on" date,

    CONSTRAINT "clocks_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ticket_events" (
    "ticket_id" uuid NOT NULL,
    "seq" integer NOT NULL,
    "type" text NOT NULL,
    "audience" text NOT NULL,
    "actor_id" uuid,
    "actor_name" text NOT NULL,
    "actor_role" text NOT NULL,
    "actor_organization" text NOT NULL,
    "from_status" text,
    "to_status" text NOT NULL,
    "data" jsonb NOT NULL,
    "clocks" jsonb NOT NULL,
    "effective_on" date NOT NULL,
    "recorded_at" timestamptz(6) NOT NULL,
    "prev_hash" text NOT NULL,
    "hash" text NOT NULL,

    CONSTRAINT "ticket_events_pkey" PRIMARY KEY ("ticket_id", "seq")
);

CREATE TABLE "fines" (
    "id" uuid NOT NULL,
    "ticket_id" uuid NOT NULL,
    "plan_code" text NOT NULL,
    "clock_id" uuid NOT NULL,
    "status" text NOT NULL,
    "amount_cents" bigint NOT NULL,
    "due_on" date NOT NULL,
    "rule_set_version" integer NOT NULL,
    "proposed_on" date NOT NULL,
    "decided_on" date,
    "decided_by_id" uuid,
    "decided_by_name" text,
    "reason" text,
    "issued_on" date,
    "quarter" text,

    CONSTRAINT "fines_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "complaint_drafts" (
    "id" uuid NOT NULL,
    "organization_id" uuid NOT NULL,
    "created_by_id" uuid NOT NULL,
    "data" jsonb NOT NULL,
    "version" integer NOT NULL,
    "refiles_ticket_id" uuid,
    "remind_on" date,
    "created_at" timestamptz(6) NOT NULL,
    "updated_at" timestamptz(6) NOT NULL,

    CONSTRAINT "complaint_drafts_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "answer_drafts" (
    "ticket_id" uuid NOT NULL,
    "plan_code" text NOT NULL,
    "data" jsonb NOT NULL,
    "version" integer NOT NULL,
    "updated_by_id" uuid NOT NULL,
    "updated_by_name" text NOT NULL,
    "updated_at" timestamptz(6) NOT NULL,

    CONSTRAINT "answer_drafts_pkey" PRIMARY KEY ("ticket_id")
);

CREATE TABLE "no_number_reports" (
    "id" uuid NOT NULL,
    "organization_id" uuid NOT NULL,
    "organization_name" text NOT NULL,
    "plan_code" text NOT NULL,
    "reported_by_id" uuid NOT NULL,
    "reported_by_name" text NOT NULL,
    "asked_on" date NOT NULL,
    "reported_at" timestamptz(6) NOT NULL,
    "draft_id" uuid,
    "settled_at" timestamptz(6),
    "settled_by_id" uuid,

    CONSTRAINT "no_number_reports_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "command_receipts" (
    "person_id" uuid NOT NULL,
    "key" text NOT NULL,
    "action" text NOT NULL,
    "ticket_id" uuid,
    "outcome" jsonb NOT NULL,
    "recorded_at" timestamptz(6) NOT NULL,

    CONSTRAINT "command_receipts_pkey" PRIMARY KEY ("person_id", "key")
);

CREATE TABLE "outbox" (
    "id" uuid NOT NULL,
    "kind" text NOT NULL,
    "ticket_id" uuid,
    "event_seq" integer,
    "recipient_id" uuid,
    "recipient_name" text NOT NULL,
    "to_address" text NOT NULL,
    "subject" text NOT NULL,
    "text" text NOT NULL,
    "html" text,
    "message_id" text NOT NULL,
    "unique_key" text,
    "clock_role" text,
    "enqueued_at" timestamptz(6) NOT NULL,
    "status" text NOT NULL DEFAULT 'queued',
    "attempts" integer NOT NULL DEFAULT 0,
    "last_attempt_at" timestamptz(6),
    "server_reply" text,
    "accepted_at" timestamptz(6),
    "sent_again_as" uuid,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ticket_views" (
    "ticket_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "hour" timestamptz(6) NOT NULL,
    "person_name" text NOT NULL,
    "role" text NOT NULL,
    "organization_id" uuid NOT NULL,

    CONSTRAINT "ticket_views_pkey" PRIMARY KEY ("ticket_id", "person_id", "hour")
);

CREATE UNIQUE INDEX "organizations_plan_code_key" ON "organizations"("plan_code");
CREATE INDEX "organizations_kind_name_idx" ON "organizations"("kind", "name");
CREATE UNIQUE INDEX "facilities_id_organization_id_key" ON "facilities"("id", "organization_id");
CREATE INDEX "facilities_organization_id_name_idx" ON "facilities"("organization_id", "name");
CREATE UNIQUE INDEX "people_email_key" ON "people"("email");
CREATE INDEX "memberships_organization_id_person_id_idx" ON "memberships"("organization_id", "person_id");
CREATE INDEX "memberships_person_id_idx" ON "memberships"("person_id");
CREATE INDEX "account_manager_plans_plan_code_idx" ON "account_manager_plans"("plan_code");
CREATE INDEX "sessions_person_id_idx" ON "sessions"("person_id");
CREATE INDEX "password_links_person_id_idx" ON "password_links"("person_id");
CREATE UNIQUE INDEX "tickets_number_key" ON "tickets"("number");
CREATE INDEX "tickets_organization_id_status_turn_due_on_id_idx" ON "tickets"("organization_id", "status", "turn_due_on", "id");
CREATE INDEX "tickets_filed_by_organization_id_status_turn_due_on_id_idx" ON "tickets"("filed_by_organization_id", "status", "turn_due_on", "id");
CREATE INDEX "tickets_plan_code_status_response_due_on_id_idx" ON "tickets"("plan_code", "status", "response_due_on", "id");
CREATE INDEX "tickets_plan_code_status_turn_due_on_id_idx" ON "tickets"("plan_code", "status", "turn_due_on", "id");
CREATE INDEX "tickets_status_turn_due_on_id_idx" ON "tickets"("status", "turn_due_on", "id");
CREATE INDEX "tickets_plan_code_tracking_number_idx" ON "tickets"("plan_code", "tracking_number");
CREATE INDEX "tickets_filed_at_id_idx" ON "tickets"("filed_at", "id");
CREATE INDEX "tickets_refiles_ticket_id_idx" ON "tickets"("refiles_ticket_id");
CREATE INDEX "clocks_ticket_id_idx" ON "clocks"("ticket_id");
CREATE INDEX "fines_status_due_on_id_idx" ON "fines"("status", "due_on", "id");
CREATE INDEX "fines_plan_code_status_issued_on_idx" ON "fines"("plan_code", "status", "issued_on");
CREATE INDEX "fines_ticket_id_idx" ON "fines"("ticket_id");
CREATE INDEX "complaint_drafts_organization_id_updated_at_idx" ON "complaint_drafts"("organization_id", "updated_at");
CREATE INDEX "complaint_drafts_remind_on_idx" ON "complaint_drafts"("remind_on");
CREATE INDEX "complaint_drafts_updated_at_idx" ON "complaint_drafts"("updated_at");
CREATE INDEX "no_number_reports_settled_at_reported_at_idx" ON "no_number_reports"("settled_at", "reported_at");
CREATE INDEX "no_number_reports_plan_code_idx" ON "no_number_reports"("plan_code");
CREATE INDEX "command_receipts_recorded_at_idx" ON "command_receipts"("recorded_at");
CREATE UNIQUE INDEX "outbox_message_id_key" ON "outbox"("message_id");
CREATE UNIQUE INDEX "outbox_unique_key_key" ON "outbox"("unique_key");
CREATE INDEX "outbox_ticket_id_idx" ON "outbox"("ticket_id");
CREATE INDEX "outbox_status_enqueued_at_idx" ON "outbox"("status", "enqueued_at");

ALTER TABLE "organizations" ADD CONSTRAINT "organizations_plan_code_fkey" FOREIGN KEY ("plan_code") REFERENCES "plans"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "billing_agent_grants" ADD CONSTRAINT "billing_agent_grants_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "billing_agent_grants" ADD CONSTRAINT "billing_agent_grants_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "facilities" ADD CONSTRAINT "facilities_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "account_manager_plans" ADD CONSTRAINT "account_manager_plans_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "account_manager_plans" ADD CONSTRAINT "account_manager_plans_plan_code_fkey" FOREIGN KEY ("plan_code") REFERENCES "plans"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plans" ADD CONSTRAINT "plans_succeeded_by_fkey" FOREIGN KEY ("succeeded_by") REFERENCES "plans"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_programs" ADD CONSTRAINT "plan_programs_plan_code_fkey" FOREIGN KEY ("plan_code") REFERENCES "plans"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_programs" ADD CONSTRAINT "plan_programs_program_code_fkey" FOREIGN KEY ("program_code") REFERENCES "programs"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "holidays" ADD CONSTRAINT "holidays_version_fkey" FOREIGN KEY ("version") REFERENCES "holiday_versions"("version") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim_lines" ADD CONSTRAINT "claim_lines_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ticket_events" ADD CONSTRAINT "ticket_events_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "fines" ADD CONSTRAINT "fines_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- What must never be false
-- ---------------------------------------------------------------------------------------------------------------

ALTER TABLE organizations
  ADD CONSTRAINT organizations_kind_known CHECK (kind IN ('provider', 'mco', 'portal_team', 'hfs')),
  ADD CONSTRAINT organizations_plan_iff_mco CHECK ((kind = 'mco') = (plan_code IS NOT NULL));

ALTER TABLE people ADD CONSTRAINT people_email_lower CHECK (email = lower(email) AND email LIKE '%_@_%');

ALTER TABLE memberships
  ADD CONSTRAINT memberships_role_known CHECK (role IN ('provider', 'mco', 'portal_team', 'account_manager', 'sme', 'administration')),
  ADD CONSTRAINT memberships_primary_is_mco CHECK (NOT is_primary OR role = 'mco'),
  ADD CONSTRAINT memberships_admin_of_party CHECK (NOT is_org_admin OR role IN ('provider', 'mco'));
-- A person acts for one organization at a time.
CREATE UNIQUE INDEX memberships_one_active_key ON memberships (person_id) WHERE ended_at IS NULL;

ALTER TABLE plans ADD CONSTRAINT plans_dates CHECK (valid_to IS NULL OR valid_to >= valid_from);
ALTER TABLE plan_programs ADD CONSTRAINT plan_programs_dates CHECK (valid_to IS NULL OR valid_to >= valid_from);
ALTER TABLE rule_sets ADD CONSTRAINT rule_sets_amount CHECK (fine_amount_cents > 0);
ALTER TABLE holidays ADD CONSTRAINT holidays_named CHECK (name <> '');
ALTER TABLE sandbox_marker ADD CONSTRAINT sandbox_marker_one_row CHECK (is_only);

ALTER TABLE tickets
  ADD CONSTRAINT tickets_number_form CHECK (number ~ '^PRP-[0-9]{4}-[0-9]{5,}$'),
  ADD CONSTRAINT tickets_status_known CHECK (status IN ('submitted', 'presented', 'responded', 'contested',
    'review_requested', 'administrative_review', 'decided', 'closed')),
  ADD CONSTRAINT tickets_reason_known CHECK (close_reason IN ('premature', 'untimely', 'incomplete', 'out_of_scope',
    'duplicate', 'withdrawn', 'accepted', 'resolved', 'not_contested', 'review_not_requested', 'hfs_decision')),
  ADD CONSTRAINT tickets_closed_iff_reason CHECK ((status = 'closed') = (close_reason IS NOT NULL)),
  ADD CONSTRAINT tickets_closed_iff_date CHECK ((status = 'closed') = (closed_on IS NOT NULL)),
  ADD CONSTRAINT tickets_presented_after_submitted CHECK (
    CASE WHEN status = 'submitted' THEN presented_on IS NULL WHEN status = 'closed' THEN true ELSE presented_on IS NOT NULL END),
  ADD CONSTRAINT tickets_response_whole CHECK ((responded_on IS NULL) = (response_decision IS NULL)),
  ADD CONSTRAINT tickets_response_decision_known CHECK (response_decision IN ('upheld', 'overturned')),
  ADD CONSTRAINT tickets_responded_has_response CHECK (status <> 'responded' OR responded_on IS NOT NULL),
  ADD CONSTRAINT tickets_notice_known CHECK (response_notice IN ('none', 'pending', 'accepted', 'failed', 'seen')),
  ADD CONSTRAINT tickets_extension_known CHECK (extension_state IN ('none', 'pending', 'approved', 'denied')),
  ADD CONSTRAINT tickets_grounds_known CHECK (grounds IN ('disagrees', 'no_timely_response')),
  ADD CONSTRAINT tickets_tracking_number_form CHECK (tracking_number ~ '^[A-Za-z0-9._/-]{1,40}$'
    AND tracking_number !~ '^[0-9]{3}-[0-9]{2}-[0-9]{4}$'),
  ADD CONSTRAINT tickets_npi_form CHECK (npi ~ '^[0-9]{10}$'),
  ADD CONSTRAINT tickets_dates CHECK (received_by_mco_on >= DATE '2020-01-01' AND received_by_mco_on <= received_on
    AND first_received_on <= received_on AND (presented_on IS NULL OR presented_on >= received_on)),
  ADD CONSTRAINT tickets_counts CHECK (version >= 1 AND event_count >= 1 AND claim_count >= 0 AND disputed_cents >= 0),
  ADD CONSTRAINT tickets_organization_fkey FOREIGN KEY (organization_id) REFERENCES organizations (id),
  ADD CONSTRAINT tickets_facility_fkey FOREIGN KEY (facility_id, organization_id) REFERENCES facilities (id, organization_id),
  ADD CONSTRAINT tickets_filed_by_organization_fkey FOREIGN KEY (filed_by_organization_id) REFERENCES organizations (id),
  ADD CONSTRAINT tickets_filed_by_fkey FOREIGN KEY (filed_by_id) REFERENCES people (id),
  ADD CONSTRAINT tickets_contact_fkey FOREIGN KEY (contact_id) REFERENCES people (id),
  ADD CONSTRAINT tickets_mco_assignee_fkey FOREIGN KEY (mco_assignee_id) REFERENCES people (id),
  ADD CONSTRAINT tickets_state_assignee_fkey FOREIGN KEY (state_assignee_id) REFERENCES people (id),
  ADD CONSTRAINT tickets_sme_fkey FOREIGN KEY (sme_id) REFERENCES people (id),
  ADD CONSTRAINT tickets_plan_fkey FOREIGN KEY (plan_code) REFERENCES plans (code),
  ADD CONSTRAINT tickets_program_fkey FOREIGN KEY (program_code) REFERENCES programs (code),
  ADD CONSTRAINT tickets_issue_type_fkey FOREIGN KEY (issue_type_code) REFERENCES issue_types (code),
  ADD CONSTRAINT tickets_rule_set_fkey FOREIGN KEY (rule_set_version) REFERENCES rule_sets (version),
  ADD CONSTRAINT tickets_refiles_fkey FOREIGN KEY (refiles_ticket_id) REFERENCES tickets (id);

ALTER TABLE claim_lines
  ADD CONSTRAINT claim_lines_rin_form CHECK (rin ~ '^[0-9]{9}$'),
  ADD CONSTRAINT claim_lines_service CHECK (service_to >= service_from),
  ADD CONSTRAINT claim_lines_money CHECK (billed_cents >= 0 AND disputed_cents >= 0
    AND (paid_cents IS NULL OR paid_cents >= 0) AND (mco_amount_cents IS NULL OR mco_amount_cents >= 0)),
  ADD CONSTRAINT claim_lines_outcome CHECK (mco_outcome IN ('will_pay', 'will_pay_in_part', 'upheld')),
  ADD CONSTRAINT claim_lines_outcome_amount CHECK ((mco_outcome IS NULL) = (mco_amount_cents IS NULL));

ALTER TABLE clocks
  ADD CONSTRAINT clocks_kind_known CHECK (kind IN ('duty', 'window', 'target')),
  ADD CONSTRAINT clocks_owed_by_known CHECK (owed_by IN ('provider', 'mco', 'portal_team', 'hfs')),
  ADD CONSTRAINT clocks_end_has_reason CHECK ((ended_on IS NULL) = (end_reason IS NULL)),
  ADD CONSTRAINT clocks_reason_known CHECK (end_reason IN ('met', 'met_late', 'lapsed', 'superseded', 'stopped')),
  ADD CONSTRAINT clocks_lapse_is_window CHECK (end_reason <> 'lapsed' OR kind = 'window'),
  ADD CONSTRAINT clocks_overdue_is_duty CHECK (overdue_on IS NULL OR (kind = 'duty' AND overdue_on > due_on)),
  ADD CONSTRAINT clocks_due_after_start CHECK (due_on >= day_0),
  ADD CONSTRAINT clocks_rule_set_fkey FOREIGN KEY (rule_set_version) REFERENCES rule_sets (version),
  ADD CONSTRAINT clocks_holidays_fkey FOREIGN KEY (holiday_version) REFERENCES holiday_versions (version);
-- No clock is doubled: one open clock per ticket, rule, party and subject.
CREATE UNIQUE INDEX clocks_one_open_key ON clocks (ticket_id, rule_id, owed_by, subject) WHERE ended_on IS NULL;
-- The sweeps read only what is open and not yet marked.
CREATE INDEX clocks_open_due_idx ON clocks (due_on, id) WHERE ended_on IS NULL AND overdue_on IS NULL;

ALTER TABLE ticket_events
  ADD CONSTRAINT ticket_events_audience_known CHECK (audience IN ('parties', 'provider', 'mco', 'state')),
  ADD CONSTRAINT ticket_events_seq CHECK (seq >= 1),
  ADD CONSTRAINT ticket_events_hash_form CHECK (hash ~ '^[0-9a-f]{64}$' AND prev_hash ~ '^[0-9a-f]{64}$');

ALTER TABLE fines
  ADD CONSTRAINT fines_status_known CHECK (status IN ('proposed', 'issued', 'waived', 'void', 'rescinded')),
  ADD CONSTRAINT fines_amount CHECK (amount_cents > 0),
  ADD CONSTRAINT fines_proposed_after_due CHECK (proposed_on > due_on),
  ADD CONSTRAINT fines_issued_whole CHECK ((status IN ('issued', 'rescinded')) = (issued_on IS NOT NULL AND quarter IS NOT NULL)),
  ADD CONSTRAINT fines_reason CHECK (status NOT IN ('waived', 'rescinded') OR reason <> ''),
  ADD CONSTRAINT fines_decided CHECK ((status IN ('proposed')) = (decided_on IS NULL)),
  ADD CONSTRAINT fines_plan_fkey FOREIGN KEY (plan_code) REFERENCES plans (code),
  ADD CONSTRAINT fines_clock_fkey FOREIGN KEY (clock_id) REFERENCES clocks (id),
  ADD CONSTRAINT fines_rule_set_fkey FOREIGN KEY (rule_set_version) REFERENCES rule_sets (version);
-- D11: at most one fine per ticket that is not void.
CREATE UNIQUE INDEX fines_one_per_ticket_key ON fines (ticket_id) WHERE status <> 'void';

ALTER TABLE complaint_drafts
  ADD CONSTRAINT complaint_drafts_organization_fkey FOREIGN KEY (organization_id) REFERENCES organizations (id),
  ADD CONSTRAINT complaint_drafts_author_fkey FOREIGN KEY (created_by_id) REFERENCES people (id),
  ADD CONSTRAINT complaint_drafts_refiles_fkey FOREIGN KEY (refiles_ticket_id) REFERENCES tickets (id);
ALTER TABLE answer_drafts ADD CONSTRAINT answer_drafts_ticket_fkey FOREIGN KEY (ticket_id) REFERENCES tickets (id);
ALTER TABLE no_number_reports
  ADD CONSTRAINT no_number_reports_organization_fkey FOREIGN KEY (organization_id) REFERENCES organizations (id),
  ADD CONSTRAINT no_number_reports_plan_fkey FOREIGN KEY (plan_code) REFERENCES plans (code),
  ADD CONSTRAINT no_number_reports_settled_whole CHECK ((settled_at IS NULL) = (settled_by_id IS NULL));

ALTER TABLE outbox
  ADD CONSTRAINT outbox_status_known CHECK (status IN ('queued', 'accepted', 'failed')),
  ADD CONSTRAINT outbox_accepted_iff_date CHECK ((status = 'accepted') = (accepted_at IS NOT NULL)),
  ADD CONSTRAINT outbox_clock_role_known CHECK (clock_role IN ('response-notice')),
  ADD CONSTRAINT outbox_ticket_fkey FOREIGN KEY (ticket_id) REFERENCES tickets (id),
  ADD CONSTRAINT outbox_sent_again_fkey FOREIGN KEY (sent_again_as) REFERENCES outbox (id);
CREATE INDEX outbox_failed_idx ON outbox (enqueued_at, id) WHERE status = 'failed' AND sent_again_as IS NULL;

ALTER TABLE sessions
  ADD CONSTRAINT sessions_person_fkey FOREIGN KEY (person_id) REFERENCES people (id),
  ADD CONSTRAINT sessions_membership_fkey FOREIGN KEY (membership_id) REFERENCES memberships (id),
  ADD CONSTRAINT sessions_method_known CHECK (method IN ('password', 'single_sign_on'));
ALTER TABLE password_links ADD CONSTRAINT password_links_person_fkey FOREIGN KEY (person_id) REFERENCES people (id);
ALTER TABLE ticket_views
  ADD CONSTRAINT ticket_views_ticket_fkey FOREIGN KEY (ticket_id) REFERENCES tickets (id),
  ADD CONSTRAINT ticket_views_person_fkey FOREIGN KEY (person_id) REFERENCES people (id);

-- ---------------------------------------------------------------------------------------------------------------
-- The history only grows: nobody, the owner included, changes or removes what is recorded.
-- ---------------------------------------------------------------------------------------------------------------

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: this record only grows', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER ticket_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ticket_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ticket_views_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ticket_views
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------------------------
-- Who acts: set for each transaction by asActor, read by every policy. Unset means nobody, who sees nothing.
-- ---------------------------------------------------------------------------------------------------------------

CREATE FUNCTION app_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
CREATE FUNCTION app_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(current_setting('app.role', true), '') $$;
CREATE FUNCTION app_org() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.org_id', true), '')::uuid $$;
CREATE FUNCTION app_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.today', true), '')::date $$;
-- The ticket that the running command has locked within its actor's scope; only the door sets it.
CREATE FUNCTION app_door() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.door', true), '')::uuid $$;
CREATE FUNCTION app_is_state() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT app_role() IN ('portal_team', 'account_manager', 'sme', 'administration') $$;

-- The portal's time at a real instant: the same, but in a sandbox shifted by its movable clock, which stops where the
-- holiday table ends.
CREATE FUNCTION portal_time(p_real timestamptz) RETURNS timestamptz LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT least(m.anchor_portal_at + (p_real - m.anchor_real_at),
      (make_date((SELECT v.last_year FROM holiday_versions v ORDER BY v.version DESC LIMIT 1) + 1, 1, 1)::timestamp
        AT TIME ZONE 'America/Chicago') - interval '1 second')
    FROM sandbox_marker m), p_real) $$;

-- The plans whose tickets the actor has: a plan's staff their own and, from the day after a plan's end, those of
-- the plans that theirs succeeded (D20); an Account Manager the assigned ones and what these succeeded.
CREATE FUNCTION app_plans() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE mine(code) AS (
    SELECT p.code FROM organizations o JOIN plans p ON p.code = o.plan_code
      WHERE app_role() = 'mco' AND o.id = app_org()
        AND NOT (p.valid_to IS NOT NULL AND p.valid_to < app_today() AND p.succeeded_by IS NOT NULL)
    UNION
    SELECT a.plan_code FROM account_manager_plans a WHERE app_role() = 'account_manager' AND a.person_id = app_user()
    UNION
    SELECT p.code FROM plans p JOIN mine m ON p.succeeded_by = m.code WHERE p.valid_to < app_today()
  ) SELECT coalesce(array_agg(code), '{}') FROM mine $$;

-- A billing agent's clients that granted it access.
CREATE FUNCTION app_clients() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(client_id), '{}') FROM billing_agent_grants
    WHERE app_role() = 'provider' AND agent_id = app_org() AND ended_at IS NULL $$;

-- ---------------------------------------------------------------------------------------------------------------
-- Row-level security. portal_web acts for people, portal_worker as the system, portal_public sees published tables.
-- ---------------------------------------------------------------------------------------------------------------

ALTER TABLE organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_agent_grants ENABLE ROW LEVEL SECURITY;
ALTER TABLE facilities ENABLE ROW LEVEL SECURITY;
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
ALTER TABLE memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_manager_plans ENABLE ROW LEVEL SECURITY;
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE password_links ENABLE ROW LEVEL SECURITY;
ALTER TABLE tickets ENABLE ROW LEVEL SECURITY;
ALTER TABLE claim_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE clocks ENABLE ROW LEVEL SECURITY;
ALTER TABLE ticket_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE fines ENABLE ROW LEVEL SECURITY;
ALTER TABLE complaint_drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE answer_drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE no_number_reports ENABLE ROW LEVEL SECURITY;
ALTER TABLE command_receipts ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE ticket_views ENABLE ROW LEVEL SECURITY;

-- The system's jobs: portal_worker alone, and only when it says that it acts as the system.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['organizations', 'billing_agent_grants', 'facilities', 'people', 'memberships',
    'account_manager_plans', 'sessions', 'tickets', 'claim_lines', 'clocks', 'ticket_events', 'fines', 'complaint_drafts',
    'answer_drafts', 'no_number_reports', 'command_receipts', 'outbox', 'ticket_views'] LOOP
    EXECUTE format('CREATE POLICY system_all ON %I TO portal_worker USING ((SELECT app_role()) = ''system'') WITH CHECK ((SELECT app_role()) = ''system'')', t);
  END LOOP;
END $$;

-- People and organizations: one's own, a billing agent's clients; State staff see all.
CREATE POLICY own ON organizations FOR SELECT TO portal_web
  USING ((SELECT app_is_state()) OR id = (SELECT app_org()) OR id = ANY ((SELECT app_clients())::uuid[]));
CREATE POLICY own ON billing_agent_grants FOR SELECT TO portal_web
  USING ((SELECT app_is_state()) OR agent_id = (SELECT app_org()) OR client_id = (SELECT app_org()));
CREATE POLICY own ON facilities FOR SELECT TO portal_web
  USING ((SELECT app_is_state()) OR organization_id = (SELECT app_org()) OR organization_id = ANY ((SELECT app_clients())::uuid[]));
CREATE POLICY own ON memberships FOR SELECT TO portal_web
  USING ((SELECT app_is_state()) OR organization_id = (SELECT app_org()));
CREATE POLICY own ON people FOR SELECT TO portal_web
  USING ((SELECT app_is_state()) OR id = (SELECT app_user())
    OR EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = people.id AND m.organization_id = (SELECT app_org())));
CREATE POLICY own ON account_manager_plans FOR SELECT TO portal_web USING ((SELECT app_is_state()));

-- Tickets: one policy per role (lifecycle, "Roles"). A plan and its Account Manager see one from presentation on.
CREATE POLICY provider_own ON tickets TO portal_web
  USING ((SELECT app_role()) = 'provider' AND (organization_id = (SELECT app_org())
    OR filed_by_organization_id = (SELECT app_org()) OR organization_id = ANY ((SELECT app_clients())::uuid[])));
CREATE POLICY plan_own ON tickets TO portal_web
  USING ((SELECT app_role()) IN ('mco', 'account_manager') AND presented_on IS NOT NULL
    AND plan_code = ANY ((SELECT app_plans())::text[]));
CREATE POLICY state_all ON tickets TO portal_web
  USING ((SELECT app_role()) IN ('portal_team', 'administration'));
CREATE POLICY sme_referred ON tickets TO portal_web
  USING ((SELECT app_role()) = 'sme' AND sme_id = (SELECT app_user()));

-- What hangs on a ticket is seen with it; it is written by the command that holds the ticket's lock.
CREATE POLICY with_ticket ON claim_lines FOR SELECT TO portal_web
  USING (EXISTS (SELECT 1 FROM tickets t WHERE t.id = ticket_id));
CREATE POLICY door ON claim_lines TO portal_web USING (ticket_id = (SELECT app_door()));
CREATE POLICY with_ticket ON clocks FOR SELECT TO portal_web
  USING (EXISTS (SELECT 1 FROM tickets t WHERE t.id = ticket_id));
CREATE POLICY door ON clocks TO portal_web USING (ticket_id = (SELECT app_door()));
CREATE POLICY with_ticket ON ticket_events FOR SELECT TO portal_web
  USING (EXISTS (SELECT 1 FROM tickets t WHERE t.id = ticket_id)
    AND (audience = 'parties' OR (SELECT app_is_state()) OR audience = (SELECT app_role())));
CREATE POLICY door ON ticket_events FOR INSERT TO portal_web WITH CHECK (ticket_id = (SELECT app_door()));
-- A plan never sees a fine that is only proposed; a provider sees none.
CREATE POLICY with_ticket ON fines FOR SELECT TO portal_web
  USING (((SELECT app_is_state()) OR ((SELECT app_role()) = 'mco' AND status IN ('issued', 'rescinded')))
    AND EXISTS (SELECT 1 FROM tickets t WHERE t.id = ticket_id));
CREATE POLICY door ON fines TO portal_web USING (ticket_id = (SELECT app_door()));
CREATE POLICY state_reads ON outbox FOR SELECT TO portal_web
  USING ((SELECT app_role()) IN ('portal_team', 'administration'));
CREATE POLICY door ON outbox TO portal_web USING (ticket_id = (SELECT app_door()));
-- Mail about no ticket that could not be delivered is sent again by the Portal Team.
CREATE POLICY portal_team_resends ON outbox TO portal_web
  USING ((SELECT app_role()) = 'portal_team' AND ticket_id IS NULL);

CREATE POLICY own ON complaint_drafts TO portal_web
  USING ((SELECT app_role()) = 'provider' AND organization_id = (SELECT app_org()));
CREATE POLICY own ON answer_drafts TO portal_web
  USING ((SELECT app_role()) = 'mco' AND plan_code = ANY ((SELECT app_plans())::text[])
    AND EXISTS (SELECT 1 FROM tickets t WHERE t.id = ticket_id AND t.plan_code = answer_drafts.plan_code));
CREATE POLICY own ON no_number_reports TO portal_web
  USING ((SELECT app_role()) = 'provider' AND organization_id = (SELECT app_org()));
CREATE POLICY state_all ON no_number_reports TO portal_web
  USING ((SELECT app_role()) IN ('portal_team', 'administration'));
CREATE POLICY own ON command_receipts TO portal_web USING (person_id = (SELECT app_user()));

CREATE POLICY own_views ON ticket_views FOR SELECT TO portal_web
  USING ((SELECT app_is_state()) OR organization_id = (SELECT app_org()));
CREATE POLICY viewer ON ticket_views FOR INSERT TO portal_web
  WITH CHECK (person_id = (SELECT app_user()) AND EXISTS (SELECT 1 FROM tickets t WHERE t.id = ticket_id));

-- ---------------------------------------------------------------------------------------------------------------
-- Named doors past the policies, each for one purpose.
-- ---------------------------------------------------------------------------------------------------------------

-- Sign-in: what is known of an e-mail address before anybody is signed in.
CREATE FUNCTION sign_in_person(p_email text) RETURNS TABLE (person_id uuid, membership_id uuid, password_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, m.id, p.password_hash FROM people p
    JOIN memberships m ON m.person_id = p.id AND m.ended_at IS NULL
    WHERE p.email = lower(p_email) AND p.disabled_at IS NULL AND p.password_hash IS NOT NULL $$;

CREATE FUNCTION open_session(p_id uuid, p_person uuid, p_membership uuid, p_created timestamptz, p_expires timestamptz)
  RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO sessions (id, person_id, membership_id, created_at, expires_at)
    SELECT p_id, p_person, m.id, p_created, p_expires FROM memberships m
    WHERE m.id = p_membership AND m.person_id = p_person AND m.ended_at IS NULL $$;

-- Who a session's holder is now: no row once it is revoked or over, the person disabled or gone from the organization.
CREATE FUNCTION session_actor(p_session uuid, p_now timestamptz) RETURNS TABLE (person_id uuid, name text, email text, phone text,
    role text, is_org_admin boolean, is_primary boolean, organization_id uuid, organization_name text,
    organization_kind text, plan_code text, is_billing_agent boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.name, p.email, p.phone, m.role, m.is_org_admin, m.is_primary, o.id, o.name, o.kind, o.plan_code, o.is_billing_agent
    FROM sessions s JOIN people p ON p.id = s.person_id JOIN memberships m ON m.id = s.membership_id
    JOIN organizations o ON o.id = m.organization_id
    WHERE s.id = p_session AND s.revoked_at IS NULL AND s.expires_at > p_now
      AND p.disabled_at IS NULL AND m.ended_at IS NULL $$;

CREATE FUNCTION revoke_session(p_session uuid, p_now timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE sessions SET revoked_at = p_now WHERE id = p_session AND revoked_at IS NULL $$;

-- A one-time link sets a password once, and ends every session that the person had.
CREATE FUNCTION password_link_person(p_token_hash text, p_now timestamptz) RETURNS TABLE (name text, email text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.name, p.email FROM password_links l JOIN people p ON p.id = l.person_id
    WHERE l.token_hash = p_token_hash AND l.used_at IS NULL AND l.expires_at > p_now AND p.disabled_at IS NULL $$;

CREATE FUNCTION redeem_password_link(p_token_hash text, p_password_hash text, p_now timestamptz) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_person uuid; BEGIN
  UPDATE password_links SET used_at = p_now WHERE token_hash = p_token_hash AND used_at IS NULL AND expires_at > p_now
    RETURNING person_id INTO v_person;
  IF v_person IS NULL THEN RETURN NULL; END IF;
  UPDATE password_links SET used_at = p_now WHERE person_id = v_person AND used_at IS NULL;
  UPDATE people SET password_hash = p_password_hash WHERE id = v_person AND disabled_at IS NULL;
  UPDATE sessions SET revoked_at = p_now WHERE person_id = v_person AND revoked_at IS NULL;
  RETURN v_person;
END $$;

-- Whom a ticket's messages go to: only for the command that holds the ticket's lock.
CREATE FUNCTION ticket_recipients(p_ticket uuid) RETURNS TABLE (audience text, person_id uuid, name text, email text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE t AS (SELECT * FROM tickets WHERE id = p_ticket AND id = app_door()),
  heir(code, valid_to, succeeded_by) AS (
    SELECT p.code, p.valid_to, p.succeeded_by FROM plans p JOIN t ON p.code = t.plan_code
    UNION SELECT p.code, p.valid_to, p.succeeded_by FROM plans p JOIN heir h ON p.code = h.succeeded_by WHERE h.valid_to < app_today()
  ), holder AS (SELECT code FROM heir WHERE NOT (valid_to IS NOT NULL AND valid_to < app_today() AND succeeded_by IS NOT NULL)),
  staff AS (
    SELECT m.role, m.is_primary, p.id, p.name, p.email, o.plan_code FROM memberships m
      JOIN people p ON p.id = m.person_id AND p.disabled_at IS NULL JOIN organizations o ON o.id = m.organization_id
      WHERE m.ended_at IS NULL
  )
  SELECT 'mco_primary', s.id, s.name, s.email FROM staff s JOIN holder h ON h.code = s.plan_code WHERE s.role = 'mco' AND s.is_primary
  UNION ALL SELECT 'mco_staff', s.id, s.name, s.email FROM staff s JOIN holder h ON h.code = s.plan_code WHERE s.role = 'mco'
  UNION ALL SELECT 'account_manager', s.id, s.name, s.email FROM staff s JOIN account_manager_plans a ON a.person_id = s.id
    JOIN holder h ON h.code = a.plan_code WHERE s.role = 'account_manager'
  UNION ALL SELECT 'administration', s.id, s.name, s.email FROM staff s, t WHERE s.role = 'administration' $$;

-- ---------------------------------------------------------------------------------------------------------------
-- Grants: what each login role may touch at all. Deleting is granted for drafts and counters of attempts alone.
-- ---------------------------------------------------------------------------------------------------------------

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO portal_public, portal_web, portal_worker;

GRANT SELECT ON plans, programs, plan_programs, issue_types, rule_sets, holiday_versions, holidays, settings, sandbox_marker
  TO portal_public, portal_web, portal_worker;

GRANT EXECUTE ON FUNCTION app_user(), app_role(), app_org(), app_today(), app_door(), app_is_state(), app_plans(), app_clients()
  TO portal_web, portal_worker;
GRANT EXECUTE ON FUNCTION portal_time(timestamptz) TO portal_public, portal_web, portal_worker;
GRANT EXECUTE ON FUNCTION sign_in_person(text), open_session(uuid, uuid, uuid, timestamptz, timestamptz),
  session_actor(uuid, timestamptz), revoke_session(uuid, timestamptz), password_link_person(text, timestamptz),
  redeem_password_link(text, text, timestamptz), ticket_recipients(uuid) TO portal_web;
GRANT EXECUTE ON FUNCTION ticket_recipients(uuid) TO portal_worker;

GRANT SELECT ON organizations, billing_agent_grants, facilities, people, memberships, account_manager_plans
  TO portal_web, portal_worker;
GRANT SELECT, INSERT, UPDATE ON tickets, claim_lines, clocks, fines, outbox, no_number_reports, ticket_counters
  TO portal_web, portal_worker;
GRANT SELECT, INSERT ON ticket_events, ticket_views, command_receipts TO portal_web, portal_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON complaint_drafts, answer_drafts, rate_limits TO portal_web, portal_worker;
GRANT DELETE ON command_receipts, sessions TO portal_worker;
GRANT SELECT ON sessions TO portal_worker;

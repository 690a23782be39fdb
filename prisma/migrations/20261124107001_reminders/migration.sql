-- Reminders of duties and windows: each once, chosen by each reader as single mails or as one daily digest.

-- What a reminder reminds of: moot at the moment of sending, it is dropped.
ALTER TABLE outbox
  ADD COLUMN clock_id uuid,
  ADD COLUMN plan_request_id uuid,
  ADD COLUMN due_on date,
  DROP CONSTRAINT outbox_status_known,
  ADD CONSTRAINT outbox_status_known CHECK (status IN ('queued', 'accepted', 'failed', 'dropped')),
  ADD CONSTRAINT outbox_reminds_of_one CHECK (num_nonnulls(clock_id, plan_request_id) <= 1 AND (due_on IS NOT NULL) = (num_nonnulls(clock_id, plan_request_id) = 1)),
  ADD CONSTRAINT outbox_clock_fkey FOREIGN KEY (clock_id) REFERENCES clocks (id),
  ADD CONSTRAINT outbox_plan_request_fkey FOREIGN KEY (plan_request_id) REFERENCES plan_requests (id);

-- The sweep reads the open duties and windows of some due dates, marked as overdue or not.
CREATE INDEX clocks_remind_idx ON clocks (due_on, id) WHERE ended_on IS NULL AND kind IN ('duty', 'window');

-- Up to which day a daily job has done its work, so that a gap is made up for and nothing is done twice.
CREATE TABLE "job_marks" (
    "name" text NOT NULL,
    "done_through" date NOT NULL,

    CONSTRAINT "job_marks_pkey" PRIMARY KEY ("name")
);
ALTER TABLE job_marks ENABLE ROW LEVEL SECURITY;
CREATE POLICY system_all ON job_marks TO portal_worker USING ((SELECT app_role()) = 'system') WITH CHECK ((SELECT app_role()) = 'system');
GRANT SELECT, INSERT, UPDATE ON job_marks TO portal_worker;

-- How a reader wants to be reminded: a person by id, or the Portal Team at its one address. Without a row, single mails.
CREATE TABLE "mail_choices" (
    "reader" text NOT NULL,
    "reminders" text NOT NULL,
    "chosen_by_id" uuid NOT NULL,
    "chosen_at" timestamptz(6) NOT NULL,

    CONSTRAINT "mail_choices_pkey" PRIMARY KEY ("reader")
);
ALTER TABLE mail_choices
  ADD CONSTRAINT mail_choices_reminders_known CHECK (reminders IN ('single', 'digest')),
  ADD CONSTRAINT mail_choices_chooser_fkey FOREIGN KEY (chosen_by_id) REFERENCES people (id);
ALTER TABLE mail_choices ENABLE ROW LEVEL SECURITY;
CREATE POLICY system_all ON mail_choices TO portal_worker USING ((SELECT app_role()) = 'system') WITH CHECK ((SELECT app_role()) = 'system');
CREATE POLICY own ON mail_choices TO portal_web
  USING (CASE (SELECT app_role()) WHEN 'portal_team' THEN reader = 'portal_team' ELSE reader = (SELECT app_user())::text END)
  WITH CHECK (chosen_by_id = (SELECT app_user())
    AND CASE (SELECT app_role()) WHEN 'portal_team' THEN reader = 'portal_team' ELSE reader = (SELECT app_user())::text END);
GRANT SELECT, INSERT, UPDATE ON mail_choices TO portal_web;
GRANT SELECT ON mail_choices TO portal_worker;

-- What somebody has typed in a long form of a ticket and not sent yet; that person's alone, gone with the act.
CREATE TABLE "form_drafts" (
    "person_id" uuid NOT NULL,
    "action" text NOT NULL,
    "ticket_id" uuid NOT NULL,
    "typed" jsonb NOT NULL,
    "saved_at" timestamptz(6) NOT NULL,

    CONSTRAINT "form_drafts_pkey" PRIMARY KEY ("person_id", "ticket_id", "action")
);
CREATE INDEX "form_drafts_saved_at_idx" ON "form_drafts"("saved_at");
ALTER TABLE form_drafts
  ADD CONSTRAINT form_drafts_person_fkey FOREIGN KEY (person_id) REFERENCES people (id),
  ADD CONSTRAINT form_drafts_ticket_fkey FOREIGN KEY (ticket_id) REFERENCES tickets (id);
ALTER TABLE form_drafts ENABLE ROW LEVEL SECURITY;
CREATE POLICY system_all ON form_drafts TO portal_worker USING ((SELECT app_role()) = 'system') WITH CHECK ((SELECT app_role()) = 'system');
CREATE POLICY own ON form_drafts TO portal_web USING (person_id = (SELECT app_user()));
GRANT SELECT, INSERT, UPDATE, DELETE ON form_drafts TO portal_web;
GRANT SELECT, DELETE ON form_drafts TO portal_worker;

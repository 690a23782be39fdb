-- Files: uploaded for one place (a draft or one act on a ticket), then attached to the event of that act. The bytes lie
-- in the file store under the row's id; the row comes first and goes last, so that no bytes are ever without one.

CREATE TABLE "files" (
    "id" uuid NOT NULL,
    "organization_id" uuid NOT NULL,
    "uploaded_by_id" uuid NOT NULL,
    "uploaded_by_name" text NOT NULL,
    "place_action" text NOT NULL,
    "place_id" uuid NOT NULL,
    "name" text NOT NULL,
    "kind" text NOT NULL,
    "bytes" integer NOT NULL,
    "sha256" text NOT NULL,
    "state" text NOT NULL,
    "uploaded_at" timestamptz(6) NOT NULL,
    "scanned_at" timestamptz(6),
    "scan_found" text,
    "fault" text,
    "fault_at" timestamptz(6),
    "ticket_id" uuid,
    "event_seq" integer,

    CONSTRAINT "files_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "files_ticket_id_event_seq_idx" ON "files"("ticket_id", "event_seq");
CREATE INDEX "files_place_id_place_action_idx" ON "files"("place_id", "place_action");

ALTER TABLE files
  ADD CONSTRAINT files_kind_known CHECK (kind IN ('pdf', 'png', 'jpeg', 'tiff', 'heic', 'docx', 'xlsx', 'csv', 'txt', 'eml')),
  ADD CONSTRAINT files_state_known CHECK (state IN ('storing', 'held', 'clean', 'not_scanned', 'infected')),
  ADD CONSTRAINT files_fault_known CHECK (fault IN ('gone', 'changed')),
  ADD CONSTRAINT files_fault_has_time CHECK ((fault IS NULL) = (fault_at IS NULL)),
  ADD CONSTRAINT files_bytes CHECK (bytes > 0),
  ADD CONSTRAINT files_name CHECK (name <> '' AND length(name) <= 160 AND name !~ '[/\\]'),
  ADD CONSTRAINT files_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT files_attached_whole CHECK ((ticket_id IS NULL) = (event_seq IS NULL)),
  ADD CONSTRAINT files_attached_is_stored CHECK (ticket_id IS NULL OR state <> 'storing'),
  ADD CONSTRAINT files_organization_fkey FOREIGN KEY (organization_id) REFERENCES organizations (id),
  ADD CONSTRAINT files_uploaded_by_fkey FOREIGN KEY (uploaded_by_id) REFERENCES people (id),
  ADD CONSTRAINT files_ticket_fkey FOREIGN KEY (ticket_id) REFERENCES tickets (id);
-- What the scans, the sweep and the page about files look for; few rows each.
CREATE INDEX files_pending_idx ON files (uploaded_at, id) WHERE ticket_id IS NULL;
CREATE INDEX files_held_idx ON files (uploaded_at, id) WHERE state = 'held';
CREATE INDEX files_trouble_idx ON files (uploaded_at, id) WHERE state = 'infected' OR fault IS NOT NULL;

-- What was attached is evidence: nobody, the owner included, attaches it elsewhere, renames it or removes its record.
CREATE FUNCTION keep_attached_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (OLD.ticket_id, OLD.event_seq, OLD.id, OLD.name, OLD.kind, OLD.bytes, OLD.sha256, OLD.organization_id, OLD.uploaded_by_id)
      IS DISTINCT FROM (NEW.ticket_id, NEW.event_seq, NEW.id, NEW.name, NEW.kind, NEW.bytes, NEW.sha256, NEW.organization_id, NEW.uploaded_by_id) THEN
    RAISE EXCEPTION '% on files is refused: this file is attached', TG_OP USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER files_keep_attached BEFORE UPDATE OR DELETE ON files
  FOR EACH ROW WHEN (OLD.ticket_id IS NOT NULL) EXECUTE FUNCTION keep_attached_file();

-- What was typed in a form whose file was uploaded without script, so that the page can show it again; a day at most.
CREATE TABLE "kept_forms" (
    "id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "typed" jsonb NOT NULL,
    "kept_at" timestamptz(6) NOT NULL,

    CONSTRAINT "kept_forms_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "kept_forms_kept_at_idx" ON "kept_forms"("kept_at");
ALTER TABLE kept_forms ADD CONSTRAINT kept_forms_person_fkey FOREIGN KEY (person_id) REFERENCES people (id);

ALTER TABLE files ENABLE ROW LEVEL SECURITY;
ALTER TABLE kept_forms ENABLE ROW LEVEL SECURITY;
CREATE POLICY system_all ON files TO portal_worker USING ((SELECT app_role()) = 'system') WITH CHECK ((SELECT app_role()) = 'system');
CREATE POLICY system_all ON kept_forms TO portal_worker USING ((SELECT app_role()) = 'system') WITH CHECK ((SELECT app_role()) = 'system');

-- Until it is attached a file is its organization's; at the State, whose roles share an organization, the person's own.
CREATE POLICY pending ON files FOR SELECT TO portal_web
  USING (ticket_id IS NULL AND organization_id = (SELECT app_org())
    AND ((SELECT app_role()) IN ('provider', 'mco') OR uploaded_by_id = (SELECT app_user())));
CREATE POLICY uploader ON files FOR INSERT TO portal_web
  WITH CHECK (ticket_id IS NULL AND organization_id = (SELECT app_org()) AND uploaded_by_id = (SELECT app_user()));
CREATE POLICY door ON files FOR UPDATE TO portal_web
  USING (ticket_id IS NULL AND organization_id = (SELECT app_org()))
  WITH CHECK (organization_id = (SELECT app_org()) AND (ticket_id IS NULL OR ticket_id = (SELECT app_door())));
CREATE POLICY pending_goes ON files FOR DELETE TO portal_web
  USING (ticket_id IS NULL AND organization_id = (SELECT app_org()));
-- Attached, it is seen by whoever reads its event: the events' own policy decides.
CREATE POLICY with_event ON files FOR SELECT TO portal_web
  USING (ticket_id IS NOT NULL AND EXISTS (SELECT 1 FROM ticket_events e WHERE e.ticket_id = files.ticket_id AND e.seq = files.event_seq));
-- What was refused or is damaged shows to those who look after the portal, attached or not.
CREATE POLICY trouble ON files FOR SELECT TO portal_web
  USING ((SELECT app_role()) IN ('portal_team', 'administration') AND (state = 'infected' OR fault IS NOT NULL));

CREATE POLICY own ON kept_forms TO portal_web USING (person_id = (SELECT app_user()));

GRANT SELECT, INSERT, DELETE ON files, kept_forms TO portal_web;
GRANT UPDATE (state, ticket_id, event_seq) ON files TO portal_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON files TO portal_worker;
GRANT SELECT, DELETE ON kept_forms TO portal_worker;

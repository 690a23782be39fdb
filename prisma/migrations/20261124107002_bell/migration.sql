-- The bell: a person's own messages, and up to when that person has looked at them. The Portal Team's are those to its
-- one address, which its members may read already.

CREATE POLICY own_messages ON outbox FOR SELECT TO portal_web USING (recipient_id = (SELECT app_user()));
CREATE INDEX "outbox_recipient_id_enqueued_at_id_idx" ON "outbox"("recipient_id", "enqueued_at", "id");

CREATE TABLE "bell_looks" (
    "person_id" uuid NOT NULL,
    "seen_until" timestamptz(6) NOT NULL,

    CONSTRAINT "bell_looks_pkey" PRIMARY KEY ("person_id")
);
ALTER TABLE bell_looks ADD CONSTRAINT bell_looks_person_fkey FOREIGN KEY (person_id) REFERENCES people (id);
ALTER TABLE bell_looks ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON bell_looks TO portal_web USING (person_id = (SELECT app_user()));
GRANT SELECT, INSERT, UPDATE ON bell_looks TO portal_web;

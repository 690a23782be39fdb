-- Mail that comes back after a mail server had taken it, and what the Portal Team does about mail that did not arrive:
-- it corrects the address, sends again, or calls and notes it.

ALTER TABLE outbox
  ADD COLUMN bounced_at timestamptz(6),
  ADD COLUMN settled_at timestamptz(6),
  DROP CONSTRAINT outbox_accepted_iff_date,
  ADD CONSTRAINT outbox_accepted_has_date CHECK (status <> 'accepted' OR accepted_at IS NOT NULL),
  -- When it was taken stays on record although it came back.
  ADD CONSTRAINT outbox_date_of_accepted CHECK (accepted_at IS NULL OR status = 'accepted' OR bounced_at IS NOT NULL),
  ADD CONSTRAINT outbox_bounced_is_failed CHECK (bounced_at IS NULL OR status = 'failed'),
  ADD CONSTRAINT outbox_settled_is_failed CHECK (settled_at IS NULL OR status = 'failed');
DROP INDEX outbox_failed_idx;
CREATE INDEX outbox_failed_idx ON outbox (enqueued_at, id) WHERE status = 'failed' AND sent_again_as IS NULL AND settled_at IS NULL;

CREATE TABLE "message_notes" (
    "id" uuid NOT NULL,
    "message_id" uuid NOT NULL,
    "kind" text NOT NULL,
    "text" text NOT NULL,
    "by_id" uuid NOT NULL,
    "by_name" text NOT NULL,
    "noted_at" timestamptz(6) NOT NULL,

    CONSTRAINT "message_notes_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "message_notes_message_id_idx" ON "message_notes"("message_id");
ALTER TABLE message_notes
  ADD CONSTRAINT message_notes_kind_known CHECK (kind IN ('call', 'address')),
  ADD CONSTRAINT message_notes_message_fkey FOREIGN KEY (message_id) REFERENCES outbox (id),
  ADD CONSTRAINT message_notes_author_fkey FOREIGN KEY (by_id) REFERENCES people (id);
CREATE TRIGGER message_notes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON message_notes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE message_notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY state_reads ON message_notes FOR SELECT TO portal_web USING ((SELECT app_role()) IN ('portal_team', 'administration'));
CREATE POLICY portal_team_notes ON message_notes FOR INSERT TO portal_web
  WITH CHECK ((SELECT app_role()) = 'portal_team' AND by_id = (SELECT app_user()));
GRANT SELECT, INSERT ON message_notes TO portal_web;

-- Mail to a person goes to that person's address of the moment, whatever a ticket's copy of it says.
CREATE FUNCTION use_current_address() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  SELECT coalesce((SELECT p.email FROM people p WHERE p.id = NEW.recipient_id), NEW.to_address) INTO NEW.to_address;
  RETURN NEW;
END $$;
CREATE TRIGGER outbox_current_address BEFORE INSERT ON outbox FOR EACH ROW WHEN (NEW.recipient_id IS NOT NULL) EXECUTE FUNCTION use_current_address();

-- The Portal Team corrects a person's address where a message to it did not arrive, and ends nothing else.
CREATE FUNCTION correct_bounced_address(p_message uuid, p_address text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v outbox; BEGIN
  SELECT * INTO v FROM outbox WHERE id = p_message FOR UPDATE;
  IF app_role() <> 'portal_team' OR v.id IS NULL OR v.recipient_id IS NULL OR v.status <> 'failed' THEN RETURN 'not_found'; END IF;
  IF NOT EXISTS (SELECT 1 FROM people WHERE id = v.recipient_id AND email = v.to_address) THEN RETURN 'changed'; END IF;
  IF EXISTS (SELECT 1 FROM people WHERE email = p_address) THEN RETURN 'taken'; END IF;
  UPDATE people SET email = p_address WHERE id = v.recipient_id;
  RETURN 'corrected';
END $$;
-- A message that did not arrive needs nothing more: its reader was called.
CREATE FUNCTION settle_undelivered(p_message uuid, p_now timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE outbox SET settled_at = p_now WHERE id = p_message AND status = 'failed' AND settled_at IS NULL AND app_role() = 'portal_team' $$;

-- What the mail service reports under its signature; the worker records it. True where such a message was on its way.
CREATE FUNCTION take_bounce(p_message_id text, p_reply text, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_id uuid; BEGIN
  SELECT id INTO v_id FROM outbox WHERE message_id = p_message_id AND status = 'accepted';
  IF v_id IS NULL THEN RETURN false; END IF;
  PERFORM enqueue_job('record-bounce', json_build_object('messageId', v_id, 'reply', p_reply, 'at', to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), 'bounce:' || v_id);
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION use_current_address(), correct_bounced_address(uuid, text), settle_undelivered(uuid, timestamptz), take_bounce(text, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION correct_bounced_address(uuid, text), settle_undelivered(uuid, timestamptz) TO portal_web;
GRANT EXECUTE ON FUNCTION take_bounce(text, text, timestamptz) TO portal_public;

-- The Portal Team corrects the addresses of people at providers and plans. For whoever has a role at HFS or on the Portal
-- Team, a correction would move the address to sign in with, and with it the role; to it such a message does not exist.
CREATE OR REPLACE FUNCTION correct_bounced_address(p_message uuid, p_address text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v outbox; BEGIN
  SELECT * INTO v FROM outbox WHERE id = p_message FOR UPDATE;
  IF app_role() <> 'portal_team' OR v.id IS NULL OR v.recipient_id IS NULL OR v.status <> 'failed' THEN RETURN 'not_found'; END IF;
  IF NOT EXISTS (SELECT 1 FROM memberships WHERE person_id = v.recipient_id AND role IN ('provider', 'mco'))
    OR EXISTS (SELECT 1 FROM memberships WHERE person_id = v.recipient_id AND role NOT IN ('provider', 'mco') AND ended_at IS NULL) THEN RETURN 'not_found'; END IF;
  IF NOT EXISTS (SELECT 1 FROM people WHERE id = v.recipient_id AND email = v.to_address) THEN RETURN 'changed'; END IF;
  IF EXISTS (SELECT 1 FROM people WHERE email = p_address) THEN RETURN 'taken'; END IF;
  UPDATE people SET email = p_address WHERE id = v.recipient_id;
  RETURN 'corrected';
END $$;

-- A message can come back before it is written down that a mail server took it: while its sending holds the row, or while
-- the database was away. The worker then asks again until it is.
CREATE OR REPLACE FUNCTION take_bounce(p_message_id text, p_reply text, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_id uuid; BEGIN
  SELECT id INTO v_id FROM outbox WHERE message_id = p_message_id AND status IN ('queued', 'accepted');
  IF v_id IS NULL THEN RETURN false; END IF;
  PERFORM enqueue_job('record-bounce', json_build_object('messageId', v_id, 'reply', p_reply, 'at', to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), 'bounce:' || v_id);
  RETURN true;
END $$;

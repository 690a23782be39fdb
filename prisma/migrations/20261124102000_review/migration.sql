-- The review by HFS (R16 to R18, D14): with whom it is, since when, and when HFS decided.

ALTER TABLE tickets
  ADD COLUMN sme_name text,
  ADD COLUMN sme_referred_on date,
  ADD COLUMN sme_recommended_on date,
  ADD COLUMN review_began_on date,
  ADD COLUMN decided_on date,
  ADD CONSTRAINT tickets_sme_whole CHECK ((sme_id IS NULL) = (sme_name IS NULL) AND (sme_id IS NULL) = (sme_referred_on IS NULL)),
  ADD CONSTRAINT tickets_decided_has_date CHECK (status <> 'decided' OR decided_on IS NOT NULL);

-- The worklist by age, the Portal Team's decisions to share, and an expert's own tickets: few among all.
CREATE INDEX tickets_in_review_idx ON tickets (review_began_on, id) WHERE status IN ('administrative_review', 'decided');
CREATE INDEX tickets_sme_idx ON tickets (sme_id, id) WHERE sme_id IS NOT NULL;

-- An expert who returns a review gives it away: for the rest of that one command the ticket is still at its door.
DROP POLICY sme_referred ON tickets;
CREATE POLICY sme_referred ON tickets TO portal_web
  USING ((SELECT app_role()) = 'sme' AND (sme_id = (SELECT app_user()) OR id = (SELECT app_door())));

-- People of HFS whom a ticket's mail may name: who has its review, and whoever of the State acted on it. Only for the
-- command that holds the ticket's lock.
CREATE FUNCTION ticket_state_people(p_ticket uuid) RETURNS TABLE (person_id uuid, name text, email text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH t AS (SELECT id, sme_id, state_assignee_id FROM tickets WHERE id = p_ticket AND id = app_door())
  SELECT p.id, p.name, p.email FROM people p WHERE p.disabled_at IS NULL
    AND EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = p.id AND m.ended_at IS NULL AND m.role IN ('portal_team', 'account_manager', 'sme', 'administration'))
    AND p.id IN (SELECT sme_id FROM t UNION SELECT state_assignee_id FROM t
      UNION SELECT e.actor_id FROM ticket_events e JOIN t ON e.ticket_id = t.id) $$;
REVOKE ALL ON FUNCTION ticket_state_people(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ticket_state_people(uuid) TO portal_web, portal_worker;

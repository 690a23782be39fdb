-- A ticket that was presented to the wrong plan goes to another one: what went on with the first plan stays between it,
-- the provider and the State.

ALTER TABLE tickets
  ADD COLUMN transferred_at timestamptz(6),
  -- The event with which the ticket went to the plan that has it now.
  ADD COLUMN plan_since_seq integer,
  ADD CONSTRAINT tickets_transfer_whole CHECK ((transferred_at IS NULL) = (plan_since_seq IS NULL));

-- Of the time before, a plan reads how the complaint was filed, returned, opened again and corrected, and nothing else.
DROP POLICY with_ticket ON ticket_events;
CREATE POLICY with_ticket ON ticket_events FOR SELECT TO portal_web
  USING (EXISTS (SELECT 1 FROM tickets t WHERE t.id = ticket_events.ticket_id
      AND ((SELECT app_role()) <> 'mco' OR t.plan_since_seq IS NULL OR ticket_events.seq >= t.plan_since_seq
        OR ticket_events.type IN ('ComplaintSubmitted', 'ClosedAtFiling', 'ReturnedAsClosed', 'Reopened', 'Corrected')))
    AND (audience = 'parties' OR (SELECT app_is_state()) OR audience = (SELECT app_role())));

-- The first plan's clocks are not the second's. R29 is between the Portal Team and the plan.
DROP POLICY with_ticket ON clocks;
CREATE POLICY with_ticket ON clocks FOR SELECT TO portal_web
  USING (EXISTS (SELECT 1 FROM tickets t WHERE t.id = clocks.ticket_id
      AND ((SELECT app_role()) <> 'mco' OR t.transferred_at IS NULL OR clocks.started_at >= t.transferred_at))
    AND ((SELECT app_role()) <> 'provider' OR rule_id <> 'portal-team-request'));

-- A fine is its plan's, also where the ticket went on to another one.
DROP POLICY with_ticket ON fines;
CREATE POLICY with_ticket ON fines FOR SELECT TO portal_web
  USING (((SELECT app_is_state()) OR ((SELECT app_role()) = 'mco' AND status IN ('issued', 'rescinded') AND plan_code = ANY ((SELECT app_plans())::text[])))
    AND EXISTS (SELECT 1 FROM tickets t WHERE t.id = ticket_id));

-- The answer that the first plan was writing goes with its access: only for the command that holds the ticket's lock.
CREATE FUNCTION drop_answer_draft(p_ticket uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM answer_drafts WHERE ticket_id = p_ticket AND p_ticket = app_door() $$;
REVOKE ALL ON FUNCTION drop_answer_draft(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION drop_answer_draft(uuid) TO portal_web;

-- R29: the open questions of the Portal Team, the first due first.
CREATE INDEX clocks_portal_team_request_idx ON clocks (due_on, id) WHERE rule_id = 'portal-team-request';

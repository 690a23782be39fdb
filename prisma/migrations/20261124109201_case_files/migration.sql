-- A case file holds the whole chain of a ticket's history: of an event that its reader may not read, the hashes alone,
-- so that the chain can be checked without what is hidden.

-- NB: asked by whoever reads the view below, so that person's own policies decide. Not in SQL: it must not be inlined
-- into the view, whose tables are read as their owner.
CREATE FUNCTION sees_ticket(p_ticket uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM tickets WHERE id = p_ticket);
END $$;
REVOKE ALL ON FUNCTION sees_ticket(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sees_ticket(uuid) TO portal_web;

CREATE VIEW event_hashes WITH (security_barrier) AS
  SELECT ticket_id, seq, prev_hash, hash FROM ticket_events WHERE sees_ticket(ticket_id);
GRANT SELECT ON event_hashes TO portal_web;

-- Who opened a ticket, the latest first.
CREATE INDEX ticket_views_latest_idx ON ticket_views (ticket_id, hour DESC, person_id);

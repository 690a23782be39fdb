-- What hangs on a ticket is written only by the transaction that holds the ticket's lock; so is the ticket's own row. Who
-- sees a ticket may lock and read it, and changes nothing of it past its door.
CREATE POLICY door_update ON tickets AS RESTRICTIVE FOR UPDATE TO portal_web USING (true) WITH CHECK (id = (SELECT app_door()));
CREATE POLICY door_insert ON tickets AS RESTRICTIVE FOR INSERT TO portal_web WITH CHECK (id = (SELECT app_door()));

-- That somebody at the plan opened a ticket is noted without its door, for whoever the views' own policy lets through.
ALTER FUNCTION note_plan_opened() SECURITY DEFINER;
REVOKE ALL ON FUNCTION note_plan_opened() FROM PUBLIC;

-- A view is recorded of oneself, as what one is.
DROP POLICY viewer ON ticket_views;
CREATE POLICY viewer ON ticket_views FOR INSERT TO portal_web
  WITH CHECK (person_id = (SELECT app_user()) AND role = (SELECT app_role()) AND organization_id = (SELECT app_org())
    AND EXISTS (SELECT 1 FROM tickets t WHERE t.id = ticket_id));

-- Nobody reads what a password was made into but the functions that sign in and set one.
REVOKE SELECT ON people FROM portal_web, portal_worker;
GRANT SELECT (id, email, name, phone, created_at, disabled_at) ON people TO portal_web, portal_worker;

-- The sandbox's movable clock: how far it has come, and the moves that were asked for. Nothing here can exist in a
-- database without the marker, which only the sandbox's own creation writes.

ALTER TABLE sandbox_marker
  -- Set when the made-up world is complete; a sandbox that was stopped half-way is made anew.
  ADD COLUMN filled_at timestamptz(6),
  -- The last real instant at which the portal was seen running: time does not pass while it is stopped.
  ADD COLUMN seen_real_at timestamptz(6),
  ADD COLUMN mailbox_url text;

CREATE TABLE "sandbox_moves" (
    "id" uuid NOT NULL,
    "marker" boolean NOT NULL DEFAULT true,
    "kind" text NOT NULL,
    "requested_at" timestamptz(6) NOT NULL,
    "from_at" timestamptz(6) NOT NULL,
    "target_at" timestamptz(6) NOT NULL,
    "started_at" timestamptz(6),
    "reached_on" date,
    "finished_at" timestamptz(6),
    "overdue" integer NOT NULL DEFAULT 0,
    "fines_proposed" integer NOT NULL DEFAULT 0,
    "lapsed" integer NOT NULL DEFAULT 0,
    "mails_accepted" integer NOT NULL DEFAULT 0,
    "mails_failed" integer NOT NULL DEFAULT 0,
    "mails_waiting" integer NOT NULL DEFAULT 0,

    CONSTRAINT "sandbox_moves_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "sandbox_moves_in_sandbox_only" FOREIGN KEY ("marker") REFERENCES "sandbox_marker" ("is_only") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "sandbox_moves_marker" CHECK ("marker"),
    CONSTRAINT "sandbox_moves_kind_known" CHECK ("kind" IN ('business_day', 'week', 'next_due', 'quarter_end', 'date')),
    CONSTRAINT "sandbox_moves_forward" CHECK ("target_at" > "from_at")
);
CREATE INDEX "sandbox_moves_requested_at_idx" ON "sandbox_moves" ("requested_at");
-- One move at a time: the second is refused.
CREATE UNIQUE INDEX sandbox_moves_one_open_key ON sandbox_moves (marker) WHERE finished_at IS NULL;

-- No row-level security on sandbox_moves: it holds dates and counts of a made-up world, which every visitor may see.
GRANT SELECT ON sandbox_moves TO portal_public, portal_web, portal_worker;
GRANT INSERT ON sandbox_moves TO portal_web;
GRANT UPDATE ON sandbox_moves TO portal_worker;
-- The marker itself is written by the owner alone; the worker moves the clock that it holds.
GRANT UPDATE (anchor_real_at, anchor_portal_at, seen_real_at) ON sandbox_marker TO portal_worker;

-- The next day after p_today on which something is due, of the rules named; in a sandbox only.
CREATE FUNCTION sandbox_next_due(p_today date, p_rules text[]) RETURNS date
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT min(c.due_on) FROM clocks c
    WHERE c.ended_on IS NULL AND c.overdue_on IS NULL AND c.due_on > p_today AND c.rule_id = ANY (p_rules)
      AND EXISTS (SELECT 1 FROM sandbox_marker) $$;

-- Who can sign in to a sandbox, for the list that its pages show; no row anywhere else.
CREATE FUNCTION sandbox_sign_ins() RETURNS TABLE (name text, email text, role text, organization text, is_org_admin boolean,
    is_primary boolean, is_billing_agent boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.name, p.email, m.role, o.name, m.is_org_admin, m.is_primary, o.is_billing_agent FROM people p
    JOIN memberships m ON m.person_id = p.id AND m.ended_at IS NULL JOIN organizations o ON o.id = m.organization_id
    WHERE p.disabled_at IS NULL AND p.password_hash IS NOT NULL AND EXISTS (SELECT 1 FROM sandbox_marker) $$;

REVOKE ALL ON FUNCTION sandbox_next_due(date, text[]), sandbox_sign_ins() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sandbox_next_due(date, text[]), sandbox_sign_ins() TO portal_public, portal_web;

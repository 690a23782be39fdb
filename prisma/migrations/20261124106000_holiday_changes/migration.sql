-- HFS keeps the State's calendar (D15, D16): changes are gathered, looked at, and put into effect as a new version,
-- whose dates a job then moves ticket by ticket.

CREATE TABLE "holiday_drafts" (
    "on" DATE NOT NULL,
    "op" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "confirmed" BOOLEAN NOT NULL DEFAULT false,
    "added_by_id" UUID NOT NULL,
    "added_by_name" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "holiday_drafts_pkey" PRIMARY KEY ("on")
);

CREATE TABLE "holiday_moves" (
    "version" INTEGER NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_by_name" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(6) NOT NULL,
    "first_added_on" DATE,
    "last_added_on" DATE,
    "after_id" UUID,
    "looked_at" INTEGER NOT NULL DEFAULT 0,
    "moved" INTEGER NOT NULL DEFAULT 0,
    "fines_undone" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "holiday_moves_pkey" PRIMARY KEY ("version")
);

ALTER TABLE "holiday_moves" ADD CONSTRAINT "holiday_moves_version_fkey" FOREIGN KEY ("version") REFERENCES "holiday_versions"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE holiday_drafts
  ADD CONSTRAINT holiday_drafts_op_known CHECK (op IN ('add', 'confirm', 'withdraw')),
  ADD CONSTRAINT holiday_drafts_added_is_named CHECK ((op = 'add') = (name <> '')),
  ADD CONSTRAINT holiday_drafts_author_fkey FOREIGN KEY (added_by_id) REFERENCES people (id);
ALTER TABLE holiday_moves
  ADD CONSTRAINT holiday_moves_days CHECK ((first_added_on IS NULL) = (last_added_on IS NULL) AND first_added_on <= last_added_on),
  ADD CONSTRAINT holiday_moves_author_fkey FOREIGN KEY (made_by_id) REFERENCES people (id);

-- Published to all, written by Administration: a version is added whole and never changed.
ALTER TABLE holiday_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE holidays ENABLE ROW LEVEL SECURITY;
CREATE POLICY published ON holiday_versions FOR SELECT TO portal_public, portal_web, portal_worker USING (true);
CREATE POLICY published ON holidays FOR SELECT TO portal_public, portal_web, portal_worker USING (true);
CREATE POLICY administration ON holiday_versions FOR INSERT TO portal_web WITH CHECK ((SELECT app_role()) = 'administration');
CREATE POLICY administration ON holidays FOR INSERT TO portal_web WITH CHECK ((SELECT app_role()) = 'administration');
GRANT INSERT ON holiday_versions, holidays TO portal_web;

ALTER TABLE holiday_drafts ENABLE ROW LEVEL SECURITY;
CREATE POLICY administration ON holiday_drafts TO portal_web USING ((SELECT app_role()) = 'administration');
GRANT SELECT, INSERT, UPDATE, DELETE ON holiday_drafts TO portal_web;

ALTER TABLE holiday_moves ENABLE ROW LEVEL SECURITY;
CREATE POLICY administration ON holiday_moves FOR SELECT TO portal_web USING ((SELECT app_role()) = 'administration');
CREATE POLICY begun ON holiday_moves FOR INSERT TO portal_web WITH CHECK ((SELECT app_role()) = 'administration');
CREATE POLICY job ON holiday_moves TO portal_worker USING ((SELECT app_role()) = 'system');
GRANT SELECT, INSERT ON holiday_moves TO portal_web;
GRANT SELECT, UPDATE ON holiday_moves TO portal_worker;

-- A change looks at the clocks that are due from its first new day on, whether they run or were missed.
CREATE INDEX clocks_moved_by_day_idx ON clocks (due_on, ticket_id) WHERE ended_on IS NULL OR end_reason IN ('met_late', 'lapsed');

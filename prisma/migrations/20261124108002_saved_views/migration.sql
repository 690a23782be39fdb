-- Views of a list that a person keeps, for itself or for everybody in its organization, and what a person has chosen for
-- itself: the columns of a list, whether the keyboard shortcuts are on.

CREATE TABLE "saved_views" (
    "id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "person_name" text NOT NULL,
    "organization_id" uuid NOT NULL,
    "list" text NOT NULL,
    "name" text NOT NULL,
    "parts" jsonb NOT NULL,
    "is_shared" boolean NOT NULL,
    "saved_at" timestamptz(6) NOT NULL,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "person_choices" (
    "person_id" uuid NOT NULL,
    "about" text NOT NULL,
    "choice" jsonb NOT NULL,
    "chosen_at" timestamptz(6) NOT NULL,

    CONSTRAINT "person_choices_pkey" PRIMARY KEY ("person_id", "about")
);
CREATE INDEX "saved_views_organization_id_list_name_idx" ON "saved_views"("organization_id", "list", "name");

ALTER TABLE saved_views
  ADD CONSTRAINT saved_views_list_known CHECK (list IN ('queue', 'all-tickets')),
  ADD CONSTRAINT saved_views_name CHECK (length(name) BETWEEN 1 AND 60),
  ADD CONSTRAINT saved_views_person_fkey FOREIGN KEY (person_id) REFERENCES people (id),
  ADD CONSTRAINT saved_views_organization_fkey FOREIGN KEY (organization_id) REFERENCES organizations (id);
ALTER TABLE person_choices ADD CONSTRAINT person_choices_person_fkey FOREIGN KEY (person_id) REFERENCES people (id);

ALTER TABLE saved_views ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_choices ENABLE ROW LEVEL SECURITY;
CREATE POLICY system_all ON saved_views TO portal_worker USING ((SELECT app_role()) = 'system') WITH CHECK ((SELECT app_role()) = 'system');
CREATE POLICY system_all ON person_choices TO portal_worker USING ((SELECT app_role()) = 'system') WITH CHECK ((SELECT app_role()) = 'system');
-- A view is its person's while the person is in the organization; shared, everybody there reads it.
CREATE POLICY own ON saved_views TO portal_web USING (person_id = (SELECT app_user()) AND organization_id = (SELECT app_org()));
CREATE POLICY shared ON saved_views FOR SELECT TO portal_web USING (is_shared AND organization_id = (SELECT app_org()));
CREATE POLICY own ON person_choices TO portal_web USING (person_id = (SELECT app_user()));
GRANT SELECT, INSERT, DELETE ON saved_views TO portal_web;
GRANT SELECT, INSERT, UPDATE ON person_choices TO portal_web;

-- Claim lines of a file that wait to be added to a draft: nothing of them is in the complaint before somebody says so.
-- They belong to the draft and go with it.

CREATE TABLE "claim_imports" (
    "id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "line_count" INTEGER NOT NULL,
    "unread" TEXT[] NOT NULL,
    "had_example" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "claim_imports_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "claim_imports_draft_id_created_at_idx" ON "claim_imports"("draft_id", "created_at");

ALTER TABLE claim_imports
  ADD CONSTRAINT claim_imports_draft_fkey FOREIGN KEY (draft_id) REFERENCES complaint_drafts (id) ON DELETE CASCADE,
  ADD CONSTRAINT claim_imports_organization_fkey FOREIGN KEY (organization_id) REFERENCES organizations (id),
  ADD CONSTRAINT claim_imports_author_fkey FOREIGN KEY (created_by_id) REFERENCES people (id),
  ADD CONSTRAINT claim_imports_rows_check CHECK (jsonb_typeof(rows) = 'array' AND jsonb_array_length(rows) <= 5000);

ALTER TABLE claim_imports ENABLE ROW LEVEL SECURITY;
-- Who has the draft has its imports.
CREATE POLICY own ON claim_imports TO portal_web
  USING ((SELECT app_role()) = 'provider' AND organization_id = (SELECT app_org())
    AND EXISTS (SELECT 1 FROM complaint_drafts d WHERE d.id = draft_id AND d.organization_id = claim_imports.organization_id));

GRANT SELECT, INSERT, UPDATE, DELETE ON claim_imports TO portal_web;

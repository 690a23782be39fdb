-- The provider's rooms: a draft tells the Portal Team at most once that the plan gave no number (D19), and a provider's
-- closed tickets are read last closed first.

CREATE UNIQUE INDEX "no_number_reports_draft_id_key" ON "no_number_reports" ("draft_id");

CREATE INDEX tickets_provider_closed_idx ON tickets (organization_id, closed_on, id) WHERE closed_on IS NOT NULL;
CREATE INDEX tickets_filer_closed_idx ON tickets (filed_by_organization_id, closed_on, id) WHERE closed_on IS NOT NULL;

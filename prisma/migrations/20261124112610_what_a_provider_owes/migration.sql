-- What a provider owes stands in its list by the date on which that is due, wherever the ticket is.
CREATE INDEX tickets_provider_owes_idx ON tickets (organization_id, status, provider_owes_on, id) WHERE provider_owes_on IS NOT NULL;
CREATE INDEX tickets_filer_owes_idx ON tickets (filed_by_organization_id, status, provider_owes_on, id) WHERE provider_owes_on IS NOT NULL;

-- A name is compared without its accents: people type "Cagla Marin" for Çağla Marín, claims systems often hold it so,
-- and a name that fits exactly hid the others.
CREATE OR REPLACE FUNCTION search_name(p_text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
  $$ SELECT ' ' || btrim(regexp_replace(replace(translate(regexp_replace(normalize(lower(p_text), NFD), '[\u0300-\u036f]+', '', 'g'), 'łøđðı', 'loddi'), 'ß', 'ss'), '[^[:alnum:]]+', ' ', 'g')) $$;

REINDEX INDEX tickets_search_provider_idx;
REINDEX INDEX tickets_search_facility_idx;
REINDEX INDEX claim_lines_search_member_idx;

DELETE FROM search_names;
INSERT INTO search_names SELECT search_name(organization_name) FROM tickets UNION SELECT search_name(facility_name) FROM tickets WHERE facility_name IS NOT NULL
  UNION SELECT search_name(member_name) FROM claim_lines;

-- Search: over portal number, tracking number, claim number, RIN, and the names of provider, facility and member, within
-- the reader's scope. Pattern operators are not leakproof, so under a policy PostgreSQL uses no index for them: one
-- function looks as the owner, applies the reader's scope inside and gives ids, whose rows are read under the policies.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A number as it is compared: letters and digits alone, so that "26-0188 417" finds 26-0188417.
CREATE FUNCTION search_number(p_text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
  $$ SELECT lower(regexp_replace(p_text, '[^A-Za-z0-9]+', '', 'g')) $$;
-- A name as it is compared: words in small letters, each with a space before it, so that "% lin%" is the start of a word.
CREATE FUNCTION search_name(p_text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
  $$ SELECT ' ' || btrim(lower(regexp_replace(p_text, '[^[:alnum:]]+', ' ', 'g'))) $$;
REVOKE ALL ON FUNCTION search_number(text), search_name(text) FROM PUBLIC;
-- Whoever writes a row fills its indexes.
GRANT EXECUTE ON FUNCTION search_number(text), search_name(text) TO portal_web, portal_worker;

CREATE INDEX tickets_search_number_idx ON tickets (search_number(number) text_pattern_ops);
CREATE INDEX tickets_search_tracking_idx ON tickets (search_number(tracking_number) text_pattern_ops);
CREATE INDEX tickets_search_provider_idx ON tickets (search_name(organization_name));
CREATE INDEX tickets_search_facility_idx ON tickets (search_name(facility_name)) WHERE facility_name IS NOT NULL;
CREATE INDEX claim_lines_search_claim_idx ON claim_lines (search_number(claim_number) text_pattern_ops);
CREATE INDEX claim_lines_search_member_idx ON claim_lines (search_name(member_name));
CREATE INDEX claim_lines_search_rin_idx ON claim_lines (rin text_pattern_ops);

-- Every name that stands on a ticket, for typing errors: looking for a similar name takes as long as there are names,
-- not as long as there are tickets. NB: not unique, or two complaints with the same new names would wait for each other.
CREATE TABLE "search_names" ("name" text NOT NULL);
CREATE INDEX search_names_similar_idx ON search_names USING gin (name gin_trgm_ops);
CREATE INDEX search_names_name_idx ON search_names (name);
ALTER TABLE search_names ENABLE ROW LEVEL SECURITY;
INSERT INTO search_names SELECT search_name(organization_name) FROM tickets UNION SELECT search_name(facility_name) FROM tickets WHERE facility_name IS NOT NULL
  UNION SELECT search_name(member_name) FROM claim_lines;

CREATE FUNCTION keep_ticket_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO search_names SELECT DISTINCT x.name FROM (VALUES (search_name(NEW.organization_name)), (search_name(NEW.facility_name))) AS x(name)
    WHERE x.name IS NOT NULL AND NOT EXISTS (SELECT 1 FROM search_names n WHERE n.name = x.name);
  RETURN NULL;
END $$;
CREATE FUNCTION keep_member_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO search_names SELECT DISTINCT search_name(l.member_name) FROM written l
    WHERE NOT EXISTS (SELECT 1 FROM search_names n WHERE n.name = search_name(l.member_name));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION keep_ticket_names(), keep_member_names() FROM PUBLIC;
CREATE TRIGGER tickets_keep_names AFTER INSERT OR UPDATE OF organization_name, facility_name ON tickets FOR EACH ROW EXECUTE FUNCTION keep_ticket_names();
CREATE TRIGGER claim_lines_keep_names AFTER INSERT ON claim_lines REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION keep_member_names();
CREATE TRIGGER claim_lines_change_names AFTER UPDATE ON claim_lines REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION keep_member_names();

-- Which tickets a search finds, the newest first, with what it matched; `line_no` is the claim line, `found` counts them
-- all. Names are first looked for by the beginnings of their words, and by likeness only where nothing else is found:
-- then `is_similar`.
-- A provider, to whom a RIN shows its last four digits, finds one by the whole of it alone.
CREATE FUNCTION search_tickets(p_text text, p_limit integer, p_before timestamptz, p_before_id uuid)
  RETURNS TABLE (ticket_id uuid, filed_at timestamptz, matched text, line_no integer, found integer, is_similar boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off SET pg_trgm.word_similarity_threshold = 0.4 AS $$
DECLARE
  v_number text := search_number(p_text);
  v_words text[] := (SELECT coalesce(array_agg(w), '{}') FROM (SELECT w FROM unnest(string_to_array(btrim(search_name(p_text)), ' ')) AS u(w) WHERE w <> '' LIMIT 8) AS x);
  v_rin text := CASE WHEN p_text ~ '^[0-9 -]+$' THEN v_number END;
  v_scope text;
  v_hits text := '';
  v_query text;
  v_found integer;
BEGIN
  v_scope := CASE app_role()
    WHEN 'provider' THEN format('(t.organization_id = %1$L OR t.filed_by_organization_id = %1$L OR t.organization_id = ANY (%2$L::uuid[]))', app_org(), app_clients())
    WHEN 'mco' THEN format('(t.presented_on IS NOT NULL AND t.plan_code = ANY (%L::text[]))', app_plans())
    WHEN 'account_manager' THEN format('(t.presented_on IS NOT NULL AND t.plan_code = ANY (%L::text[]))', app_plans())
    WHEN 'sme' THEN format('(t.sme_id = %L)', app_user())
    WHEN 'portal_team' THEN 'true'
    WHEN 'administration' THEN 'true'
  END;
  IF v_scope IS NULL OR greatest(length(v_number), length(array_to_string(v_words, ''))) < 3 THEN RETURN; END IF;

  IF length(v_number) >= 3 THEN
    v_hits := format($q$ SELECT t.id, 1, NULL FROM tickets t WHERE search_number(t.number) LIKE %1$L OR search_number(t.number) LIKE %2$L
      UNION ALL SELECT t.id, 2, NULL FROM tickets t WHERE search_number(t.tracking_number) LIKE %1$L
      UNION ALL SELECT c.ticket_id, 3, c.line_no FROM claim_lines c WHERE search_number(c.claim_number) LIKE %1$L
      UNION ALL $q$, v_number || '%', 'prp' || v_number || '%');
    -- The serial number alone, as people say it: "133" is PRP-2026-00133.
    IF v_number ~ '^[0-9]{3,6}$' THEN
      v_hits := v_hits || format($q$ SELECT t.id, 1, NULL FROM ticket_counters y JOIN tickets t ON search_number(t.number) = 'prp' || y.year || lpad(%L, greatest(5, length(%1$L)), '0') UNION ALL $q$, v_number);
    END IF;
    IF (length(v_rin) <= 9 AND length(v_rin) >= CASE app_role() WHEN 'provider' THEN 9 ELSE 4 END) THEN
      v_hits := v_hits || format($q$ SELECT c.ticket_id, 4, c.line_no FROM claim_lines c WHERE c.rin LIKE %L UNION ALL $q$, v_rin || '%');
    END IF;
  END IF;

  FOR v_step IN 1..2 LOOP
    DECLARE v_names text; BEGIN
      EXIT WHEN v_step = 2 AND NOT EXISTS (SELECT 1 FROM unnest(v_words) AS u(w) WHERE length(w) > 3 AND w ~ '[^0-9]');
      SELECT string_agg(CASE WHEN v_step = 2 AND length(w) > 3 THEN format('%1$L <%% n.name AND word_similarity(%1$L, n.name) >= %2$L', w, CASE WHEN length(w) > 6 THEN 0.5 ELSE 0.4 END)
        ELSE format('n.name LIKE %L', '% ' || w || '%') END, ' AND ') INTO v_names FROM unnest(v_words) AS u(w);
      v_query := format($q$
        WITH names AS MATERIALIZED (SELECT DISTINCT n.name FROM search_names n WHERE %1$s),
        hits(id, kind, line_no) AS MATERIALIZED (
          SELECT NULL::uuid, 0, NULL::int WHERE false UNION ALL %2$s
          SELECT t.id, 5, NULL FROM names n JOIN tickets t ON search_name(t.organization_name) = n.name
          UNION ALL SELECT t.id, 6, NULL FROM names n JOIN tickets t ON search_name(t.facility_name) = n.name WHERE t.facility_name IS NOT NULL
          UNION ALL SELECT c.ticket_id, 7, c.line_no FROM names n JOIN claim_lines c ON search_name(c.member_name) = n.name
        ),
        best AS MATERIALIZED (SELECT DISTINCT ON (h.id) h.id, h.kind, h.line_no FROM hits h ORDER BY h.id, h.kind, h.line_no),
        seen AS MATERIALIZED (SELECT b.id, b.kind, b.line_no, t.filed_at FROM best b JOIN tickets t ON t.id = b.id WHERE %3$s)
        SELECT s.id, s.filed_at, (ARRAY['number', 'tracking_number', 'claim_number', 'rin', 'provider', 'facility', 'member'])[s.kind], s.line_no, (SELECT count(*)::int FROM seen), $4
        FROM seen s WHERE $1 IS NULL OR (s.filed_at, s.id) < ($1, $2) ORDER BY s.filed_at DESC, s.id DESC LIMIT $3 $q$, v_names, v_hits, v_scope);
      RETURN QUERY EXECUTE v_query USING p_before, p_before_id, p_limit, v_step = 2;
      GET DIAGNOSTICS v_found = ROW_COUNT;
      EXIT WHEN v_found > 0;
    END;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION search_tickets(text, integer, timestamptz, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_tickets(text, integer, timestamptz, uuid) TO portal_web;

-- What a person searched for, so that its pages have an address that does not hold it; a day at most.
CREATE TABLE "kept_searches" (
    "id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "text" text NOT NULL,
    "kept_at" timestamptz(6) NOT NULL,

    CONSTRAINT "kept_searches_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "kept_searches_kept_at_idx" ON "kept_searches"("kept_at");
ALTER TABLE kept_searches
  ADD CONSTRAINT kept_searches_text CHECK (length(text) BETWEEN 1 AND 200),
  ADD CONSTRAINT kept_searches_person_fkey FOREIGN KEY (person_id) REFERENCES people (id);
ALTER TABLE kept_searches ENABLE ROW LEVEL SECURITY;
CREATE POLICY system_all ON kept_searches TO portal_worker USING ((SELECT app_role()) = 'system') WITH CHECK ((SELECT app_role()) = 'system');
CREATE POLICY own ON kept_searches TO portal_web USING (person_id = (SELECT app_user()));
GRANT SELECT, INSERT ON kept_searches TO portal_web;
GRANT SELECT, DELETE ON kept_searches TO portal_worker;

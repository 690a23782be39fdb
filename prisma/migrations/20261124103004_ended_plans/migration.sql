-- D20: a plan that ended without a successor keeps its tickets until the last of them is closed and no fine on them waits
-- for HFS; the Account Manager keeps them all.
CREATE OR REPLACE FUNCTION app_plans() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE mine(code) AS (
    SELECT p.code FROM organizations o JOIN plans p ON p.code = o.plan_code
      WHERE app_role() = 'mco' AND o.id = app_org()
        AND (p.valid_to IS NULL OR p.valid_to >= app_today() OR (p.succeeded_by IS NULL AND (
          EXISTS (SELECT 1 FROM tickets t WHERE t.plan_code = p.code AND t.status IN ('submitted', 'presented', 'responded', 'contested',
            'review_requested', 'administrative_review', 'decided'))
          OR EXISTS (SELECT 1 FROM fines f WHERE f.plan_code = p.code AND f.status = 'proposed'))))
    UNION
    SELECT a.plan_code FROM account_manager_plans a WHERE app_role() = 'account_manager' AND a.person_id = app_user()
    UNION
    SELECT p.code FROM plans p JOIN mine m ON p.succeeded_by = m.code WHERE p.valid_to < app_today()
  ) SELECT coalesce(array_agg(code), '{}') FROM mine $$;

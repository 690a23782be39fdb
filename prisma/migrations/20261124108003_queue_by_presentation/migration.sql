-- A plan's queue by the day of presentation, in both directions.
CREATE INDEX "tickets_plan_code_status_presented_on_id_idx" ON "tickets"("plan_code", "status", "presented_on", "id");

-- The staff's rooms: how a "no number" report was settled, and the orders in which staff read tickets and fines.

ALTER TABLE no_number_reports
  ADD COLUMN settled_by_name text,
  ADD COLUMN settled_note text,
  ADD CONSTRAINT no_number_reports_settled_by_named CHECK ((settled_at IS NULL) = (settled_by_name IS NULL)),
  ADD CONSTRAINT no_number_reports_settled_with_note CHECK ((settled_at IS NULL) = (settled_note IS NULL));

-- All tickets, newest or oldest first, within each filter; each ends in the key that pages go on from.
CREATE INDEX "tickets_plan_code_filed_at_id_idx" ON "tickets" ("plan_code", "filed_at", "id");
CREATE INDEX "tickets_status_filed_at_id_idx" ON "tickets" ("status", "filed_at", "id");
CREATE INDEX "tickets_program_code_filed_at_id_idx" ON "tickets" ("program_code", "filed_at", "id");
CREATE INDEX "tickets_issue_type_code_filed_at_id_idx" ON "tickets" ("issue_type_code", "filed_at", "id");
CREATE INDEX tickets_state_assignee_idx ON tickets (state_assignee_id, filed_at, id) WHERE state_assignee_id IS NOT NULL;
-- Everything that is somebody's turn, earliest date first.
CREATE INDEX tickets_turn_due_idx ON tickets (turn_due_on, id) WHERE turn_due_on IS NOT NULL;
-- A plan's closed tickets, last closed first.
CREATE INDEX tickets_plan_closed_idx ON tickets (plan_code, closed_on, id) WHERE closed_on IS NOT NULL;
-- D8: the few tickets on which an extension request waits.
CREATE INDEX tickets_extension_pending_idx ON tickets (plan_code, response_due_on, id) WHERE extension_state = 'pending';

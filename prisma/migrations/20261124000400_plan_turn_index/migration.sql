-- A plan's open tickets, earliest date first: an Account Manager reads each assigned plan by itself.
CREATE INDEX tickets_plan_turn_due_idx ON tickets (plan_code, turn_due_on, id) WHERE turn_due_on IS NOT NULL;

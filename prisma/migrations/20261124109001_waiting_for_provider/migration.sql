-- A plan's tickets that wait for information from the provider (R10), in the order of its queue.
CREATE INDEX tickets_plan_waiting_idx ON tickets (plan_code, response_due_on, id) WHERE status = 'presented' AND provider_owes_on IS NOT NULL;

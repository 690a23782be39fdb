-- D11: at most one fine that is not void, of the plan that has the ticket: after a transfer what was waived or rescinded for
-- the first plan stays on record and does not stand in the way of the second one's.
DROP INDEX fines_one_per_ticket_key;
CREATE UNIQUE INDEX fines_one_per_plan_key ON fines (ticket_id, plan_code) WHERE status <> 'void';

-- R19: each date that a plan misses is alerted of once. An alert of an earlier one, such as of a question that was
-- answered late, does not stand for that of the answer itself, nor for what is missed after a ticket was opened again.
DROP INDEX prepared_alerts_ticket_id_plan_code_reason_key;
CREATE UNIQUE INDEX "prepared_alerts_ticket_id_plan_code_reason_since_on_key" ON "prepared_alerts"("ticket_id", "plan_code", "reason", "since_on");

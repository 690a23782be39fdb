-- What a side owes beside the turn that the status gives: information for the plan or for HFS, answers to questions.
-- Kept beside the status like the dates of the queues, and always equal to the open clocks.

ALTER TABLE tickets
  ADD COLUMN provider_owes_on date,
  ADD COLUMN mco_owes_on date;

UPDATE tickets t SET
  provider_owes_on = (SELECT min(c.due_on) FROM clocks c WHERE c.ticket_id = t.id AND c.ended_on IS NULL AND c.owed_by = 'provider'
    AND c.rule_id IN ('information-answer', 'review-information', 'hfs-question')),
  mco_owes_on = (SELECT min(c.due_on) FROM clocks c WHERE c.ticket_id = t.id AND c.ended_on IS NULL AND c.owed_by = 'mco'
    AND c.rule_id IN ('review-information', 'hfs-question', 'portal-team-request'))
  WHERE status <> 'closed';

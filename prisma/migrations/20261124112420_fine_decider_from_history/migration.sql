-- Who decided a fine stands in the history, which cannot be changed; the fine's own row held it once more, beside what its
-- events give.
ALTER TABLE fines DROP COLUMN decided_by_id, DROP COLUMN decided_by_name;

-- The bell counts what a person has not seen. A message carries the time at which its act began, so one that was written
-- while somebody looked can bear an earlier time than the newest seen: what a look could not see yet stays new.

ALTER TABLE outbox ADD COLUMN written_in xid8;
-- A default set afterwards: what is there already needs none, and is not written again.
ALTER TABLE outbox ALTER COLUMN written_in SET DEFAULT pg_current_xact_id();
ALTER TABLE bell_looks ADD COLUMN seen_in pg_snapshot;

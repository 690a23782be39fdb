-- How many tickets a change of the holidays moved is counted from the histories (D16), without reading all of them.
CREATE INDEX ticket_events_moved_idx ON ticket_events (ticket_id) WHERE type = 'DatesMoved';

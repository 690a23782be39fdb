-- What is asked while a plan's answer is awaited, and a plan's objection to an issued fine.

-- D8: a request for an extension is moot once the answer is no longer awaited.
ALTER TABLE tickets
  DROP CONSTRAINT tickets_extension_known,
  ADD CONSTRAINT tickets_extension_known CHECK (extension_state IN ('none', 'pending', 'approved', 'denied', 'moot')),
  ADD CONSTRAINT tickets_extension_pending_while_presented CHECK (extension_state <> 'pending' OR status = 'presented');

ALTER TABLE fines
  ADD COLUMN "objected_on" date,
  ADD COLUMN "objection_decided_on" date,
  ADD COLUMN "objection_outcome" text,
  ADD CONSTRAINT fines_objection_known CHECK (objection_outcome IN ('upheld', 'granted')),
  ADD CONSTRAINT fines_objection_decided CHECK ((objection_decided_on IS NULL) = (objection_outcome IS NULL)),
  ADD CONSTRAINT fines_objection_made CHECK (objection_decided_on IS NULL OR objected_on IS NOT NULL),
  ADD CONSTRAINT fines_objection_to_issued CHECK (objected_on IS NULL OR issued_on IS NOT NULL);
CREATE INDEX fines_objection_open_idx ON fines (objected_on, id) WHERE status = 'issued' AND objected_on IS NOT NULL AND objection_decided_on IS NULL;

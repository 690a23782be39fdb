-- Which form wrote a draft last: a page that was opened before another one of its reader's wrote does not write over it.
ALTER TABLE form_drafts ADD COLUMN written_by text NOT NULL DEFAULT '';

-- Which tickets have a claim of these numbers: asked before each filing, so that a repeat is pointed out.
CREATE INDEX "claim_lines_claim_number_ticket_id_idx" ON "claim_lines" ("claim_number", "ticket_id");

-- How far each person has read a ticket's messages and questions; the messages themselves are events of its history.

CREATE TABLE "conversation_reads" (
    "ticket_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "seen_seq" integer NOT NULL,
    "seen_at" timestamptz(6) NOT NULL,

    CONSTRAINT "conversation_reads_pkey" PRIMARY KEY ("ticket_id", "person_id")
);
ALTER TABLE conversation_reads
  ADD CONSTRAINT conversation_reads_ticket_fkey FOREIGN KEY (ticket_id) REFERENCES tickets (id),
  ADD CONSTRAINT conversation_reads_person_fkey FOREIGN KEY (person_id) REFERENCES people (id),
  ADD CONSTRAINT conversation_reads_seq CHECK (seen_seq >= 1);

ALTER TABLE conversation_reads ENABLE ROW LEVEL SECURITY;
CREATE POLICY system_all ON conversation_reads TO portal_worker USING ((SELECT app_role()) = 'system') WITH CHECK ((SELECT app_role()) = 'system');
CREATE POLICY own ON conversation_reads TO portal_web
  USING (person_id = (SELECT app_user()) AND EXISTS (SELECT 1 FROM tickets t WHERE t.id = conversation_reads.ticket_id));
GRANT SELECT, INSERT, UPDATE ON conversation_reads TO portal_web, portal_worker;

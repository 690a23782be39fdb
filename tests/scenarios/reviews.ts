import type { Client } from 'pg';
import type { PersonActor } from '@/domain/access/actor';
import type { Action } from '@/domain/tickets/transitions';
import { SYSTEM } from '@/domain/access/actor';
import { runTicketCommand } from '@/server/commands/run-ticket-command';
import type { Cast } from './people';
import { at, command, done, givenOverdueTicket, givenRespondedTicket } from './tickets';

export const DELIVERY = { statement: 'The records show an emergency.', contactName: 'Renata Oyelaran', contactPhone: '(217) 555-0101', contactEmail: 'renata@kestrel.example' };
export const DECISION = { ruling: 'for_provider', reasons: 'Emergency care needs no authorization.', lines: [{ lineNo: '1', ruling: '', amountCents: '' }], providerLines: '', otherLines: '' };

/** Contested with a review asked for on Tue Nov 24, 2026, so both sides deliver until Thu Dec 24. */
export async function givenReviewRequested(owner: Client, cast: Cast): Promise<string> {
  const ticketId = await givenRespondedTicket(owner, cast);
  await done(cast.provider, command('contest', ticketId, { why: 'One claim is still denied.', requestReview: 'on', whatToReview: 'The denial of line 1.' }), { arrivedAt: at('2026-11-24') });
  return ticketId;
}

/** Both sides delivered on Dec 1 and 2; placed in review on Thu Dec 3, so HFS aims to decide by Sat Jan 2, 2027. */
export async function givenInReview(owner: Client, cast: Cast): Promise<string> {
  const ticketId = await givenReviewRequested(owner, cast);
  await act(cast.provider, 'deliverInformation', ticketId, '2026-12-01', DELIVERY);
  await act(cast.mco, 'deliverInformation', ticketId, '2026-12-02', DELIVERY);
  await act(cast.team, 'beginAdministrativeReview', ticketId, '2026-12-03', { reason: '', direction: '' });
  return ticketId;
}

/** A silent plan: due Nov 30, alerted on Dec 2, placed in review on Dec 3, so both sides deliver until Sat Jan 2, 2027 (D14). */
export async function givenSilentInReview(owner: Client, cast: Cast): Promise<string> {
  const ticketId = await givenOverdueTicket(owner, cast);
  await act(cast.team, 'alertHfs', ticketId, '2026-12-02', { what: 'No answer.' });
  await act(cast.team, 'beginAdministrativeReview', ticketId, '2026-12-03', { reason: '', direction: 'Review it on what the provider filed.' });
  return ticketId;
}

/** An act that must be taken. */
export async function act(actor: PersonActor, action: Action, ticketId: string, on: string, form: Record<string, unknown> = {}): Promise<void> {
  await done(actor, command(action, ticketId, form), { arrivedAt: at(on) });
}

/** The outcome of an act: 'done', or in words what stands in its way; a field's message stands after its name. */
export async function attempt(actor: PersonActor, action: Action, ticketId: string, on: string, form: Record<string, unknown> = {}): Promise<string> {
  const result = await runTicketCommand(actor, command(action, ticketId, form), { arrivedAt: at(on) });
  if (result.ok) return 'done';
  switch (result.error.kind) {
    case 'invalid': return result.error.issues.map((i) => `${i.field}: ${i.message}`).join('\n');
    case 'not_found': return 'not found';
    case 'stale': return result.error.changed.join('\n');
    default: return result.error.reason;
  }
}

/** What the sweep of a day does to the open duties of a rule on a ticket. */
export async function sweepRule(owner: Client, ticketId: string, ruleId: string, on: string): Promise<void> {
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM clocks WHERE ticket_id = $1 AND rule_id = $2 AND ended_on IS NULL ORDER BY owed_by', [ticketId, ruleId]);
  for (const { id } of rows) await done(SYSTEM, command('markOverdue', ticketId, { clockId: id }), { arrivedAt: at(on, '01:07') });
}

export type ClockRow = { rule_id: string; owed_by: string; day_0: string; due_on: string; end_reason: string | null; overdue_on: string | null };

export async function clocksOf(owner: Client, ticketId: string, ruleId: string): Promise<ClockRow[]> {
  const { rows } = await owner.query<ClockRow>(`SELECT rule_id, owed_by, day_0::text, due_on::text, end_reason, overdue_on::text FROM clocks WHERE ticket_id = $1 AND rule_id = $2 ORDER BY started_at, owed_by`, [ticketId, ruleId]);
  return rows;
}

export async function statusOf(owner: Client, ticketId: string): Promise<{ status: string; close_reason: string | null }> {
  const { rows } = await owner.query<{ status: string; close_reason: string | null }>('SELECT status, close_reason FROM tickets WHERE id = $1', [ticketId]);
  const [row] = rows;
  if (row === undefined) throw new Error(`No ticket ${ticketId}`);
  return row;
}

/** Who was told of what about a ticket, as `kind → address`. */
export async function mailsOf(owner: Client, ticketId: string, kind: string): Promise<string[]> {
  const { rows } = await owner.query<{ to_address: string }>('SELECT to_address FROM outbox WHERE ticket_id = $1 AND kind = $2 ORDER BY to_address', [ticketId, kind]);
  return rows.map((r) => r.to_address);
}

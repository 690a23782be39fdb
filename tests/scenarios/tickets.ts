import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { SYSTEM, type Actor, type PersonActor } from '@/domain/access/actor';
import { COMMAND_INPUTS, type TicketCommand } from '@/domain/tickets/commands';
import type { Action } from '@/domain/tickets/transitions';
import { runTicketCommand, type CommandOptions } from '@/server/commands/run-ticket-command';
import { calendarDate } from '@/shared/calendar-date';
import { chicagoInstant } from '@/shared/chicago';
import type { Cast } from './people';

/** An instant of a Chicago day, 10:00 unless said otherwise. */
export function at(on: string, time = '10:00'): Date {
  return chicagoInstant(calendarDate(on), time);
}

export async function givenDraft(owner: Client, actor: PersonActor, change: { refilesTicketId?: string } = {}): Promise<string> {
  const id = randomUUID();
  await owner.query(`INSERT INTO complaint_drafts (id, organization_id, created_by_id, data, version, refiles_ticket_id, created_at, updated_at) VALUES ($1, $2, $3, '{}', 1, $4, now(), now())`, [id, actor.organizationId, actor.personId, change.refilesTicketId ?? null]);
  return id;
}

/** A complaint of Oct 15, 2026 as its form sends it; received by the plan on Sep 11. */
export function complaintForm(actor: PersonActor, change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    planCode: 'COUNTYCARE', programCode: 'HEALTHCHOICE', issueTypeCode: 'CLAIMS', trackingNumber: 'CC-2026-118402', trackingNumberConfirmed: '', grounds: 'disagrees',
    organizationId: actor.organizationId, facilityId: '', npi: '', whatHappened: 'The claim was denied.', desiredOutcome: 'Pay it.', isUrgent: '',
    contactId: actor.personId, contactPhone: '(217) 555-0101', receivedByMcoOn: '2026-09-11', usedInternalProcess: 'on', outsideWindowConfirmed: '',
    claims: [{ memberName: 'Ada R. Lindqvist', rin: '000118420', serviceFrom: '2026-07-14', serviceTo: '2026-07-14', claimNumber: '26-0188417', billedCents: '1,240.00', paidCents: '', disputedCents: '1,240.00', denialCode: 'CO-197' }],
    ...change,
  };
}

export const ANSWER = {
  decision: 'overturned', plan: 'We pay it.', resolveOn: '2027-03-01', noDateReason: '', contactName: 'Simone Tran', contactPhone: '(312) 555-0119', contactEmail: 's.tran@countycare.example',
  pcfAttested: 'on', outcomes: [{ lineNo: '1', outcome: 'will_pay', amountCents: '1,240.00' }],
};

/** A command from a form, parsed as the browser's would be. */
export function command(action: Action, ticketId: string, form: Record<string, unknown> = {}): TicketCommand {
  return { action, input: COMMAND_INPUTS[action].parse({ ticketId, ...form }) } as TicketCommand;
}

/** Runs a command that must be taken. */
export async function done(actor: Actor, cmd: TicketCommand, options: CommandOptions): Promise<{ ticketId: string; number: string }> {
  const result = await runTicketCommand(actor, cmd, options);
  if (!result.ok) throw new Error(`${cmd.action}: ${JSON.stringify(result.error)}`);
  return result.value;
}

export async function givenSubmittedTicket(owner: Client, cast: Cast, change: Record<string, unknown> = {}, on = '2026-10-15'): Promise<string> {
  const draft = await givenDraft(owner, cast.provider);
  await done(cast.provider, command('submit', draft, complaintForm(cast.provider, change)), { arrivedAt: at(on, '15:48') });
  return draft;
}

/** Presented on Oct 27, 2026, so the answer is due on Mon Nov 30. */
export async function givenPresentedTicket(owner: Client, cast: Cast, change: Record<string, unknown> = {}): Promise<string> {
  const ticketId = await givenSubmittedTicket(owner, cast, change);
  await done(cast.team, command('present', ticketId), { arrivedAt: at('2026-10-27') });
  return ticketId;
}

/** Answered on Fri Nov 20, 2026 and its notice accepted on that day, so the provider can contest until Dec 1. */
export async function givenRespondedTicket(owner: Client, cast: Cast): Promise<string> {
  const ticketId = await givenPresentedTicket(owner, cast);
  await done(cast.mco, command('respond', ticketId, ANSWER), { arrivedAt: at('2026-11-20', '14:14') });
  const { rows } = await owner.query<{ id: string }>(`SELECT id FROM outbox WHERE ticket_id = $1 AND clock_role = 'response-notice'`, [ticketId]);
  await done(SYSTEM, command('recordNotice', ticketId, { messageId: rows[0]?.id, outcome: 'accepted' }), { arrivedAt: at('2026-11-20', '14:15') });
  return ticketId;
}

/** Presented, unanswered, swept on Dec 1: overdue with a proposed fine. */
export async function givenOverdueTicket(owner: Client, cast: Cast): Promise<string> {
  const ticketId = await givenPresentedTicket(owner, cast);
  const { rows } = await owner.query<{ id: string }>(`SELECT id FROM clocks WHERE ticket_id = $1 AND rule_id = 'mco-response'`, [ticketId]);
  await done(SYSTEM, command('markOverdue', ticketId, { clockId: rows[0]?.id }), { arrivedAt: at('2026-12-01', '01:07') });
  return ticketId;
}

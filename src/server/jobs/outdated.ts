import { isMoot, type RemindedState } from '@/domain/notifications/reminder-moot';
import { isRemindedRule } from '@/domain/notifications/reminder-mails';
import type { Ticket } from '@/domain/tickets/ticket';
import { chicagoDay } from '@/shared/chicago';
import type { Scope } from '../db/as-actor';
import { dayOf } from '../db/dates';
import { TEAM_READER } from '../db/mail-choices';
import { portalUrl } from '../portal-url';
import { writeDigest } from './write-digest';

export type Reminding = { id: string; kind: string; recipient_id: string | null; enqueued_at: Date; clock_id: string | null; plan_request_id: string | null; due_on: Date | null };
export type Words = { subject: string; text: string; html: string | null };

async function findState({ tx }: Scope, { clock_id: clockId, plan_request_id: requestId }: Reminding): Promise<RemindedState | null> {
  if (requestId !== null) {
    const request = await tx.planRequest.findUnique({ where: { id: requestId }, select: { status: true, answerOn: true } });
    return request === null ? null : { what: 'plan-request', dueOn: dayOf(request.answerOn), isOpen: request.status === 'open', extensionState: 'none' };
  }
  const clock = clockId === null ? null : await tx.clock.findUnique({ where: { id: clockId }, select: { ruleId: true, dueOn: true, endedOn: true, ticket: { select: { extensionState: true } } } });
  if (clock === null || !isRemindedRule(clock.ruleId)) return null;
  return { what: clock.ruleId, dueOn: dayOf(clock.dueOn), isOpen: clock.endedOn === null, extensionState: clock.ticket.extensionState as Ticket['extensionState'] };
}

async function hasLeft({ tx }: Scope, personId: string | null): Promise<boolean> {
  return personId !== null && (await tx.person.count({ where: { id: personId, disabledAt: null, memberships: { some: { endedAt: null } } } })) === 0;
}

/**
 * What a waiting reminder or digest says at the moment of sending: null when it is moot and is dropped; a digest is
 * written anew, without what was done meanwhile. Any other message keeps its words.
 */
export async function wordsAtSending(scope: Scope, row: Reminding & Words): Promise<Words | null> {
  if (row.kind === 'daily-digest') return writeDigest(scope, row.recipient_id ?? TEAM_READER, portalUrl());
  if (row.due_on === null) return row;
  const written = { dueOn: dayOf(row.due_on), on: chicagoDay(row.enqueued_at) };
  return isMoot(await findState(scope, row), written, scope.today) || (await hasLeft(scope, row.recipient_id)) ? null : row;
}

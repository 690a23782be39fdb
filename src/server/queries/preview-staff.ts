import type { PersonActor } from '@/domain/access/actor';
import { refusalReason } from '@/domain/tickets/decide';
import { planShortName } from '@/domain/tickets/reference';
import type { Assignee, Ticket } from '@/domain/tickets/ticket';
import { asReader } from '../db/as-actor';
import { findColleague } from '../db/find-staff';
import { findQueuedTickets, type QueuedTicket } from '../db/find-work-queues';
import type { ReadyTicket, RefusedTicket } from './preview-work';

/** `assignee` is null for nobody; `already`: how many are so already. */
export type AssignPreview = { ready: ReadyTicket[]; refused: RefusedTicket[]; assignee: Assignee | null; isMe: boolean; already: number; from: { name: string | null; tickets: number }[] };

/** `again`: how many HFS was alerted to before. */
export type AlertPreview = { ready: ReadyTicket[]; refused: RefusedTicket[]; plans: { planShortName: string; tickets: number }[]; again: number };

const readyOf = ({ ticket, eventCount }: QueuedTicket): ReadyTicket => ({ ticketId: ticket.id, number: ticket.number, eventCount });

function sorted(found: readonly QueuedTicket[], refusal: (ticket: Ticket) => string | null): { ready: QueuedTicket[]; refused: RefusedTicket[] } {
  const ready: QueuedTicket[] = [];
  const refused: RefusedTicket[] = [];
  for (const queued of found) {
    const reason = refusal(queued.ticket);
    if (reason === null) ready.push(queued);
    else refused.push({ ticketId: queued.ticket.id, number: queued.ticket.number, reason });
  }
  return { ready, refused };
}

function counted<T>(items: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** What handing these tickets to somebody will change; null when that is no colleague. */
export function previewAssign(actor: PersonActor, ticketIds: readonly string[], assigneeId: string | null): Promise<AssignPreview | null> {
  return asReader(actor, async (scope) => {
    const assignee = assigneeId === null ? null : await findColleague(scope.tx, actor, assigneeId);
    if (assigneeId !== null && assignee === null) return null;
    const found = await findQueuedTickets(scope, ticketIds);
    const { ready, refused } = sorted(found, (ticket) => refusalReason(ticket, 'assign', actor, { today: scope.today, planHasStaff: true }));
    const hasIt = ({ ticket }: QueuedTicket) => (actor.role === 'mco' ? ticket.mcoAssignee : ticket.stateAssignee);
    const others = ready.filter((q) => (hasIt(q)?.personId ?? null) !== assigneeId);
    return {
      ready: ready.map(readyOf),
      refused,
      assignee,
      isMe: assigneeId === actor.personId,
      already: ready.length - others.length,
      from: counted(others.map((q) => hasIt(q)?.name ?? null)).map(([name, tickets]) => ({ name, tickets })),
    };
  });
}

/** Whom alerting HFS to these tickets will tell, and which are refused (R19). */
export function previewAlert(actor: PersonActor, ticketIds: readonly string[]): Promise<AlertPreview> {
  return asReader(actor, async (scope) => {
    const found = await findQueuedTickets(scope, ticketIds);
    const { ready, refused } = sorted(found, (ticket) => refusalReason(ticket, 'alertHfs', actor, { today: scope.today, planHasStaff: true }));
    return {
      ready: ready.map(readyOf),
      refused,
      plans: counted(ready.map((q) => planShortName(scope.reference, q.ticket.planCode))).map(([name, tickets]) => ({ planShortName: name, tickets })),
      again: ready.filter((q) => q.ticket.alertedOn !== null).length,
    };
  });
}

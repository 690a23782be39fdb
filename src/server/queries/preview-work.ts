import type { PersonActor } from '@/domain/access/actor';
import { dueDate, ruleSetInForceOn, type DueDate } from '@/domain/deadlines';
import { refusalReason } from '@/domain/tickets/decide';
import { planShortName } from '@/domain/tickets/reference';
import { awaitedParties, missingParties } from '@/domain/tickets/review-clocks';
import type { Ticket } from '@/domain/tickets/ticket';
import { asReader, type Scope } from '../db/as-actor';
import { findPlanStaffing, type StaffingOf } from '../db/find-plan-staffing';
import { findQueuedTickets, type QueuedTicket } from '../db/find-work-queues';
import type { CalendarDate } from '@/shared/calendar-date';

export type RefusedTicket = { ticketId: string; number: string; reason: string };
export type ReadyTicket = { ticketId: string; number: string; eventCount: number };
export type MailCounts = { staffMails: number; plans: number; contactMails: number };

export type PresentPreview = {
  today: CalendarDate;
  ready: ReadyTicket[];
  refused: RefusedTicket[];
  /** When the answers will be due (R8), with its reason; null where the holiday table does not reach. */
  due: DueDate | null;
  goesTo: { planShortName: string; tickets: number }[];
  mails: MailCounts;
};

export type CloseAction = 'closeNotContested' | 'closeReviewNotRequested';
export type ClosePreview = { ready: (ReadyTicket & { action: CloseAction })[]; refused: RefusedTicket[]; mails: MailCounts };

/** `incomplete`: of how many tickets a side has not delivered. */
export type BeginPreview = { ready: ReadyTicket[]; refused: RefusedTicket[]; incomplete: number; aim: DueDate | null; mails: MailCounts };

type Sorted<T> = { ready: T[]; refused: RefusedTicket[] };

/** Mails to the plans' primary staff, or to all their staff where none is primary (R6), and one to each contact. */
function mailsFor(tickets: readonly Ticket[], staffing: StaffingOf): MailCounts {
  const readers = (t: Ticket) => staffing(t.planCode).primary || staffing(t.planCode).staff;
  return { staffMails: tickets.reduce((sum, t) => sum + readers(t), 0), plans: new Set(tickets.map((t) => t.planCode)).size, contactMails: tickets.length };
}

function goesTo(tickets: readonly Ticket[], scope: Scope): PresentPreview['goesTo'] {
  const counts = new Map<string, number>();
  for (const t of tickets) counts.set(t.planCode, (counts.get(t.planCode) ?? 0) + 1);
  return [...counts].map(([code, n]) => ({ planShortName: planShortName(scope.reference, code), tickets: n })).sort((a, b) => b.tickets - a.tickets);
}

const readyOf = ({ ticket, eventCount }: QueuedTicket): ReadyTicket => ({ ticketId: ticket.id, number: ticket.number, eventCount });
const refusedOf = ({ ticket }: QueuedTicket, reason: string): RefusedTicket => ({ ticketId: ticket.id, number: ticket.number, reason });

/** What presenting these tickets today will bring about: the dates, the plans, the mails, and which are refused. */
export function previewPresent(actor: PersonActor, ticketIds: readonly string[]): Promise<PresentPreview> {
  return asReader(actor, async (scope) => {
    const found = await findQueuedTickets(scope, ticketIds);
    const staffing = await findPlanStaffing(scope);
    const ready: QueuedTicket[] = [];
    const refused: RefusedTicket[] = [];
    for (const queued of found) {
      const planHasStaff = staffing(queued.ticket.planCode).staff > 0;
      const reason = refusalReason(queued.ticket, 'present', actor, { today: scope.today, planHasStaff });
      if (reason === null) ready.push(queued);
      else refused.push(refusedOf(queued, reason));
    }
    const due = dueDate('mco-response', scope.today, scope.holidays, ruleSetInForceOn(scope.today));
    const tickets = ready.map((q) => q.ticket);
    return { today: scope.today, ready: ready.map(readyOf), refused, due: due.ok ? due.value : null, goesTo: goesTo(tickets, scope), mails: mailsFor(tickets, staffing) };
  });
}

/** Why a ticket cannot be placed in review without anything more being said (R16, D14). */
function beginRefusal(ticket: Ticket, actor: PersonActor, today: CalendarDate): string | null {
  const reason = refusalReason(ticket, 'beginAdministrativeReview', actor, { today, planHasStaff: true });
  if (reason !== null) return reason;
  if (ticket.status === 'presented') return 'The Account Manager’s direction must be attached (D14). Open the ticket.';
  return awaitedParties(ticket.clocks, today).length === 0 ? null : 'Information can still be delivered in time (R16). Open the ticket to begin before, with a reason.';
}

/** What placing these tickets in review today will bring about. */
export function previewBegin(actor: PersonActor, ticketIds: readonly string[]): Promise<BeginPreview> {
  return asReader(actor, async (scope) => {
    const found = await findQueuedTickets(scope, ticketIds);
    const staffing = await findPlanStaffing(scope);
    const sorted: Sorted<QueuedTicket> = { ready: [], refused: [] };
    for (const queued of found) {
      const reason = beginRefusal(queued.ticket, actor, scope.today);
      if (reason === null) sorted.ready.push(queued);
      else sorted.refused.push(refusedOf(queued, reason));
    }
    const tickets = sorted.ready.map((q) => q.ticket);
    const aim = dueDate('hfs-decision', scope.today, scope.holidays, ruleSetInForceOn(scope.today));
    return { ready: sorted.ready.map(readyOf), refused: sorted.refused, incomplete: tickets.filter((t) => missingParties(t.clocks).length > 0).length, aim: aim.ok ? aim.value : null, mails: mailsFor(tickets, staffing) };
  });
}

function closeActionOf(ticket: Ticket): CloseAction {
  return ticket.status === 'contested' ? 'closeReviewNotRequested' : 'closeNotContested';
}

/** What closing these tickets will bring about; D18 and windows that still run refuse some of them. */
export function previewClose(actor: PersonActor, ticketIds: readonly string[]): Promise<ClosePreview> {
  return asReader(actor, async (scope) => {
    const found = await findQueuedTickets(scope, ticketIds);
    const staffing = await findPlanStaffing(scope);
    const sorted: Sorted<QueuedTicket> = { ready: [], refused: [] };
    for (const queued of found) {
      const reason = refusalReason(queued.ticket, closeActionOf(queued.ticket), actor, { today: scope.today, planHasStaff: true });
      if (reason === null) sorted.ready.push(queued);
      else sorted.refused.push(refusedOf(queued, reason));
    }
    return {
      ready: sorted.ready.map((q) => ({ ...readyOf(q), action: closeActionOf(q.ticket) })),
      refused: sorted.refused,
      mails: mailsFor(sorted.ready.map((q) => q.ticket), staffing),
    };
  });
}

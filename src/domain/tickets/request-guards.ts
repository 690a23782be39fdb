import { chicagoDay } from '@/shared/chicago';
import { compareDays, formatDay, type CalendarDate } from '@/shared/calendar-date';
import { latestClock, type Clock } from './clock';
import { standingFine, type Ticket } from './ticket';

type Today = { today: CalendarDate };

/** The provider's answer to a request for information that is awaited now (R10). */
export function openInformationClock(clocks: readonly Clock[]): Clock | null {
  return clocks.find((c) => c.endedOn === null && c.ruleId === 'information-answer') ?? null;
}

/** What stands in the way of asking for information or more time, of deciding it, and of objecting to a fine. */
export const REQUEST_GUARDS = {
  // R9: one request at a time, each within the plan's 5 business days.
  noInformationAwaited: (ticket: Ticket, { today }: Today) => {
    const open = openInformationClock(ticket.clocks);
    if (open === null) return null;
    return `Information was asked for on ${formatDay(open.day0)}, and the provider has not sent it yet. It ${compareDays(today, open.dueOn) > 0 ? 'was' : 'is'} due ${formatDay(open.dueOn)} (R10).`;
  },
  withinInformationRequest: (ticket: Ticket, { today }: Today) => {
    const clock = latestClock(ticket.clocks, 'information-request');
    return clock === null || compareDays(today, clock.dueOn) <= 0 ? null : `The last day to ask the provider for information was ${formatDay(clock.dueOn)} (R9).`;
  },
  informationAwaited: (ticket: Ticket) => {
    if (openInformationClock(ticket.clocks) !== null) return null;
    const last = latestClock(ticket.clocks, 'information-answer');
    if (last === null || last.endedOn === null) return 'The plan has not asked for information on this ticket.';
    return last.endReason === 'stopped' ? `The plan stopped waiting for information on ${formatDay(last.endedOn)}.` : `The plan’s request was answered on ${formatDay(last.endedOn)}.`;
  },
  // R11, D7: one per ticket across both parties; a denied request does not use it up, a pending one bars a second.
  extensionFree: (ticket: Ticket) => {
    if (ticket.extensionState === 'pending') {
      const clock = latestClock(ticket.clocks, 'extension-decision');
      return `An extension was asked for${clock === null ? '' : ` on ${formatDay(clock.day0)}`}, and HFS has not decided it yet (D7).`;
    }
    if (ticket.extensionState !== 'approved') return null;
    const clock = latestClock(ticket.clocks, 'mco-response-extended');
    return `HFS approved an extension${clock === null ? '' : ` on ${formatDay(chicagoDay(clock.startedAt))}`}. A ticket has one at most (R11).`;
  },
  withinExtensionRequest: (ticket: Ticket, { today }: Today) => {
    const clock = latestClock(ticket.clocks, 'extension-request');
    return clock === null || compareDays(today, clock.dueOn) <= 0 ? null : `The last day to ask for an extension was ${formatDay(clock.dueOn)} (R11).`;
  },
  extensionPending: (ticket: Ticket) => {
    if (ticket.extensionState === 'pending') return null;
    const last = latestClock(ticket.clocks, 'extension-decision');
    const decided = last?.endedOn ?? null;
    if (last?.endReason === 'stopped' && decided !== null) return `No request waits: the last one ended on ${formatDay(decided)} without a decision (D8).`;
    return decided === null ? 'Nobody has asked for an extension on this ticket.' : `HFS decided the request on ${formatDay(decided)}.`;
  },
  // A plan must not learn of a fine that is only proposed, waived or void: for it there is none.
  fineToObject: (ticket: Ticket) => {
    const fine = standingFine(ticket);
    if (fine === null || (fine.status !== 'issued' && fine.status !== 'rescinded')) return 'No fine was issued on this ticket.';
    if (fine.status === 'rescinded') return `HFS rescinded this fine${fine.decidedOn === null ? '' : ` on ${formatDay(fine.decidedOn)}`}.`;
    if (fine.objection === null) return null;
    const { on, decidedOn } = fine.objection;
    return decidedOn === null ? `Your plan objected on ${formatDay(on)}, and HFS has not decided it yet.` : `HFS decided your plan’s objection on ${formatDay(decidedOn)}: the fine stays.`;
  },
  objectionOpen: (ticket: Ticket) => {
    const objection = standingFine(ticket)?.objection ?? null;
    if (objection === null) return 'The plan has not objected to this fine.';
    return objection.decidedOn === null ? null : `The objection was decided on ${formatDay(objection.decidedOn)}.`;
  },
} as const;

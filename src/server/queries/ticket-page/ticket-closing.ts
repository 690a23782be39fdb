import { dueDate, ruleSetInForceOn, ruleSetOfVersion, type DueDate } from '@/domain/deadlines';
import { assertNever } from '@/shared/assert-never';
import { compareDays, formatDay, type CalendarDate } from '@/shared/calendar-date';
import { filingWindow, windowState } from '@/domain/tickets/filing-window';
import type { CloseReason } from '@/domain/tickets/status';
import type { HistoryRow } from '../../db/find-history';
import { isProvider, type PageContext } from './page-context';

/** What a provider can do after an `incomplete` closing, and until when the first date still counts (D17). */
export type FileAgain = { due: DueDate | null; inTime: boolean; already: { ticketId: string; number: string } | null };

/** Why a ticket is closed, in words. */
export type ClosingView = {
  reason: CloseReason;
  on: CalendarDate;
  title: string;
  texts: string[];
  /** What a person wrote about it. */
  typed: { label: string; text: string } | null;
  /** R4: the window that an early or late filing missed. */
  window: { opens: DueDate; closes: DueDate } | null;
  /** D2: a filing that came too early can be sent anew, now or from this day on. */
  newFiling: { from: CalendarDate; until: CalendarDate; isOpen: boolean } | null;
  fileAgain: FileAgain | null;
};

function typedOf(rows: readonly HistoryRow[]): ClosingView['typed'] {
  for (const row of rows) {
    // What was written before it was opened again belongs to the earlier closing.
    if (row.type === 'Reopened') return null;
    if (row.type === 'ReturnedAsClosed') return { label: 'The Portal Team writes', text: row.data.reason };
    if (row.type === 'Withdrawn') return { label: 'Why it was withdrawn', text: row.data.reason };
    if (row.type === 'ConfirmedResolved') return { label: 'How it was resolved', text: row.data.how };
  }
  return null;
}

function windowOf(ctx: PageContext): ClosingView['window'] {
  const ruleSet = ruleSetOfVersion(ctx.ticket.ruleSetVersion);
  const opens = dueDate('filing-opens', ctx.ticket.receivedByMcoOn, ctx.holidays, ruleSet);
  const closes = dueDate('filing-closes', ctx.ticket.receivedByMcoOn, ctx.holidays, ruleSet);
  return opens.ok && closes.ok ? { opens: opens.value, closes: closes.value } : null;
}

function fileAgain(ctx: PageContext, on: CalendarDate, already: FileAgain['already']): FileAgain {
  const due = dueDate('refiling', on, ctx.holidays, ruleSetInForceOn(ctx.today));
  return { due: due.ok ? due.value : null, inTime: due.ok && compareDays(ctx.today, due.value.due) <= 0, already };
}

function wordsOf(reason: CloseReason, ctx: PageContext): { title: string; texts: string[] } {
  const { ticket, plan } = ctx;
  const window = filingWindow(ticket.receivedByMcoOn);
  const who = isProvider(ctx) ? 'you' : 'the provider';
  const received = `${plan} received the dispute on ${formatDay(ticket.receivedByMcoOn)}. A complaint can be filed from ${formatDay(window.opensOn)} to ${formatDay(window.closesOn)}, both days included (R4).`;
  switch (reason) {
    case 'premature': return { title: 'Closed: filed too early', texts: [received, `This one came on ${formatDay(ticket.firstReceivedOn)}.`] };
    case 'untimely': return { title: 'Closed: filed too late', texts: [received, `This one came on ${formatDay(ticket.firstReceivedOn)}. It cannot be filed again for this dispute.`] };
    case 'incomplete': return { title: 'Closed: incomplete', texts: ['The Portal Team could not present it, because something was missing.'] };
    case 'out_of_scope': return { title: 'Closed: out of scope', texts: ['The portal cannot help with this kind of issue.'] };
    case 'duplicate': return { title: 'Closed: duplicate', texts: ['The same complaint is in the portal already.'] };
    case 'withdrawn': return { title: `Closed: withdrawn by ${isProvider(ctx) ? 'your contact' : 'the provider'}`, texts: [`${ticket.contact.name} withdrew it.`] };
    case 'accepted': return { title: 'Closed: the answer was accepted', texts: [`${ticket.contact.name} agreed with ${plan}’s answer.`] };
    case 'resolved': return { title: 'Closed: resolved', texts: [`${ticket.contact.name} said that it is resolved (R7).`] };
    case 'not_contested': return { title: 'Closed: the answer was not contested', texts: [`${plan} answered, and ${who} did not disagree within 5 business days (R14).`] };
    case 'review_not_requested': return { title: 'Closed: no review was asked for', texts: [`${isProvider(ctx) ? 'You' : 'The provider'} disagreed with the answer but did not ask HFS for a review within 30 days (R15, D13).`] };
    case 'hfs_decision': return { title: 'Closed: HFS decided', texts: ['The decision of HFS is final (R18).'] };
    default: return assertNever(reason);
  }
}

function newFiling(ctx: PageContext, reason: CloseReason): ClosingView['newFiling'] {
  if (reason !== 'premature' || !isProvider(ctx)) return null;
  const { opensOn, closesOn } = filingWindow(ctx.ticket.receivedByMcoOn);
  const state = windowState({ opensOn, closesOn }, ctx.today);
  return state === 'untimely' ? null : { from: opensOn, until: closesOn, isOpen: state === 'open' };
}

/** Why and since when the ticket is closed, and what can be done about it; null while it is open. */
export function ticketClosing(ctx: PageContext, rows: readonly HistoryRow[], refiledAs: FileAgain['already']): ClosingView | null {
  const { closeReason: reason, closedOn: on } = ctx.ticket;
  if (reason === null || on === null) return null;
  return {
    reason,
    on,
    ...wordsOf(reason, ctx),
    typed: typedOf(rows),
    window: reason === 'premature' || reason === 'untimely' ? windowOf(ctx) : null,
    newFiling: newFiling(ctx, reason),
    fileAgain: reason === 'incomplete' && isProvider(ctx) ? fileAgain(ctx, on, refiledAs) : null,
  };
}

import { begunBy, type RuleId } from '@/domain/deadlines';
import { assertNever } from '@/shared/assert-never';
import { formatDay, type CalendarDate } from '@/shared/calendar-date';
import { latestClock } from './clock';
import { CLOSE_REASON_NAMES, STATUS_NAMES } from './status';
import type { Ticket } from './ticket';

/**
 * The day since which a ticket has its status: of its act, or of the clock that begins with the status, so that one that
 * was opened again counts from there.
 */
export function statusSince(ticket: Ticket): CalendarDate | null {
  const begunWith = (ruleId: RuleId) => latestClock(ticket.clocks, ruleId)?.day0 ?? null;
  switch (ticket.status) {
    case 'submitted': return begunWith('presentation') ?? ticket.receivedOn;
    case 'presented': return begunWith('mco-response') ?? ticket.presentedOn;
    // D18: the time to disagree can begin later than the status does.
    case 'responded': return isReopened(ticket) ? begunWith('contest') : ticket.respondedOn;
    case 'contested': return begunWith('review-request');
    case 'review_requested': return begunWith('review-information');
    case 'administrative_review': return ticket.reviewBeganOn;
    case 'decided': return ticket.decidedOn;
    case 'closed': return ticket.closedOn;
    default: return assertNever(ticket.status);
  }
}

function isReopened({ clocks }: Ticket): boolean {
  const contest = latestClock(clocks, 'contest');
  return contest !== null && begunBy(contest.steps) === 'reopened';
}

type Standing = Pick<Ticket, 'status' | 'closeReason'> & { /** From `statusSince`. */ since: CalendarDate | null };

/** Where a ticket stands and since when, as the end of a sentence that begins with "The ticket is". */
export function whereItStands({ status, closeReason, since }: Standing): string {
  const day = since === null ? '' : ` since ${formatDay(since)}`;
  return status === 'closed' && closeReason !== null ? `closed${day}: ${CLOSE_REASON_NAMES[closeReason]}` : `in the status “${STATUS_NAMES[status]}”${day}`;
}

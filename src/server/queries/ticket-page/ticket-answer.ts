import { calendarDate, type CalendarDate } from '@/shared/calendar-date';
import type { ResponseDecision, ResponseNotice } from '@/domain/tickets/ticket';
import { latestClock } from '@/domain/tickets/clock';
import { responseClock } from '@/domain/tickets/turn';
import type { HistoryRow } from '../../db/find-history';
import type { PageContext } from './page-context';

/** The plan's answer as it was sent (R12). */
export type AnswerView = {
  decision: ResponseDecision;
  plan: string;
  resolveOn: CalendarDate | null;
  noDateReason: string | null;
  contactName: string;
  contactPhone: string;
  contactEmail: string;
  pcfAttested: boolean;
  /** R12: what the plan put right in its contact afterwards, the newest first; what each replaced stays. */
  contactCorrections: { at: Date; by: string; before: { contactName: string; contactPhone: string; contactEmail: string } }[];
  sentAt: Date;
  sentBy: string;
  respondedOn: CalendarDate;
  dueOn: CalendarDate;
  late: boolean;
  /** D18: how far its notice to the contact has come. */
  notice: ResponseNotice;
};

/** What the provider wrote against it, and to HFS. */
export type ReplyView = { kind: 'contest' | 'review'; text: string; late: boolean; at: Date; by: string };

export function ticketAnswer(ctx: PageContext, rows: readonly HistoryRow[]): AnswerView | null {
  // Opened again before its answer, a ticket has none: the earlier one stays in the history.
  if (ctx.ticket.respondedOn === null) return null;
  const row = rows.find((r) => r.type === 'ResponseSubmitted');
  if (row?.type !== 'ResponseSubmitted') return null;
  const { data } = row;
  const corrections = rows.flatMap((r) => (r.type === 'ResponseContactCorrected' && r.seq > row.seq ? [{ at: r.recordedAt, by: r.actorName, ...r.data }] : []));
  return {
    decision: data.decision,
    plan: data.plan,
    resolveOn: data.resolveOn === null ? null : calendarDate(data.resolveOn),
    noDateReason: data.noDateReason,
    ...(corrections[0]?.after ?? { contactName: data.contactName, contactPhone: data.contactPhone, contactEmail: data.contactEmail }),
    contactCorrections: corrections.map(({ at, by, before }) => ({ at, by, before })),
    pcfAttested: data.pcfAttested,
    sentAt: row.recordedAt,
    sentBy: row.actorName,
    respondedOn: row.effectiveOn,
    // D16: a holiday that was proclaimed late moves the date and can put an answer in time.
    dueOn: responseClock(ctx.ticket.clocks)?.dueOn ?? calendarDate(data.dueOn),
    late: ctx.ticket.respondedLate,
    notice: ctx.ticket.responseNotice,
  };
}

/** The provider's disagreement and its request for a review since the answer that stands, the later first; of each the last. */
export function ticketReplies(ctx: PageContext, rows: readonly HistoryRow[]): ReplyView[] {
  const answer = rows.find((r) => r.type === 'ResponseSubmitted');
  if (ctx.ticket.respondedOn === null || answer === undefined) return [];
  const since = rows.filter((r) => r.seq > answer.seq);
  const last = (['ResponseContested', 'ReviewRequested'] as const).flatMap((type) => since.find((r) => r.type === type) ?? []);
  return last.sort((a, b) => b.seq - a.seq).flatMap((row): ReplyView[] => {
    const by = `${row.actorName}, ${row.actorOrganization}`;
    if (row.type === 'ResponseContested') return [{ kind: 'contest', text: row.data.why, late: row.data.late && latestClock(ctx.ticket.clocks, 'contest')?.endReason !== 'met', at: row.recordedAt, by }];
    if (row.type === 'ReviewRequested') return [{ kind: 'review', text: row.data.whatToReview, late: false, at: row.recordedAt, by }];
    return [];
  });
}

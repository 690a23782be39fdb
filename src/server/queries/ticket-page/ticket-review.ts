import { isStateRole, ROLE_NAMES } from '@/domain/access/actor';
import { informationClock, openQuestions, REVIEW_PARTIES, type ReviewParty } from '@/domain/tickets/review-clocks';
import type { Ruling } from '@/domain/tickets/review-events';
import type { CalendarDate } from '@/shared/calendar-date';
import { calendarDate } from '@/shared/calendar-date';
import type { HistoryRow } from '../../db/find-history';
import type { PageContext } from './page-context';
import { dateView, type DateView } from './ticket-dates';

/** What somebody wrote, with when and who. */
export type Written = { text: string; at: Date; by: string };

/** One delivery of a side for the review, with the person who knows the case (R16). */
export type DeliveryView = Written & { contactName: string; contactPhone: string; contactEmail: string; late: boolean };

/** What a side has delivered to HFS, and what it still owes. */
export type SideView = { party: ReviewParty; deliveries: DeliveryView[]; /** Null before a review was asked for. */ duty: DateView | null; isMissing: boolean };

/** A question of HFS to a side, with its answer (R17). */
export type HfsQuestionView = { questionId: string; party: ReviewParty; question: Written; due: DateView | null; answer: (Written & { late: boolean }) | null; isOpen: boolean; /** The reader's side is asked. */ isMine: boolean };

/** The decision of HFS as its reader may see it: the State before it is shared, both sides afterwards (R18). */
export type DecisionView = { ruling: Ruling; reasons: string; decidedOn: CalendarDate; by: string; isShared: boolean };

/** The State's own: who is to decide, and why (R17). */
export type ReviewDesk = {
  direction: Written | null;
  recommended: Written | null;
  referred: (Written & { name: string; on: CalendarDate | null }) | null;
  /** Why the last expert, or the Portal Team the last decision, gave it back. */
  returned: (Written & { what: 'review' | 'decision' }) | null;
};

export type ReviewView = { beganOn: CalendarDate | null; beganEarly: string | null; isSilentPlan: boolean; sides: SideView[]; questions: HfsQuestionView[]; decision: DecisionView | null; desk: ReviewDesk | null };

type RowOf<T extends HistoryRow['type']> = Extract<HistoryRow, { type: T }>;

function rowsOf<T extends HistoryRow['type']>(rows: readonly HistoryRow[], type: T): RowOf<T>[] {
  return rows.filter((row): row is RowOf<T> => row.type === type);
}

function byWords(row: HistoryRow): string {
  return `${row.actorName}, ${isStateRole(row.actorRole) ? ROLE_NAMES[row.actorRole] : row.actorOrganization}`;
}

const written = (text: string, row: HistoryRow): Written => ({ text, at: row.recordedAt, by: byWords(row) });

function sideOf(party: ReviewParty, ctx: PageContext, rows: readonly HistoryRow[]): SideView {
  const clock = informationClock(ctx.ticket.clocks, party);
  const deliveries = rowsOf(rows, 'InformationDelivered')
    .filter((row) => row.data.party === party)
    .map(({ data, ...row }) => ({ ...written(data.statement, { data, ...row }), contactName: data.contactName, contactPhone: data.contactPhone, contactEmail: data.contactEmail, late: data.late }));
  return { party, deliveries, duty: clock === null ? null : dateView(clock, ctx), isMissing: deliveries.length === 0 };
}

/** The questions, the open ones first and those with the earliest date before all. */
function questionsOf(ctx: PageContext, rows: readonly HistoryRow[]): HfsQuestionView[] {
  const answers = new Map(rowsOf(rows, 'QuestionAnswered').map((row) => [row.data.questionId, { ...written(row.data.answer, row), late: row.data.late }]));
  const open = new Map(REVIEW_PARTIES.flatMap((party) => openQuestions(ctx.ticket.clocks, party)).map((clock) => [clock.subject, clock]));
  return rowsOf(rows, 'QuestionAsked')
    .map((row): HfsQuestionView => {
      const { questionId, party, question } = row.data;
      const clock = ctx.ticket.clocks.find((c) => c.ruleId === 'hfs-question' && c.subject === questionId);
      return { questionId, party, question: written(question, row), due: clock === undefined ? null : dateView(clock, ctx), answer: answers.get(questionId) ?? null, isOpen: open.has(questionId), isMine: ctx.actor.role === party };
    })
    .sort((a, b) => Number(b.isOpen) - Number(a.isOpen) || (a.isOpen && a.due !== null && b.due !== null ? a.due.due.localeCompare(b.due.due) : b.question.at.getTime() - a.question.at.getTime()));
}

function decisionOf(ctx: PageContext, rows: readonly HistoryRow[]): DecisionView | null {
  const [shared] = rowsOf(rows, 'DecisionShared');
  const [given] = rowsOf(rows, 'HfsDecided');
  const by = given === undefined ? 'HFS' : byWords(given);
  if (shared !== undefined) return { ruling: shared.data.ruling, reasons: shared.data.reasons, decidedOn: calendarDate(shared.data.decidedOn), by, isShared: true };
  if (given === undefined || ctx.ticket.status !== 'decided') return null;
  return { ruling: given.data.ruling, reasons: given.data.reasons, decidedOn: given.effectiveOn, by, isShared: false };
}

function returnedOf(ctx: PageContext, rows: readonly HistoryRow[]): ReviewDesk['returned'] {
  const row = rows.find((r): r is RowOf<'SmeReturned' | 'DecisionReturned' | 'HfsDecided'> => r.type === 'SmeReturned' || r.type === 'DecisionReturned' || r.type === 'HfsDecided');
  if (row === undefined || row.type === 'HfsDecided' || ctx.ticket.status !== 'administrative_review') return null;
  return row.type === 'SmeReturned' ? { ...written(row.data.why, row), what: 'review' } : { ...written(row.data.reason, row), what: 'decision' };
}

function deskOf(ctx: PageContext, rows: readonly HistoryRow[]): ReviewDesk | null {
  if (!isStateRole(ctx.actor.role)) return null;
  const { sme, smeReferredOn, smeRecommendedOn } = ctx.ticket;
  const [direction] = rowsOf(rows, 'DirectionAttached');
  const [recommended] = rowsOf(rows, 'SmeRecommended');
  const referred = rows.find((r): r is RowOf<'SmeReferred' | 'ReviewReassigned'> => r.type === 'SmeReferred' || r.type === 'ReviewReassigned');
  return {
    direction: direction === undefined ? null : written(direction.data.direction, direction),
    recommended: recommended === undefined || (smeRecommendedOn === null && sme === null) ? null : written(recommended.data.why, recommended),
    referred: sme === null || referred === undefined ? null : { ...written(referred.data.why, referred), name: sme.name, on: smeReferredOn },
    returned: returnedOf(ctx, rows),
  };
}

/** The review by HFS as this reader may see it; null for a ticket of which no review was asked for. */
export function ticketReview(ctx: PageContext, rows: readonly HistoryRow[]): ReviewView | null {
  const [begun] = rowsOf(rows, 'ReviewBegun');
  if (begun === undefined && informationClock(ctx.ticket.clocks, 'provider') === null) return null;
  return {
    beganOn: ctx.ticket.reviewBeganOn,
    beganEarly: begun?.data.reason ?? null,
    isSilentPlan: begun?.data.after === 'silence',
    sides: REVIEW_PARTIES.map((party) => sideOf(party, ctx, rows)),
    questions: questionsOf(ctx, rows),
    decision: decisionOf(ctx, rows),
    desk: deskOf(ctx, rows),
  };
}

import { ROLE_NAMES, isStateRole } from '@/domain/access/actor';
import { readersToChoose, type MessageReaders } from '@/domain/tickets/conversation';
import type { CalendarDate } from '@/shared/calendar-date';
import { MESSAGE_PAGE, type HistoryRow } from '../../db/find-history';
import { dateView, type DateView } from './ticket-dates';
import { canDo, type PageContext } from './page-context';

export type MessageView = { seq: number; text: string; to: MessageReaders; by: string; isOwn: boolean; at: Date; isNew: boolean };
/** R29: one question of the Portal Team with its date, and what the plan answered. */
export type QuestionView = {
  questionId: string;
  question: string;
  by: string;
  at: Date;
  due: DateView | null;
  answerOn: CalendarDate | null;
  answer: { text: string; by: string; at: Date; late: boolean } | null;
  canAnswer: boolean;
  isNew: boolean;
};
export type ConversationView = {
  messages: MessageView[];
  questions: QuestionView[];
  /** Where older messages go on. */
  olderBefore: number | null;
  isNewest: boolean;
  /** To whom the reader can write now; empty where no message can be sent. */
  choices: readonly MessageReaders[];
  /** Why not, where the reader will be able to. */
  refused: string | null;
  unread: number;
  /** What is to be kept as read once the page is shown; null when nothing is new. */
  readUpTo: number | null;
};

function byWords(row: HistoryRow, ctx: PageContext): string {
  if (row.actorId === ctx.actor.personId) return 'You';
  if (isStateRole(row.actorRole)) return `${row.actorName}, ${ROLE_NAMES[row.actorRole]}`;
  return `${row.actorName}, ${row.actorOrganization}`;
}

function isNew(row: HistoryRow, ctx: PageContext): boolean {
  return row.seq > (row.seenSeq ?? 0) && row.actorId !== ctx.actor.personId;
}

function questionsOf(ctx: PageContext, rows: readonly HistoryRow[]): QuestionView[] {
  return rows.flatMap((row): QuestionView[] => {
    if (row.type !== 'PlanAsked') return [];
    const { questionId, question } = row.data;
    const clock = ctx.ticket.clocks.find((c) => c.subject === questionId);
    const answer = rows.find((r) => r.type === 'PortalTeamAnswered' && r.data.questionId === questionId);
    return [{
      questionId,
      question,
      by: byWords(row, ctx),
      at: row.recordedAt,
      due: clock === undefined ? null : dateView(clock, ctx),
      answerOn: clock?.dueOn ?? null,
      answer: answer?.type === 'PortalTeamAnswered' ? { text: answer.data.answer, by: byWords(answer, ctx), at: answer.recordedAt, late: answer.data.late } : null,
      canAnswer: clock !== undefined && clock.endedOn === null && canDo(ctx, 'answerPortalTeam'),
      isNew: isNew(answer ?? row, ctx),
    }];
  });
}

function messageView(row: Extract<HistoryRow, { type: 'MessagePosted' }>, ctx: PageContext): MessageView {
  return { seq: row.seq, text: row.data.text, to: row.data.to, by: byWords(row, ctx), isOwn: row.actorId === ctx.actor.personId, at: row.recordedAt, isNew: isNew(row, ctx) };
}

/** What the page is about to show that the reader had not read yet; null when nothing is. */
function readUpTo(rows: readonly HistoryRow[]): number | null {
  const last = rows.find((r) => r.type === 'MessagePosted' || r.type === 'PlanAsked' || r.type === 'PortalTeamAnswered');
  return last !== undefined && last.seq > (last.seenSeq ?? 0) ? last.seq : null;
}

/**
 * Messages and questions as this reader may see them, the oldest first, and to whom a new message can go (R7, R29).
 * `rows` stand newest first; `before` is where a page of older messages begins.
 */
export function ticketConversation(ctx: PageContext, rows: readonly HistoryRow[], before: number | null, pageSize = MESSAGE_PAGE): ConversationView {
  const found = rows.flatMap((row) => (row.type === 'MessagePosted' && (before === null || row.seq < before) ? [messageView(row, ctx)] : []));
  const messages = found.slice(0, pageSize).reverse();
  const offer = ctx.actions.find((a) => a.action === 'postMessage');
  return {
    messages,
    questions: questionsOf(ctx, rows.toReversed()),
    olderBefore: found.length > pageSize ? (messages[0]?.seq ?? null) : null,
    isNewest: before === null,
    choices: offer !== undefined && offer.refused === null ? readersToChoose(ctx.actor.role, ctx.ticket.presentedOn !== null) : [],
    refused: offer?.refused ?? null,
    unread: messages.filter((m) => m.isNew).length,
    readUpTo: before === null ? readUpTo(rows) : null,
  };
}

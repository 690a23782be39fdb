import { isStateRole, type PersonActor } from '@/domain/access/actor';
import { dueDate, ruleSetOfVersion, type DueDate } from '@/domain/deadlines';
import type { Fine } from '@/domain/fines/fine';
import { availableActions, type AvailableAction } from '@/domain/tickets/available-actions';
import { eventTypesOf, type HistoryKind } from '@/domain/tickets/history-kinds';
import { fittingReceipt, statusesToReopen, wasOutsideWindow } from '@/domain/tickets/decide-reopen';
import { planShortName } from '@/domain/tickets/reference';
import { awaitsReceipt, type Assignee } from '@/domain/tickets/ticket';
import type { Reviewer } from '@/domain/tickets/review-events';
import type { ReopenTo } from '@/domain/tickets/status';
import type { CalendarDate } from '@/shared/calendar-date';
import { asActor, type Scope } from '../db/as-actor';
import { findAnswerDraft } from '../db/find-answer-draft';
import { findHistory, type HistoryRow } from '../db/find-history';
import { findPeopleToName, type PeopleToName, type PlanStaff } from '../db/find-people-to-name';
import { findColleagues } from '../db/find-staff';
import type { StoredTicket } from '../db/find-ticket';
import { findTicketInScope, type Relative, type TicketInScope } from '../db/find-ticket-in-scope';
import { findTicketMail, type TicketMail } from '../db/find-ticket-mail';
import { findStatusesHad } from '../db/find-statuses-had';
import { recordView } from '../db/record-view';
import { answerForm, fineRisk, type AnswerFormView, type FineRisk } from './ticket-page/answer-form';
import { canDo, type PageContext } from './ticket-page/page-context';
import { ticketAnswer, ticketReplies, type AnswerView, type ReplyView } from './ticket-page/ticket-answer';
import { ticketClaims, type ClaimsView } from './ticket-page/ticket-claims';
import { ticketConversation, type ConversationView } from './ticket-page/ticket-conversation';
import { contactChange, type ContactChangeView, type ContactChoice } from './ticket-page/contact-change';
import { followingDates, type FollowingDates } from './ticket-page/following-dates';
import { ticketRequests, type RequestsView } from './ticket-page/ticket-requests';
import { ticketClosing, type ClosingView } from './ticket-page/ticket-closing';
import { ticketDates, type DateView } from './ticket-page/ticket-dates';
import { ticketFacts, type TicketFacts } from './ticket-page/ticket-facts';
import { ticketFiles, type TicketFile } from './ticket-page/ticket-files';
import { FROM_THE_NEWEST, ticketHistory, TOLD_EVENTS, type HistoryView, type HistoryWanted } from './ticket-page/ticket-history';
import { ticketNext, type NextStep } from './ticket-page/ticket-next';
import { ticketReview, type ReviewView } from './ticket-page/ticket-review';
import { ticketScope } from '../db/ticket-scope';
import { ticketSteps, type StepView } from './ticket-page/ticket-steps';
import { ticketTurn, type TurnView } from './ticket-page/ticket-turn';

export type { ContactChangeView, ContactChoice, RequestsView };
export type { AnswerFormView, AnswerView, ClaimsView, ClosingView, DateView, FineRisk, HistoryView, NextStep, PlanStaff, ReplyView, ReviewView, StepView, TicketFacts, TicketFile, TicketMail, TurnView };
export type { ConversationView, MessageView, QuestionView } from './ticket-page/ticket-conversation';
export type { ClaimView } from './ticket-page/ticket-claims';
export type { FileAgain } from './ticket-page/ticket-closing';
export type { DecisionView, DeliveryView, HfsQuestionView, ReviewDesk, SideView } from './ticket-page/ticket-review';
export type { HistoryItem } from './ticket-page/ticket-history';

/** What presenting the ticket today would bring about. */
export type PresentationPreview = { answer: DueDate | null; staff: PlanStaff[] };

/** To what a closed ticket can be opened again; `receipt` are the days of receipt that fit, where one must be corrected (R4). */
export type ReopeningView = { choices: ReopenTo[]; receipt: { from: CalendarDate; to: CalendarDate } | null };

/** Where the pages of the history and of the claim lines begin. */
export type TicketPosition = { historyBefore?: number; historyKind?: HistoryKind; claimsFrom?: number; messagesBefore?: number; /** The page shows the messages, which count as read then. */ showsMessages?: boolean };

/** A ticket as one reader sees it; nothing here is hidden from that reader. */
export type TicketPage = {
  ticketId: string;
  number: string;
  trackingNumber: string;
  /** How many events the page has shown: what a form sends along, so that nobody acts on an old page. */
  eventCount: number;
  today: CalendarDate;
  actions: AvailableAction[];
  facts: TicketFacts;
  steps: StepView[];
  turn: TurnView;
  closing: ClosingView | null;
  next: NextStep[];
  dates: DateView[];
  claims: ClaimsView | null;
  answer: AnswerView | null;
  replies: ReplyView[];
  /** The review by HFS; null where none was asked for. */
  review: ReviewView | null;
  /** Whom the Portal Team or Administration can name for the review; null where that is not offered. */
  reviewers: Reviewer[] | null;
  history: HistoryView;
  requests: RequestsView;
  /** By when the next thing is due if the reader acts today. */
  following: FollowingDates;
  /** R7: how somebody else becomes the contact; null where that does not concern the reader. */
  contactChange: ContactChangeView | null;
  conversation: ConversationView;
  /** The statuses to which the reader can open it again; null where that is not offered. */
  reopening: ReopeningView | null;
  /** The files that the reader may see. */
  files: TicketFile[];
  /** The ticket that this one files again. */
  refiles: Relative | null;
  /** D18: the contact reads an answer whose notice has not arrived, so that first view is to be recorded. */
  isFirstView: boolean;
  fines: Fine[];
  risk: FineRisk | null;
  answerForm: AnswerFormView | null;
  presentation: PresentationPreview | null;
  /** To whom it can be assigned; null where that is not offered. */
  colleagues: Assignee[] | null;
  mail: TicketMail[] | null;
};

/** What the head of every page about a ticket shows. */
export type TicketHeadView = Pick<TicketPage, 'ticketId' | 'number' | 'trackingNumber' | 'eventCount' | 'today' | 'actions' | 'facts' | 'turn'>;

/** What the parts of a ticket's page are made from. */
export function contextOf({ today, holidays, reference }: Scope, actor: PersonActor, { ticket }: StoredTicket, planHasStaff: boolean): PageContext {
  const actions = availableActions(ticket, actor, { today, planHasStaff });
  return { actor, ticket, actions, today, holidays, reference, plan: planShortName(reference, ticket.planCode) };
}

/** Whom the page names to the State, where it offers to give the ticket or its review to somebody. */
async function peopleToName(scope: Scope, ctx: PageContext): Promise<PeopleToName | null> {
  const isAsked = canDo(ctx, 'assign') || canDo(ctx, 'referToSme') || canDo(ctx, 'reassignReview');
  return isAsked && isStateRole(ctx.actor.role) ? findPeopleToName(scope, ctx.ticket.planCode) : null;
}

/** Who at the plan would be told of a presentation; null unless that is the reader's next act. */
function staffToTell({ actor, ticket }: PageContext, people: PeopleToName | null): PlanStaff[] | null {
  return actor.role === 'portal_team' && ticket.status === 'submitted' ? (people?.staff ?? null) : null;
}

async function reopeningOf({ tx }: Scope, ctx: PageContext): Promise<ReopeningView | null> {
  if (!canDo(ctx, 'reopen')) return null;
  return { choices: statusesToReopen(ctx.ticket, await findStatusesHad(tx, ctx.ticket.id)), receipt: wasOutsideWindow(ctx.ticket) ? fittingReceipt(ctx.ticket) : null };
}

function presentationOf(ctx: PageContext, staff: PlanStaff[] | null): PresentationPreview | null {
  if (staff === null) return null;
  const answer = dueDate('mco-response', ctx.today, ctx.holidays, ruleSetOfVersion(ctx.ticket.ruleSetVersion));
  return { answer: answer.ok ? answer.value : null, staff };
}

function isFirstView({ ticket, actions }: PageContext): boolean {
  return canDo({ actions }, 'recordFirstView') && awaitsReceipt(ticket);
}

/** The parts that follow from the ticket and its events alone. */
export function wordsOf(ctx: PageContext, rows: HistoryRow[], wanted: HistoryWanted) {
  const answer = ticketAnswer(ctx, rows);
  return {
    facts: ticketFacts(ctx, rows),
    steps: ticketSteps(ctx),
    turn: ticketTurn(ctx),
    next: ticketNext(ctx, answer?.resolveOn ?? null),
    dates: ticketDates(ctx),
    answer,
    replies: ticketReplies(ctx, rows),
    review: ticketReview(ctx, rows),
    requests: ticketRequests(ctx, rows),
    following: followingDates(ctx),
    history: ticketHistory(ctx, rows, wanted),
    isFirstView: isFirstView(ctx),
  };
}

async function page(scope: Scope, actor: PersonActor, stored: TicketInScope, at: TicketPosition): Promise<TicketPage> {
  const { tx } = scope;
  const { ticket } = stored;
  const staffed = contextOf(scope, actor, stored, true);
  const people = await peopleToName(scope, staffed);
  const staff = staffToTell(staffed, people);
  const ctx = staff?.length === 0 ? contextOf(scope, actor, stored, false) : staffed;
  const wanted = { before: at.historyBefore ?? FROM_THE_NEWEST, kind: at.historyKind ?? null };
  const rows = await findHistory(tx, ticket.id, { before: wanted.before, types: wanted.kind === null ? null : eventTypesOf(wanted.kind), messagesBefore: at.messagesBefore ?? FROM_THE_NEWEST }, TOLD_EVENTS);
  const claims = await ticketClaims(tx, ctx, at.claimsFrom ?? 1);
  return {
    ticketId: ticket.id,
    number: ticket.number,
    trackingNumber: ticket.trackingNumber,
    eventCount: stored.eventCount,
    today: scope.today,
    actions: [...ctx.actions],
    ...wordsOf(ctx, rows, wanted),
    conversation: ticketConversation(ctx, rows, at.messagesBefore ?? null),
    reopening: await reopeningOf(scope, ctx),
    contactChange: await contactChange(scope, ctx),
    closing: ticketClosing(ctx, rows, stored.filedAgainAs),
    claims,
    files: ticketFiles(rows),
    refiles: stored.refiles,
    fines: ticket.fines,
    risk: actor.role === 'mco' ? fineRisk(ctx) : null,
    answerForm: canDo(ctx, 'respond') ? answerForm(ctx, await findAnswerDraft(tx, ticket.id), claims) : null,
    presentation: presentationOf(ctx, staff),
    reviewers: canDo(ctx, 'referToSme') || canDo(ctx, 'reassignReview') ? (people?.reviewers ?? null) : null,
    colleagues: canDo(ctx, 'assign') ? (people?.colleagues ?? (await findColleagues(tx, actor))) : null,
    mail: actor.role === 'portal_team' || actor.role === 'administration' ? await findTicketMail(tx, ticket.id) : null,
  };
}

/**
 * The ticket's page for one reader; null when the ticket does not exist for that reader. That it was opened, and what is
 * read now, is recorded in the same transaction, so nothing is shown that is not recorded. A page before the first view is
 * not shown: the one that is drawn after it tells what is new.
 */
export function getTicketPage(actor: PersonActor, ticketId: string, at: TicketPosition = {}): Promise<TicketPage | null> {
  return asActor(actor, async (scope) => {
    const stored = await findTicketInScope(scope.tx, ticketId, await ticketScope(scope, actor), actor.role !== 'provider');
    if (stored === null) return null;
    const found = await page(scope, actor, stored, at);
    await recordView(scope, actor, ticketId, at.showsMessages === true && !found.isFirstView ? found.conversation.readUpTo : null);
    return found;
  });
}

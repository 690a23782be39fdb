import { DEADLINE_RULES, isRuleId, type RuleId } from '@/domain/deadlines';
import { quarterName } from '@/domain/fines/quarter-name';
import { assertNever } from '@/shared/assert-never';
import { calendarDate, daysBetween, formatDay, type CalendarDate } from '@/shared/calendar-date';
import { cents, formatCents } from '@/shared/cents';
import { eventTitle } from './event-words';
import type { EventData, EventType } from './events';
import { issueTypeName, planName, planShortName, programName, type ReferenceData } from './reference';
import { isReviewHistory, reviewWords } from './review-words';
import type { MessageReaders } from './conversation';
import { CLOSE_REASON_NAMES, STATUS_NAMES, type Status } from './status';
import { isRequestEvent } from './request-events';
import { requestWords } from './request-words';

type Told<T extends EventType> = T extends 'ResponseSubmitted' ? Omit<EventData<T>, 'outcomes'> : T extends 'HfsDecided' | 'DecisionShared' ? Omit<EventData<T>, 'lines'> : EventData<T>;

/** An event as its history reads it; the outcomes per claim stand with the claim lines. */
export type HistoryEvent = { [T in EventType]: { type: T; data: Told<T> } }[EventType];

export type HistoryContext = {
  reference: ReferenceData;
  /** The plan that the ticket is about. */
  planCode: string;
  /** The reader did it. */
  isMine: boolean;
  /** What it did to the ticket's status; null where nothing, or where the ticket began. */
  moved: { from: Status; to: Status } | null;
  /** Clocks that began with it. */
  started: readonly { ruleId: RuleId; dueOn: CalendarDate }[];
};

export type Change = { label: string; before: string; after: string };
export type HistoryWords = { title: string; details: string[]; changes: Change[] };

const STARTED_WORDS: Partial<Record<RuleId, (day: string) => string>> = {
  presentation: (day) => `To be presented by ${day}.`,
  'mco-response': (day) => `Answer due ${day}.`,
  'information-answer': (day) => `The provider’s information is due ${day}.`,
  'extension-decision': (day) => `HFS aims to decide by ${day}.`,
  contest: (day) => `The provider can disagree until ${day}.`,
  'review-request': (day) => `A review can be asked for until ${day}.`,
  'review-information': (day) => `Information for HFS is due ${day}.`,
  'hfs-decision': (day) => `HFS aims to decide by ${day}.`,
};

function startedWords(started: HistoryContext['started']): string[] {
  // One sentence for a duty that began for both sides at once.
  return [...new Set(started.flatMap(({ ruleId, dueOn }) => STARTED_WORDS[ruleId]?.(formatDay(dueOn)) ?? []))];
}

function ruleLabel(ruleId: string): string {
  return isRuleId(ruleId) ? DEADLINE_RULES[ruleId].label : ruleId;
}

const dayWords = (day: string) => formatDay(calendarDate(day));

type Facts = EventData<'Corrected'>['before'];

function changesOf(before: Facts, after: Facts, reference: ReferenceData): Change[] {
  const rows: { label: string; key: keyof Facts; words: (value: string) => string }[] = [
    { label: 'Plan', key: 'planCode', words: (v) => planName(reference, v) },
    { label: 'Program', key: 'programCode', words: (v) => programName(reference, v) },
    { label: 'Issue', key: 'issueTypeCode', words: (v) => issueTypeName(reference, v) },
    { label: 'Tracking number', key: 'trackingNumber', words: (v) => v },
    { label: 'Dispute received by the plan', key: 'receivedByMcoOn', words: dayWords },
  ];
  return rows.flatMap(({ label, key, words }) => {
    const [was, is] = [before[key], after[key]];
    return was === undefined || is === undefined ? [] : [{ label, before: words(was), after: words(is) }];
  });
}

const MESSAGE_TITLES: Record<MessageReaders, string> = {
  parties: 'Message, seen by both sides',
  provider: 'Message to the provider',
  mco: 'Message to the plan',
  state: 'Note within the State',
};

function reopenChanges({ receivedByMcoOn }: EventData<'Reopened'>): Change[] {
  if (receivedByMcoOn === null) return [];
  return [{ label: 'Dispute received by the plan', before: dayWords(receivedByMcoOn.before), after: dayWords(receivedByMcoOn.after) }];
}

function filedWords(data: EventData<'ComplaintSubmitted'>, isMine: boolean): string {
  const day = (on: string) => daysBetween(calendarDate(data.receivedByMcoOn), calendarDate(on));
  return `${isMine ? 'You sent the complaint' : eventTitle('ComplaintSubmitted')}, on day ${day(data.receivedOn)} of ${day(data.windowClosesOn)}`;
}

const amount = (value: number) => formatCents(cents(value));

function wordsOf(event: HistoryEvent, ctx: HistoryContext): { title: string; details?: string[]; changes?: Change[] } {
  const title = eventTitle(event.type);
  if (isRequestEvent(event)) return requestWords(event, ctx.isMine);
  if (isReviewHistory(event)) return reviewWords(event, title, ctx.isMine);
  switch (event.type) {
    case 'ComplaintSubmitted': return { title: filedWords(event.data, ctx.isMine) };
    case 'ClosedAtFiling': return { title: `Closed at once: ${CLOSE_REASON_NAMES[event.data.closeReason]}` };
    case 'ReturnedAsClosed': return { title: `${title}: ${CLOSE_REASON_NAMES[event.data.closeReason]}` };
    case 'Presented': return { title: `Presented to ${planShortName(ctx.reference, ctx.planCode)}` };
    case 'Transferred': return { title: `Transferred from ${planShortName(ctx.reference, event.data.fromPlan)} to ${planShortName(ctx.reference, event.data.toPlan)}`, details: [event.data.reason], changes: [{ label: 'Plan', before: planName(ctx.reference, event.data.fromPlan), after: planName(ctx.reference, event.data.toPlan) }] };
    case 'Reopened': return { title: `Opened again: ${STATUS_NAMES[event.data.to]}`, details: [event.data.reason], changes: reopenChanges(event.data) };
    case 'MessagePosted': return { title: MESSAGE_TITLES[event.data.to], details: ['It stands under Messages.'] };
    case 'PlanAsked': return { title, details: [`Answer by ${dayWords(event.data.answerOn)}. The question stands under Questions.`] };
    case 'PortalTeamAnswered': return { title, details: event.data.late ? ['Late: after the day that was asked for.'] : [] };
    case 'ResponseSubmitted': return { title: `The plan answered: ${event.data.decision}`, details: event.data.late ? [`Late: it was due ${dayWords(event.data.dueOn)}.`] : [] };
    case 'ResponseContested': return { title: ctx.isMine ? 'You disagreed with the answer' : title, details: event.data.late ? ['Late: after the time to disagree.'] : [] };
    case 'ReviewRequested': return { title: ctx.isMine ? 'You asked HFS to review' : title };
    case 'ResponseAccepted': return { title: ctx.isMine ? 'You accepted the answer' : title };
    case 'HfsAlerted': return { title, details: [event.data.what] };
    case 'Corrected': return {
      title,
      details: [event.data.reason, ...(event.data.windowNoLongerFits ? ['With these facts it was not filed within its window (R4).'] : [])],
      changes: changesOf(event.data.before, event.data.after, ctx.reference),
    };
    case 'Assigned': return { title: event.data.assignee === null ? 'Assigned to nobody' : `Assigned to ${event.data.assignee.name}` };
    case 'DatesMoved': return {
      title,
      details: [`Reason: ${event.data.reason}.`, ...(event.data.answerInTime ? ['The plan’s answer was in time.'] : [])],
      changes: event.data.moves.map((m) => ({ label: ruleLabel(m.ruleId), before: dayWords(m.from), after: dayWords(m.to) })),
    };
    case 'OverdueMarked': return { title: `Overdue: ${ruleLabel(event.data.ruleId)}`, details: [`It was due ${dayWords(event.data.dueOn)}.`] };
    case 'OverdueMarkRemoved': return { title, details: [event.data.reason] };
    case 'WindowLapsed': return { title: `The time ended: ${ruleLabel(event.data.ruleId)}`, details: [`The last day was ${dayWords(event.data.dueOn)}.`] };
    case 'FineProposed': return { title: `A fine of ${amount(event.data.amountCents)} was proposed`, details: [`The answer was due ${dayWords(event.data.dueOn)}.`] };
    case 'FineIssued': return { title: `A fine of ${amount(event.data.amountCents)} was issued`, details: [`The answer was due ${dayWords(event.data.dueOn)}. It counts for ${quarterName(event.data.quarter)}.`] };
    case 'FineVoided':
    case 'FineWaived':
    case 'FineRescinded': return { title, details: [event.data.reason] };
    case 'ConfirmedResolved':
    case 'Withdrawn':
    case 'ClosedNotContested':
    case 'ClosedReviewNotRequested':
    case 'NoticeAccepted':
    case 'NoticeFailed':
    case 'NoticeSentAgain':
    case 'FileRefused':
    case 'ResponseSeen': return { title };
    default: return assertNever(event);
  }
}

/** An event in plain words, for a reader who may see it: what happened, what follows from it, and what was changed. */
export function historyWords(event: HistoryEvent, ctx: HistoryContext): HistoryWords {
  const { title, details = [], changes = [] } = wordsOf(event, ctx);
  const moved = ctx.moved === null ? [] : [{ label: 'Status', before: STATUS_NAMES[ctx.moved.from], after: STATUS_NAMES[ctx.moved.to] }];
  return { title, details: [...details, ...startedWords(ctx.started)], changes: [...changes, ...moved] };
}

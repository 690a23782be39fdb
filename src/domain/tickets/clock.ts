import type { DeadlineStep, RuleId } from '@/domain/deadlines';
import type { CalendarDate } from '@/shared/calendar-date';
import type { Party, Status } from './status';

export type ClockEndReason = 'met' | 'met_late' | 'lapsed' | 'superseded' | 'stopped';

/** One started clock: what is due, by when, why, and how it ended (lifecycle, "Clocks"). */
export type Clock = {
  id: string;
  ruleId: RuleId;
  kind: 'duty' | 'window' | 'target';
  owedBy: Party;
  /** Tells apart several clocks of one rule and party, such as two questions; empty where there can be only one. */
  subject: string;
  day0: CalendarDate;
  dueOn: CalendarDate;
  steps: DeadlineStep[];
  ruleSetVersion: number;
  holidayVersion: number;
  /** D15: the date rests on a holiday that HFS has not confirmed. */
  restsOnUnconfirmed: boolean;
  startedAt: Date;
  endedOn: CalendarDate | null;
  endReason: ClockEndReason | null;
  /** The day after the due date, once `markOverdue` has marked a duty. */
  overdueOn: CalendarDate | null;
};

export type ClockEnd = { clockId: string; endedOn: CalendarDate; reason: ClockEndReason };
export type ClockMark = { clockId: string; overdueOn: CalendarDate | null };
/** A clock that falls due later because the State's calendar changed (D16), or that goes on (R18), and how it stands then. */
export type ClockMove = { clockId: string } & Pick<Clock, 'dueOn' | 'steps' | 'holidayVersion' | 'restsOnUnconfirmed' | 'endedOn' | 'endReason' | 'overdueOn'>;
export type ClockChanges = { started: Clock[]; ended: ClockEnd[]; marked: ClockMark[]; /** Of `DatesMoved`, and of `DecisionReturned`, where stopped clocks go on by their date. */ moved?: ClockMove[] };

/** A rule belongs to these statuses: leaving them stops its open clocks, by the engine and not by each action. */
export const CLOCK_STATUSES: Record<RuleId, readonly Status[]> = {
  // Worked out from the date of receipt or of closing, so no clock row stands for them.
  'filing-opens': [],
  'filing-closes': [],
  refiling: [],
  'sanction-notice': [],
  presentation: ['submitted'],
  // D14: a silent plan's ticket is reviewed while its answer is still awaited.
  'mco-response': ['presented', 'administrative_review'],
  'mco-response-extended': ['presented', 'administrative_review'],
  'information-request': ['presented'],
  'information-answer': ['presented'],
  'extension-request': ['presented'],
  'extension-decision': ['presented'],
  contest: ['responded'],
  'review-request': ['contested'],
  'review-information': ['review_requested', 'administrative_review'],
  'hfs-question': ['administrative_review'],
  'portal-team-request': ['presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided'],
  'hfs-decision': ['administrative_review'],
};

/** The clocks that an event stopped before their time, by id. */
export function stoppedBy({ ended }: Pick<ClockChanges, 'ended'>): string[] {
  return ended.filter((end) => end.reason === 'stopped').map((end) => end.clockId);
}

export const RESPONSE_RULES: ReadonlySet<RuleId> = new Set<RuleId>(['mco-response', 'mco-response-extended']);

/** The clock of the plan's written response that runs now; the extended one where both ran (R26). */
export function openResponseClock(clocks: readonly Clock[]): Clock | null {
  return clocks.find((c) => c.endedOn === null && RESPONSE_RULES.has(c.ruleId)) ?? null;
}

/** The newest clock of a rule, open or ended: null when it never started. */
export function latestClock(clocks: readonly Clock[], ruleId: RuleId): Clock | null {
  return clocks.filter((c) => c.ruleId === ruleId).at(-1) ?? null;
}

/** Who owes the duty or has the right; `review-information` runs once for each party (R16). */
export const CLOCK_OWNERS: Record<RuleId, readonly Party[]> = {
  'filing-opens': ['provider'],
  'filing-closes': ['provider'],
  refiling: ['provider'],
  presentation: ['portal_team'],
  'mco-response': ['mco'],
  'mco-response-extended': ['mco'],
  'information-request': ['mco'],
  'information-answer': ['provider'],
  'extension-request': ['mco'],
  'extension-decision': ['hfs'],
  contest: ['provider'],
  'review-request': ['provider'],
  'review-information': ['provider', 'mco'],
  'hfs-question': ['provider'],
  'portal-team-request': ['mco'],
  'hfs-decision': ['hfs'],
  'sanction-notice': ['hfs'],
};

import { dueDate, ruleSetOfVersion, type DueDate } from '@/domain/deadlines';
import type { EventData } from '@/domain/tickets/events';
import type { RequestEventType } from '@/domain/tickets/request-events';
import { CONTACT_WAY_NAMES, contactTime } from '@/domain/tickets/request-words';
import { openInformationClock } from '@/domain/tickets/request-guards';
import { latestClock, openResponseClock, type Clock } from '@/domain/tickets/clock';
import { calendarDate, type CalendarDate } from '@/shared/calendar-date';
import type { HistoryRow } from '../../db/find-history';
import { dateView, type DateView } from './ticket-dates';
import type { PageContext } from './page-context';

type Said = { at: Date; by: string };

/** R9, R10: what the plan asked the provider for, and what came of it. */
export type InformationView = Said & {
  what: string;
  answer: (Said & { text: string | null; already: { on: CalendarDate; how: string } | null; late: boolean; dueOn: CalendarDate }) | null;
};

/** R11: who asked for an extension and why, and what HFS decided. */
export type ExtensionView = Said & {
  asker: 'provider' | 'mco';
  reason: string;
  decision: (Said & { approved: boolean; reason: string; dueOn: CalendarDate }) | null;
};

/** R7: one contact of the plan with the provider; only the plan and the State have these. */
export type ContactView = { id: string; when: string; how: string; withWhom: string; said: string; by: string };

/** D11: why the plan objects to its fine, and what HFS decided. */
export type ObjectionView = Said & { fineId: string; why: string; decision: (Said & { upheld: boolean; reason: string }) | null };

export type RequestsView = {
  information: InformationView[];
  /** The clock of the request that waits for the provider. */
  informationDue: DateView | null;
  extensions: ExtensionView[];
  /** What waits for HFS, and until when it aims to decide; null when nothing does. */
  extensionTarget: DateView | null;
  /** D5: by when the answer would be due with an extension; null once it has one, or no answer is awaited. */
  extended: DueDate | null;
  contacts: ContactView[];
  objections: ObjectionView[];
};

/** Events that the page tells of in their own place, besides its history. */
export const REQUEST_TOLD: readonly RequestEventType[] = ['InformationRequested', 'InformationProvided', 'ExtensionRequested', 'ExtensionDecided', 'ResponseContactCorrected', 'ContactLogged', 'FineObjected', 'FineObjectionDecided'];

type Row<T extends RequestEventType> = HistoryRow & { type: T; data: EventData<T> };

function rowsOf<T extends RequestEventType>(rows: readonly HistoryRow[], type: T): Row<T>[] {
  return rows.filter((row): row is Row<T> => row.type === type);
}

const saidIn = (row: HistoryRow): Said => ({ at: row.recordedAt, by: row.actorName });

/** The first row behind `row` that answers it; rows stand newest first. */
function after<T extends RequestEventType>(answers: readonly Row<T>[], row: HistoryRow, until: number): Row<T> | null {
  return answers.findLast((answer) => answer.seq > row.seq && answer.seq < until) ?? null;
}

function informationOf(rows: readonly HistoryRow[], clocks: readonly Clock[]): InformationView[] {
  const answers = rowsOf(rows, 'InformationProvided');
  const asked = rowsOf(rows, 'InformationRequested');
  return asked.map((row, i) => {
    const answer = after(answers, row, asked[i - 1]?.seq ?? Infinity);
    if (answer === null) return { ...saidIn(row), what: row.data.what, answer: null };
    const { text, providedOn, how } = answer.data;
    // D16: a holiday that was proclaimed late moves the date and can put the information in time.
    const clock = clocks.find((c) => c.ruleId === 'information-answer' && c.startedAt.getTime() === row.recordedAt.getTime());
    const late = clock === undefined ? answer.data.late : clock.endReason === 'met_late';
    const dueOn = clock?.dueOn ?? calendarDate(answer.data.dueOn);
    return { ...saidIn(row), what: row.data.what, answer: { ...saidIn(answer), text, already: providedOn === null || how === null ? null : { on: calendarDate(providedOn), how }, late, dueOn } };
  });
}

function extensionsOf(rows: readonly HistoryRow[]): ExtensionView[] {
  const decisions = rowsOf(rows, 'ExtensionDecided');
  const asked = rowsOf(rows, 'ExtensionRequested');
  return asked.map((row, i) => {
    const decided = after(decisions, row, asked[i - 1]?.seq ?? Infinity);
    const decision = decided === null ? null : { ...saidIn(decided), approved: decided.data.decision === 'approved', reason: decided.data.reason, dueOn: calendarDate(decided.data.dueOn) };
    return { ...saidIn(row), asker: row.data.by, reason: row.data.reason, decision };
  });
}

function contactsOf(rows: readonly HistoryRow[]): ContactView[] {
  const key = ({ data }: Row<'ContactLogged'>) => `${data.on} ${data.time}`;
  return rowsOf(rows, 'ContactLogged')
    .sort((a, b) => (key(a) < key(b) ? 1 : -1))
    .map((row) => ({ id: String(row.seq), when: contactTime(row.data), how: CONTACT_WAY_NAMES[row.data.how], withWhom: row.data.withWhom, said: row.data.said, by: row.actorName }));
}

function objectionsOf(rows: readonly HistoryRow[]): ObjectionView[] {
  const decisions = rowsOf(rows, 'FineObjectionDecided');
  return rowsOf(rows, 'FineObjected').map((row) => {
    const decided = decisions.find((d) => d.data.fineId === row.data.fineId) ?? null;
    return { ...saidIn(row), fineId: row.data.fineId, why: row.data.why, decision: decided === null ? null : { ...saidIn(decided), upheld: decided.data.outcome === 'upheld', reason: decided.data.reason } };
  });
}

/** What the parties asked of each other and of HFS, each with its answer, the newest first. */
export function ticketRequests(ctx: PageContext, rows: readonly HistoryRow[]): RequestsView {
  const information = openInformationClock(ctx.ticket.clocks);
  const target = ctx.ticket.extensionState === 'pending' ? latestClock(ctx.ticket.clocks, 'extension-decision') : null;
  const initial = openResponseClock(ctx.ticket.clocks);
  const extended = initial?.ruleId === 'mco-response' ? dueDate('mco-response-extended', initial.day0, ctx.holidays, ruleSetOfVersion(ctx.ticket.ruleSetVersion)) : null;
  return {
    extended: extended !== null && extended.ok ? extended.value : null,
    information: informationOf(rows, ctx.ticket.clocks),
    informationDue: information === null ? null : dateView(information, ctx),
    extensions: extensionsOf(rows),
    extensionTarget: target === null ? null : dateView(target, ctx),
    contacts: contactsOf(rows),
    objections: objectionsOf(rows),
  };
}

import { unkeepableIssues } from './complaint-draft';
import type { TicketCommand } from './commands';
import type { Action } from './transitions';
import type { FieldIssue } from '@/shared/domain-error';

/** The fields of each form that is kept while it is written: its own, and nothing else that a page sends along. */
const DRAFT_FIELDS = {
  returnAsClosed: ['closeReason', 'reason'],
  confirmResolved: ['how'],
  withdraw: ['reason'],
  requestInformation: ['what'],
  provideInformation: ['kind', 'text', 'providedOn', 'how'],
  requestExtension: ['reason'],
  decideExtension: ['decision', 'reason'],
  objectToFine: ['why'],
  askMco: ['question', 'answerOn'],
  logContact: ['on', 'time', 'how', 'withWhom', 'said'],
  postMessage: ['to', 'text'],
  contest: ['why', 'requestReview', 'whatToReview'],
  requestReview: ['whatToReview'],
  deliverInformation: ['statement', 'contactName', 'contactPhone', 'contactEmail'],
  askParty: ['party', 'question', 'answerOn'],
  answerQuestion: ['answer'],
  decide: ['ruling', 'providerLines', 'otherLines', 'reasons'],
  returnDecision: ['reason'],
} as const satisfies Partial<Record<Action, readonly string[]>>;

/** The fields that stand filled in before anybody types: left as they are, or alone, they are nobody's work. */
const PREFILLED: ReadonlySet<string> = new Set(['on', 'withWhom', 'contactName', 'contactPhone', 'contactEmail']);

export type DraftedAction = keyof typeof DRAFT_FIELDS;
/** What was typed, right or wrong, by field; the act judges it when it is sent. */
export type FormDraft = Record<string, string>;

const RULING_FIELD = /^lines\.\d{1,4}\.(ruling|amountCents)$/;
/** A date, `on` or `…On`, is typed in three boxes that are named after it. */
const DATE_PART = /(?<=[oO]n)-(month|day|year)$/;

/** What tells apart several forms of one act about a ticket: the question that is answered. */
export function draftSubject(command: TicketCommand): string | null {
  return command.action === 'answerQuestion' ? command.input.questionId : null;
}

export function isDraftedAction(action: Action): action is DraftedAction {
  return action in DRAFT_FIELDS;
}

/** The field that a form's box belongs to. */
const fieldOf = (name: string) => name.replace(DATE_PART, '');

function isOwnField(action: DraftedAction, name: string): boolean {
  return DRAFT_FIELDS[action].some((own) => own === fieldOf(name)) || (action === 'decide' && RULING_FIELD.test(name));
}

/** A draft from what a form sent or its row holds; what is not the form's own, or no single text, is left out. */
export function readFormDraft(action: DraftedAction, typed: unknown): FormDraft {
  const fields = typeof typed === 'object' && typed !== null ? Object.entries(typed) : [];
  return Object.fromEntries(fields.filter((field): field is [string, string] => typeof field[1] === 'string' && isOwnField(action, field[0])));
}

/** Is there nothing in it that would be missed? What its page fills in itself would not be, such as today as the day of a contact. */
export function isEmptyDraft(draft: FormDraft): boolean {
  return Object.entries(draft).every(([name, text]) => text.trim() === '' || PREFILLED.has(fieldOf(name)));
}

/** What cannot even be kept: NUL, half of a pair, texts beyond all measure. */
export function unkeepableDraft(draft: FormDraft): FieldIssue[] {
  return unkeepableIssues(draft);
}

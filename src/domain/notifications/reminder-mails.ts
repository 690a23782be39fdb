import { DEADLINE_RULES, type RuleId } from '@/domain/deadlines';
import { addDays, formatDay, isAfter, type CalendarDate } from '@/shared/calendar-date';
import type { Message, MessageKind, Recipient } from './message';
import { htmlOf, textOf } from './plain-mail';

/** The rules whose clocks people are reminded of: duties and windows that run as clocks. */
export const REMINDED_RULES = [
  'presentation', 'mco-response', 'mco-response-extended', 'information-request', 'information-answer', 'extension-request',
  'contest', 'review-request', 'review-information', 'hfs-question', 'portal-team-request',
] as const satisfies readonly RuleId[];
export type RemindedRule = (typeof REMINDED_RULES)[number];
/** The Portal Team's request about no ticket (R29) has a date, too. */
export type Reminded = RemindedRule | 'plan-request';

export function isRemindedRule(text: string): text is RemindedRule {
  return REMINDED_RULES.some((rule) => rule === text);
}

/** What is due, as a line of a list names it, and what its reader does about it. */
const WORDS: Record<Reminded, { thing: string; act: string }> = {
  presentation: { thing: 'Presenting to the plan', act: 'Present the ticket to the plan, or return it as closed (R5).' },
  'mco-response': { thing: 'Your written answer', act: 'Enter your written answer in the portal. After the due date a fine may be issued (R8, R20).' },
  'mco-response-extended': { thing: 'Your written answer, extended', act: 'Enter your written answer in the portal. After the extended date a fine may be issued (R11, R20).' },
  'information-request': { thing: 'Asking the provider for information', act: 'If your plan needs more information from the provider, ask for it in the portal by that day (R9).' },
  'information-answer': { thing: 'Information for the plan', act: 'Send what the plan asked for, or show in the portal that you have already provided it (R10).' },
  'extension-request': { thing: 'Asking for an extension', act: 'In extenuating circumstances an extension of the plan’s time to answer can be asked for in the portal by that day (R11).' },
  contest: { thing: 'Disagreeing with the answer', act: 'If you disagree with the plan’s answer, say so in the portal. If you do nothing, the Portal Team closes the ticket after that day (R14).' },
  'review-request': { thing: 'Asking HFS for a review', act: 'If you want HFS to review the dispute, ask for it in the portal. If you do nothing, the Portal Team closes the ticket after that day (R15).' },
  'review-information': { thing: 'Your information for HFS', act: 'Deliver to HFS what it needs for its review, with a person who knows the case (R16).' },
  'hfs-question': { thing: 'Your answer to HFS', act: 'Answer the question of HFS in the portal (R17).' },
  'portal-team-request': { thing: 'Your answer to the Portal Team', act: 'Answer the question of the Portal Team in the portal (R29).' },
  'plan-request': { thing: 'Your answer to the Portal Team', act: 'Answer the request of the Portal Team in the portal (R29).' },
};

/** One thing that is due, with all that a mail may say of it: numbers, the plan, a date and a link. */
export type DueItem = {
  what: Reminded;
  dueOn: CalendarDate;
  number: string;
  planName: string;
  /** R3; a request about no ticket has none. */
  trackingNumber: string | null;
  link: string;
};

/** A right that lapses, of which nobody is reminded after its last day. */
export function isWindow(what: Reminded): boolean {
  return what !== 'plan-request' && DEADLINE_RULES[what].kind === 'window';
}

/** `Due Mon Nov 30, 2026`, `Due today`, `Overdue since Tue Dec 1, 2026`, `Last day today`; without `today` none is relative. */
export function dueStateWords({ what, dueOn }: Pick<DueItem, 'what' | 'dueOn'>, today: CalendarDate | null): string {
  if (today !== null && isAfter(today, dueOn) && !isWindow(what)) return `Overdue since ${formatDay(addDays(dueOn, 1))}`;
  return `${isWindow(what) ? 'Last day' : 'Due'} ${dueOn === today ? 'today' : formatDay(dueOn)}`;
}

export function dueThing(what: Reminded): string {
  return WORDS[what].thing;
}

/** R3: numbers, plan and link of what is due. */
export function dueReference({ what, number, planName, trackingNumber, link }: DueItem): string {
  return `${what === 'plan-request' ? 'Request' : 'Ticket'} ${number}\n${planName}${trackingNumber === null ? '' : `, tracking number ${trackingNumber}`}\n${link}`;
}

function sentence({ what, dueOn }: DueItem, today: CalendarDate): string {
  const on = `${formatDay(dueOn)}${dueOn === today ? ', which is today' : ''}`;
  if (isWindow(what)) return `The last day is ${on}.`;
  return isAfter(today, dueOn) ? `It was due ${on}, and is overdue.` : `It is due ${on}.`;
}

/** A reminder of one duty or window, to one reader, as it reads on `today`. */
export function reminderMessage(item: DueItem, to: Recipient, today: CalendarDate): Message {
  const { thing, act } = WORDS[item.what];
  const paragraphs = [`${thing}. ${sentence(item, today)}`, act, dueReference(item)];
  const kind: MessageKind = `reminder-${item.what}`;
  // A subject is read on later days, too, so it names its day.
  const subject = `${dueStateWords(item, isAfter(today, item.dueOn) ? today : null)}, ${thing.charAt(0).toLowerCase()}${thing.slice(1)}: ${item.number}`;
  return { kind, to, subject, text: textOf(paragraphs), html: htmlOf(paragraphs), isResponseNotice: false };
}

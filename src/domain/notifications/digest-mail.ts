import { addDays, compareDays, formatDay, isBefore, type CalendarDate } from '@/shared/calendar-date';
import type { Message, Recipient } from './message';
import { htmlOf, textOf } from './plain-mail';
import { dueStateWords, dueThing, type DueItem } from './reminder-mails';

/** A digest looks so many calendar days ahead, and back to all that is overdue. */
const DIGEST_DAYS = 7;
/** More than this is a list for the portal, not for a mail. */
export const DIGEST_LINES = 100;

/** The last due date that the digest of a day lists. */
export function digestHorizon(today: CalendarDate): CalendarDate {
  return addDays(today, DIGEST_DAYS);
}

const countOf = (n: number, words: string) => (n === 0 ? [] : [`${n} ${words}`]);

function subjectOf(items: readonly DueItem[], today: CalendarDate): string {
  const overdue = items.filter((i) => isBefore(i.dueOn, today)).length;
  const now = items.filter((i) => i.dueOn === today).length;
  const ahead = items.length - overdue - now;
  return `Your dates, ${formatDay(today)}: ${[...countOf(overdue, 'overdue'), ...countOf(now, 'due today'), ...countOf(ahead, `within ${DIGEST_DAYS} days`)].join(', ')}`;
}

function lineOf({ what, number, planName, trackingNumber, link }: DueItem): string {
  return `${dueThing(what)}: ${number}\n${planName}${trackingNumber === null ? '' : `, tracking number ${trackingNumber}`}\n${link}`;
}

/**
 * The one mail a day that stands for all reminders: what is overdue, due today and within 7 days, by due date. Null when
 * nothing is. `isCut` says that there is more than the items given.
 */
export function digestMessage(items: readonly DueItem[], to: Recipient, today: CalendarDate, { isCut, portalUrl }: { isCut: boolean; portalUrl: string }): Message | null {
  if (items.length === 0) return null;
  const sorted = [...items].sort((a, b) => compareDays(a.dueOn, b.dueOn) || (a.number < b.number ? -1 : 1));
  const groups = Map.groupBy(sorted, (item) => dueStateWords(item, today));
  const paragraphs = [
    ...[...groups].flatMap(([words, group]) => [`${words}:`, ...group.map(lineOf)]),
    ...(isCut ? [`There is more. The portal lists all of it: ${portalUrl}`] : []),
    `You chose one mail a day instead of single reminders. You can change that: ${portalUrl}/my-mail`,
  ];
  return { kind: 'daily-digest', to, subject: subjectOf(items, today), text: textOf(paragraphs), html: htmlOf(paragraphs), isResponseNotice: false };
}

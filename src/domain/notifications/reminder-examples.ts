import { DEADLINE_RULES } from '@/domain/deadlines';
import { calendarDate, type CalendarDate } from '@/shared/calendar-date';
import { digestMessage } from './digest-mail';
import type { Message, MessageKind, Recipient } from './message';
import { isRemindedRule, reminderMessage, type DueItem, type Reminded } from './reminder-mails';

type ReminderKind = Extract<MessageKind, `reminder-${string}`>;
type Example = { title: string; when: string; to: string; message: Message };
type Made = { ticket: Omit<DueItem, 'what' | 'dueOn'>; contact: Recipient; plan: Recipient; team: Recipient; portalUrl: string };

const day = calendarDate;
const WHEN = '7 calendar days and 1 business day ahead and on the day, at 8:00';
const PLAN = 'the plan’s primary staff and whoever has the ticket there';
const CONTACT = 'the provider contact';

type Story = { title: string; dueOn: CalendarDate; today: CalendarDate; to: string; reader: 'contact' | 'plan' | 'team' };

/** One moment of each: ahead, on the day, or after it. */
const STORIES: Record<Reminded, Story> = {
  presentation: { title: 'Reminder: present', dueOn: day('2026-10-29'), today: day('2026-10-28'), to: 'the Portal Team', reader: 'team' },
  'mco-response': { title: 'Reminder: written answer', dueOn: day('2026-11-30'), today: day('2026-11-23'), to: PLAN, reader: 'plan' },
  'mco-response-extended': { title: 'Reminder: written answer, extended', dueOn: day('2026-12-28'), today: day('2026-12-29'), to: PLAN, reader: 'plan' },
  'information-request': { title: 'Reminder: ask for information', dueOn: day('2026-11-04'), today: day('2026-11-04'), to: PLAN, reader: 'plan' },
  'information-answer': { title: 'Reminder: information for the plan', dueOn: day('2026-12-03'), today: day('2026-12-02'), to: CONTACT, reader: 'contact' },
  'extension-request': { title: 'Reminder: ask for an extension', dueOn: day('2026-11-19'), today: day('2026-11-12'), to: `${PLAN}; the provider contact`, reader: 'plan' },
  contest: { title: 'Reminder: disagree', dueOn: day('2026-12-01'), today: day('2026-12-01'), to: CONTACT, reader: 'contact' },
  'review-request': { title: 'Reminder: ask for a review', dueOn: day('2026-12-24'), today: day('2026-12-17'), to: CONTACT, reader: 'contact' },
  'review-information': { title: 'Reminder: information for HFS', dueOn: day('2026-12-24'), today: day('2026-12-23'), to: 'the side that owes it: the provider contact, or the plan', reader: 'plan' },
  'hfs-question': { title: 'Reminder: question of HFS', dueOn: day('2027-01-15'), today: day('2027-01-14'), to: 'the side that was asked', reader: 'contact' },
  'portal-team-request': { title: 'Reminder: question of the Portal Team', dueOn: day('2026-12-04'), today: day('2026-12-03'), to: PLAN, reader: 'plan' },
  'plan-request': { title: 'Reminder: request about no ticket', dueOn: day('2026-12-04'), today: day('2026-12-04'), to: 'the plan’s primary staff', reader: 'plan' },
};

function itemOf(what: Reminded, dueOn: CalendarDate, { ticket, portalUrl }: Made): DueItem {
  return what === 'plan-request' ? { ...ticket, what, dueOn, number: 'REQ-2026-0012', trackingNumber: null, link: `${portalUrl}/requests/00000000-0000-4000-8000-000000000000` } : { ...ticket, what, dueOn };
}

/** A reminder's example, worded by the function that words the real ones. */
export function reminderExample(kind: ReminderKind, made: Made): Example {
  const rule = kind.slice('reminder-'.length);
  const what: Reminded = isRemindedRule(rule) ? rule : 'plan-request';
  const { title, dueOn, today, to, reader } = STORIES[what];
  const isDuty = what === 'plan-request' || DEADLINE_RULES[what].kind === 'duty';
  return { title, when: isDuty ? `${WHEN}, and the business day after it` : WHEN, to, message: reminderMessage(itemOf(what, dueOn, made), made[reader], today) };
}

export function digestExample(made: Made): Example {
  const items = [itemOf('mco-response', day('2026-11-30'), made), itemOf('plan-request', day('2026-12-04'), made), itemOf('hfs-question', day('2026-11-27'), made)];
  const message = digestMessage(items, made.plan, day('2026-11-30'), { isCut: false, portalUrl: made.portalUrl });
  if (message === null) throw new Error('A digest of three lines is a mail.');
  return { title: 'Daily digest', when: 'Each business day at 8:00, where something is overdue, due today or within 7 days; it stands for the reminders', to: 'whoever chose one mail a day', message };
}

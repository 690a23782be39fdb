import { formatDay, type CalendarDate } from '@/shared/calendar-date';
import type { Message, Recipient } from './message';
import { htmlOf, textOf } from './plain-mail';

type About = { number: string; planName: string; answerOn: CalendarDate; link: string };

function message(kind: 'plan-request' | 'plan-request-answered' | 'plan-request-withdrawn', to: Recipient, subject: string, line: string, { number, planName, link }: About): Message {
  const paragraphs = [line, `Request ${number}\n${planName}\n${link}`];
  return { kind, to, subject, text: textOf(paragraphs), html: htmlOf(paragraphs), isResponseNotice: false };
}

/** R29: the Portal Team asks a plan about no ticket; what it asks stands in the portal. */
export function planRequestMails(readers: readonly Recipient[], about: About): Message[] {
  const by = formatDay(about.answerOn);
  return readers.map((to) => message('plan-request', to, `Request to answer by ${by}: ${about.number}`, `The Portal Team asks your plan something that is about no ticket. Answer it in the portal by ${by} (R29).`, about));
}

export function planRequestAnsweredMail(to: Recipient, about: About): Message {
  return message('plan-request-answered', to, `The plan answered your request: ${about.number}`, `${about.planName} answered a request of the Portal Team (R29).`, about);
}

export function planRequestWithdrawnMails(readers: readonly Recipient[], about: About): Message[] {
  return readers.map((to) => message('plan-request-withdrawn', to, `Nothing to answer any more: ${about.number}`, 'The Portal Team took this request back. Your plan has nothing to answer (R29).', about));
}

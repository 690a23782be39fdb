import type { FilingWindow } from '@/domain/tickets/filing-window';
import { formatDay } from '@/shared/calendar-date';
import type { Message, Recipient } from './message';
import { htmlOf, textOf } from './plain-mail';

/** D2: the mail that a provider asked for, on the day on which its filing window opens. */
export function windowOpensMessage(about: { to: Recipient; planName: string | null; window: FilingWindow; link: string }): Message {
  const { to, planName, window, link } = about;
  const paragraphs = [
    `From today on you can send your complaint${planName === null ? '' : ` about ${planName}`}. Your draft is ready where you left it.`,
    `The filing window is ${formatDay(window.opensOn)} to ${formatDay(window.closesOn)}, both days included.`,
    link,
  ];
  return {
    kind: 'window-opens',
    to,
    subject: `You can file from today, ${formatDay(window.opensOn)}`,
    text: textOf(paragraphs),
    html: htmlOf(paragraphs),
    isResponseNotice: false,
  };
}

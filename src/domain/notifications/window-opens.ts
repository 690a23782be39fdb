import type { FilingWindow } from '@/domain/tickets/filing-window';
import { formatDay } from '@/shared/calendar-date';
import type { Message, Recipient } from './message';
import { htmlOf, textOf } from './plain-mail';

type About = { to: Recipient; planName: string | null; trackingNumber: string | null; window: FilingWindow; link: string };

/** R3: the plan and its tracking number, as far as the draft has them, with the link. */
function reference({ planName, trackingNumber, link }: About): string {
  const dispute = [planName, trackingNumber === null ? null : `tracking number ${trackingNumber}`].filter((part) => part !== null).join(', ');
  return dispute === '' ? link : `${dispute}\n${link}`;
}

/** D2: the mail that a provider asked for, on the day on which its filing window opens. */
export function windowOpensMessage(about: About): Message {
  const { to, planName, window } = about;
  const paragraphs = [
    `From today on you can send your complaint${planName === null ? '' : ` about ${planName}`}. Your draft is ready where you left it.`,
    `The filing window is ${formatDay(window.opensOn)} to ${formatDay(window.closesOn)}, both days included.`,
    reference(about),
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

import type { Message, Recipient } from './message';
import { htmlOf, textOf } from './plain-mail';

type About = {
  to: Recipient;
  /** The ticket that the file is for; null while it is a draft. */
  ticket: { number: string; trackingNumber: string; planName: string } | null;
  /** It was sent along already, so its readers see that it was refused. */
  isAttached: boolean;
  link: string;
};

/** To whoever uploaded a file in which the virus scanner found something; never the file's name or what was found. */
export function fileRefusedMessage({ to, ticket, isAttached, link }: About): Message {
  const where = ticket === null ? 'your draft' : `ticket ${ticket.number} (${ticket.planName}, tracking number ${ticket.trackingNumber})`;
  const paragraphs = [
    `The virus scanner found something in a file that you uploaded for ${where}. The file was refused and its content was deleted.`,
    isAttached ? 'What you sent with it stands, but nobody can open that file. The portal shows which one it is. Check the computer that it came from, and send a clean copy if it is needed.' : 'The portal shows which one it is. Check the computer that it came from, and add a clean copy if it is needed.',
    link,
  ];
  return { kind: 'file-refused', to, subject: ticket === null ? 'A file was refused' : `A file was refused: ${ticket.number}`, text: textOf(paragraphs), html: htmlOf(paragraphs), isResponseNotice: false };
}

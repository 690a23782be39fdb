import { createTransport, type Transporter } from 'nodemailer';

export type OutgoingMail = { messageId: string; writtenAt: Date; toName: string; toAddress: string; subject: string; text: string; html: string | null };

/** What the mail server said: accepted, or not, for now or for good. */
export type Delivery = { outcome: 'accepted' | 'try_again' | 'refused'; reply: string };

/** A server may think for ten minutes after the last line of a mail (RFC 5321, 4.5.3.2.6): giving up earlier would send it twice. */
const SILENCE_MS = 600_000;
const transports = new Map<string, Transporter>();

function transport(url: string): Transporter {
  const known = transports.get(url);
  if (known !== undefined) return known;
  const made = createTransport({ url, pool: true, maxConnections: 2, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: SILENCE_MS });
  transports.set(url, made);
  return made;
}

/** A server's words as one line that can be stored, whatever they hold. */
function replyOf(words: string): string {
  return words.replace(/\p{Cc}+/gu, ' ').slice(0, 500).toWellFormed().trim();
}

/**
 * A 5xx answer to the envelope or to the message itself is for good (RFC 5321, 4.2.1). Anything else may pass: a server
 * that is away or says nothing, and one that does not take our password (530, EAUTH), which somebody will mend.
 */
function deliveryOf(error: unknown): Delivery {
  const failure = error as { code?: string; command?: string; responseCode?: number; response?: string; message?: string };
  const isAboutMessage = failure.code === 'EENVELOPE' || failure.code === 'EMESSAGE';
  // Without an answer it is an address that no server would be asked about.
  const isForGood = failure.responseCode === undefined ? failure.command === 'API' : failure.responseCode >= 500 && failure.responseCode !== 530;
  const isRefused = isAboutMessage && isForGood;
  return { outcome: isRefused ? 'refused' : 'try_again', reply: replyOf(failure.response ?? failure.message ?? String(error)) };
}

/** Hands one message to the SMTP server at `url` (`smtp://user:password@host:port`). Never throws for a delivery that fails. */
export async function sendMail(url: string, from: string, mail: OutgoingMail): Promise<Delivery> {
  try {
    const info = (await transport(url).sendMail({
      messageId: mail.messageId,
      date: mail.writtenAt,
      from,
      to: { name: mail.toName, address: mail.toAddress },
      subject: mail.subject,
      text: mail.text,
      html: mail.html ?? undefined,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    })) as { response: string };
    return { outcome: 'accepted', reply: replyOf(info.response) };
  } catch (error) {
    return deliveryOf(error);
  }
}

/** Ends the idle connections, so that the process can exit. */
export function closeTransports(): void {
  for (const t of transports.values()) t.close();
  transports.clear();
}

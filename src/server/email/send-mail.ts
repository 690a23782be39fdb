import { createTransport, type Transporter } from 'nodemailer';

export type OutgoingMail = { messageId: string; toName: string; toAddress: string; subject: string; text: string; html: string | null };

/** What the mail server said: accepted, or not, for now or for good. */
export type Delivery = { outcome: 'accepted' | 'try_again' | 'refused'; reply: string };

const transports = new Map<string, Transporter>();

function transport(url: string): Transporter {
  const known = transports.get(url);
  if (known !== undefined) return known;
  const made = createTransport({ url, pool: true, maxConnections: 2, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
  transports.set(url, made);
  return made;
}

/** A 5xx answer to the message itself is for good (RFC 5321, 4.2.1); anything else may pass. */
function deliveryOf(error: unknown): Delivery {
  const failure = error as { responseCode?: number; response?: string; message?: string };
  const reply = (failure.response ?? failure.message ?? String(error)).slice(0, 500);
  return { outcome: failure.responseCode !== undefined && failure.responseCode >= 500 ? 'refused' : 'try_again', reply };
}

/** Hands one message to the SMTP server at `url` (`smtp://user:password@host:port`). Never throws for a delivery that fails. */
export async function sendMail(url: string, from: string, mail: OutgoingMail): Promise<Delivery> {
  try {
    const info = (await transport(url).sendMail({
      messageId: mail.messageId,
      from,
      to: { name: mail.toName, address: mail.toAddress },
      subject: mail.subject,
      text: mail.text,
      html: mail.html ?? undefined,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    })) as { response: string };
    return { outcome: 'accepted', reply: info.response.slice(0, 500) };
  } catch (error) {
    return deliveryOf(error);
  }
}

/** Ends the idle connections, so that the process can exit. */
export function closeTransports(): void {
  for (const t of transports.values()) t.close();
  transports.clear();
}

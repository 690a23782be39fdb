export type Mail = { subject: string; text: string; to: string };

type Raw = { subject?: string; text?: string; to?: { address?: string }[] };

/** The mails in the sandbox's mailbox that name a ticket, read from the mail server that took them. */
export async function readMails(number: string): Promise<Mail[]> {
  const url = process.env.MAILBOX_URL ?? '';
  const all = (await (await fetch(`${url}/api/email`)).json()) as Raw[];
  return all.map((m) => ({ subject: m.subject ?? '', text: m.text ?? '', to: m.to?.[0]?.address ?? '' })).filter((m) => m.subject.includes(number));
}

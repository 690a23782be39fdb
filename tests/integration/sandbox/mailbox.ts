import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll } from 'vitest';
import { closeTransports } from '@/server/email/send-mail';
import type { MailServer } from '@/server/jobs/deliver-message';

export type Mailbox = { server: MailServer; received: string[] };

/** A real SMTP server that keeps the recipient of every mail, in the order in which they came. */
export function useMailbox(): Mailbox {
  const mailbox: Mailbox = { server: { smtpUrl: '', from: 'Portal <portal@hfs.example>' }, received: [] };
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, session, done) => {
      stream.resume();
      stream.on('end', () => {
        mailbox.received.push(...session.envelope.rcptTo.map((to) => to.address));
        done();
      });
    },
  });
  // A client that is ended with its pool hangs up.
  smtp.on('error', () => undefined);
  beforeAll(async () => {
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    mailbox.server.smtpUrl = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    closeTransports();
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
  });
  return mailbox;
}

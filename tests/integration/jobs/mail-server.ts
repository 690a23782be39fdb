import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { closeTransports } from '@/server/email/send-mail';
import type { MailServer } from '@/server/jobs/deliver-message';

/** What the server does with the next mail; `hold` accepts it when the promise resolves, `lose` never has it. */
type Answer = 'accept' | 'lose' | { code: number; words: string; at: 'RCPT' | 'DATA' } | { hold: Promise<void> };
export type TestMailServer = {
  server: MailServer;
  /** The mails that were accepted, as they came over the wire. */
  received: Buffer[];
  answer: (...answers: Answer[]) => void;
  /** Resolves when the server has a whole mail that it has not answered yet. */
  nextArrival: () => Promise<void>;
  /** The Message-IDs of what was accepted. */
  messageIds: () => Promise<(string | undefined)[]>;
};

const failure = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code });

/** A real SMTP server on a free port, which accepts what comes unless it was told otherwise. */
export function useMailServer(): TestMailServer {
  const answers: Answer[] = [];
  let arrived: () => void = () => undefined;
  const mail: TestMailServer = {
    server: { smtpUrl: '', from: 'Provider Resolution Portal <no-reply@portal.example>' },
    received: [],
    answer: (...next) => void answers.push(...next),
    nextArrival: () => new Promise((resolve) => (arrived = resolve)),
    messageIds: async () => (await Promise.all(mail.received.map(read))).map((got) => got.messageId),
  };
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      const [next] = answers;
      if (next === undefined || typeof next === 'string' || 'hold' in next || next.at !== 'RCPT') return done();
      answers.shift();
      done(failure(next.code, next.words));
    },
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const next = answers.shift() ?? 'accept';
        arrived();
        const accept = () => {
          mail.received.push(Buffer.concat(parts));
          done();
        };
        if (next === 'accept') accept();
        else if (next === 'lose') return;
        else if ('hold' in next) void next.hold.then(accept);
        else done(failure(next.code, next.words));
      });
    },
  });
  // A client that is killed hangs up in the middle of a word.
  smtp.on('error', () => undefined);
  beforeAll(async () => {
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    mail.server.smtpUrl = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    mail.received.length = 0;
    answers.length = 0;
  });
  afterAll(async () => {
    closeTransports();
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
  });
  return mail;
}

export const read = (raw: Buffer | undefined): Promise<ParsedMail> => simpleParser(raw ?? Buffer.alloc(0), { skipHtmlToText: true, skipTextToHtml: true });

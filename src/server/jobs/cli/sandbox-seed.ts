import { Client } from 'pg';
import { disconnectDatabases } from '../../db/database';
import { closeTransports } from '../../email/send-mail';
import { fillSandbox, isFilled } from '../../sandbox/fill-sandbox';
import { resumeSandbox } from '../../sandbox/keep-time';

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}

/** Before each start of a sandbox: fills a new one, and lets the clock of an older one go on. */
async function main(): Promise<void> {
  const owner = new Client({ connectionString: variable('DATABASE_URL') });
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    const filled = await isFilled(owner);
    if (filled === null) throw new Error('This is not a sandbox: its database has no marker. Nothing was changed.');
    if (!filled) await fillSandbox(owner, { portalUrl: variable('PORTAL_URL'), mail: { smtpUrl: variable('SMTP_URL'), from: variable('MAIL_FROM') } });
    await resumeSandbox(owner, process.env.MAILBOX_URL ?? null);
    const { rows } = await owner.query<{ tickets: string; mails: string }>(`SELECT (SELECT count(*) FROM tickets) AS tickets, (SELECT count(*) FROM outbox WHERE status = 'accepted') AS mails`);
    console.log(`${rows[0]?.tickets ?? 0} tickets, ${rows[0]?.mails ?? 0} e-mails${filled ? ', as you left them' : ''}`);
  } finally {
    await owner.end();
    closeTransports();
    await disconnectDatabases();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

import { describe, expect, it } from 'vitest';
import { deliverMessage } from '@/server/jobs/deliver-message';
import { givenCast } from '../../scenarios/people';
import { at, command, done, givenOverdueTicket } from '../../scenarios/tickets';
import { messagesOf } from '../../scenarios/outbox';
import { useDatabase } from '../database';
import { read, useMailServer } from './mail-server';

const db = useDatabase();
const mail = useMailServer();

/** What a reader of the HTML part sees: its words, without tags. */
function wordsOf(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  return body.replace(/<[^>]+>/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');
}
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('the fine’s e-mail (R21)', () => {
  it('arrives word for word: subject and text block byte by byte, en dash included, the HTML part in the same words', async () => {
    const cast = await givenCast(db.owner);
    const ticketId = await givenOverdueTicket(db.owner, cast);
    await done(cast.accountManager, command('issueFine', ticketId), { arrivedAt: at('2026-12-02') });
    const { rows } = await db.owner.query<{ number: string }>('SELECT number FROM tickets WHERE id = $1', [ticketId]);
    const number = rows[0]?.number ?? '';
    expect(number).toMatch(/^PRP-2026-\d{5}$/);
    const notices = await messagesOf(db.owner, ticketId, 'fine-notice');
    expect(notices).toHaveLength(1);
    for (const { id } of notices) expect(await deliverMessage(id, mail.server)).toBe('done');

    const got = await read(mail.received[0]);
    const subject = Buffer.concat([Buffer.from('MCO Provider Resolution Portal Fine Notice '), Buffer.from([0xe2, 0x80, 0x93]), Buffer.from(` ${number}`)]);
    expect(Buffer.from(got.subject ?? '', 'utf8').equals(subject)).toBe(true);
    const block =
      `A written proposal for Provider Resolution ticket ${number} was due November 30, 2026. Your written proposal was not received on or before this date. ` +
      'Your plan has been fined $5,000.00 for the untimely handling of the Provider Resolution Ticket.';
    const paragraphs = (got.text ?? '').split(/\r?\n\r?\n/);
    expect(Buffer.from(paragraphs[0] ?? '', 'utf8').equals(Buffer.from(block, 'ascii'))).toBe(true);
    expect(paragraphs.slice(1).join('\n')).toContain('CC-2026-118402');
    expect(squeezed(wordsOf(typeof got.html === 'string' ? got.html : ''))).toBe(squeezed(got.text ?? ''));
    expect(got.to).toMatchObject({ value: [{ address: cast.mco.email }] });
    expect([got.messageId, got.date?.getTime()]).toEqual([notices[0]?.message_id, at('2026-12-02').getTime()]);
    // Text first, HTML second: a reader takes the last part that it can show.
    const raw = (mail.received[0] ?? Buffer.alloc(0)).toString('latin1');
    expect(raw.indexOf('Content-Type: text/plain')).toBeLessThan(raw.indexOf('Content-Type: text/html'));
  });
});

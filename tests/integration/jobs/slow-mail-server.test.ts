import { describe, expect, it } from 'vitest';
import { deliverMessage } from '@/server/jobs/deliver-message';
import { givenMessage, outboxRow } from '../../scenarios/outbox';
import { useDatabase } from '../database';
import { useMailServer } from './mail-server';

const db = useDatabase();
const mail = useMailServer();

describe('a mail server that takes longer than any page may', () => {
  it('gets each mail once: whoever asks meanwhile finds the message held', { timeout: 60_000 }, async () => {
    const id = await givenMessage(db.owner);
    let release: () => void = () => undefined;
    mail.answer({ hold: new Promise((resolve) => (release = resolve)) });
    const arrived = mail.nextArrival();
    const delivery = deliverMessage(id, mail.server);
    await arrived;
    // Longer than the transactions of people's acts last at most.
    await new Promise((resolve) => setTimeout(resolve, 31_000));
    expect(await deliverMessage(id, mail.server)).toBe('try_again');
    release();
    expect(await delivery).toBe('done');
    expect(mail.received).toHaveLength(1);
    expect(await outboxRow(db.owner, id)).toMatchObject({ status: 'accepted', attempts: 1 });
  });
});

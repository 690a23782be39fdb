import { Client } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '@/domain/access/actor';
import { asActor } from '@/server/db/as-actor';
import { findOwnFrame } from '@/server/db/find-bell';
import { chooseReminders } from '@/server/commands/choose-reminders';
import { getMyMail } from '@/server/queries/get-my-mail';
import { lookAtBell } from '@/server/queries/look-at-bell';
import { givenCast, type Cast } from '../../scenarios/people';
import { at, command, done, givenPresentedTicket } from '../../scenarios/tickets';
import { givenPortalDay } from '../../scenarios/portal-clock';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
let ticketId: string;
beforeAll(async () => {
  cast = await givenCast(db.owner);
  await givenPortalDay(db.owner, '2026-11-24');
  ticketId = await givenPresentedTicket(db.owner, cast);
});

const unseen = (actor: PersonActor) => asActor(actor, async (scope) => (await findOwnFrame(scope, actor)).unseen);
const subjects = async (actor: PersonActor) => (await lookAtBell(actor, null)).items.map((i) => i.subject.replace(/PRP-\d+-\d+/, 'PRP'));

describe('the bell', () => {
  it('shows each person the messages to that person, and no others', async () => {
    expect([await unseen(cast.provider), await unseen(cast.mco), await unseen(cast.team), await unseen(cast.colleague), await unseen(cast.otherMco), await unseen(cast.administration)]).toEqual([2, 1, 1, 0, 0, 0]);
    expect(await subjects(cast.provider)).toEqual(['Presented to the plan: PRP', 'We have your complaint: PRP']);
    expect(await subjects(cast.team)).toEqual(['To present: PRP']);
    expect(await subjects(cast.otherMco)).toEqual([]);
  });

  it('counts what came since the last look, each for oneself', async () => {
    expect([await unseen(cast.provider), await unseen(cast.mco)]).toEqual([0, 1]);
    await done(cast.mco, command('requestInformation', ticketId, { what: 'Records.' }), { arrivedAt: at('2026-11-02') });
    expect(await unseen(cast.provider)).toBe(1);
    const bell = await lookAtBell(cast.provider, null);
    expect(bell.items.map((i) => i.isNew)).toEqual([true, false, false]);
    expect(bell.items[0]?.href).toBe(`/tickets/${ticketId}`);
    expect((await lookAtBell(cast.provider, null)).items.map((i) => i.isNew)).toEqual([false, false, false]);
  });

  it('leads nowhere where the reader has the ticket no more, and names no dropped message', async () => {
    await done(cast.mco, command('postMessage', ticketId, { to: 'parties', text: 'Hello.' }), { arrivedAt: at('2026-11-03') });
    await db.owner.query(`UPDATE outbox SET recipient_id = $1 WHERE ticket_id = $2 AND kind = 'message-posted'`, [cast.otherProvider.personId, ticketId]);
    expect((await lookAtBell(cast.otherProvider, null)).items.map((i) => i.href)).toEqual([null]);
    await db.owner.query(`UPDATE outbox SET status = 'dropped' WHERE ticket_id = $1 AND kind = 'message-posted'`, [ticketId]);
    expect((await lookAtBell(cast.otherProvider, null)).items).toEqual([]);
  });

  it('misses nothing that was written while somebody looked, though its act had begun before the newest that was seen', async () => {
    const write = (client: Client, subject: string, on: Date) =>
      client.query(`INSERT INTO outbox (id, kind, recipient_id, recipient_name, to_address, subject, text, message_id, enqueued_at) VALUES (gen_random_uuid(), 'assigned', $1, 'A', 'a@s.example', $2, 'x', $2, $3)`, [cast.accountManager.personId, subject, on]);
    const slow = new Client({ connectionString: db.urls.owner });
    await slow.connect();
    await slow.query('BEGIN');
    await write(slow, 'Begun first', at('2026-11-12', '09:00'));
    await write(db.owner, 'Written first', at('2026-11-12', '09:01'));
    expect(await subjects(cast.accountManager)).toEqual(['Written first']);
    await slow.query('COMMIT');
    await slow.end();
    expect(await unseen(cast.accountManager)).toBe(1);
    const looks = [await lookAtBell(cast.accountManager, null), await lookAtBell(cast.accountManager, null)];
    expect(looks.map(({ items }) => items.filter((i) => i.isNew).map((i) => i.subject))).toEqual([['Begun first'], []]);
    expect(await unseen(cast.accountManager)).toBe(0);
  });

  it('is read page by page', async () => {
    await db.owner.query(
      `INSERT INTO outbox (id, kind, recipient_id, recipient_name, to_address, subject, text, message_id, enqueued_at)
       SELECT gen_random_uuid(), 'assigned', $1, 'S', 's@s.example', 'Bulk ' || n, 'https://portal.example/tickets/x', 'bulk-' || n, timestamptz '2026-11-10T12:00:00Z' + n * interval '1 second' FROM generate_series(1, 600) n`, [cast.sme.personId]);
    expect(await unseen(cast.sme)).toBe(501);
    const first = await lookAtBell(cast.sme, null);
    const second = await lookAtBell(cast.sme, first.next);
    expect([first.items[0]?.subject, first.items.length, second.items[0]?.subject]).toEqual(['Bulk 600', 50, 'Bulk 550']);
    expect(await unseen(cast.sme)).toBe(0);
  });
});

describe('the choice of mail', () => {
  it('is offered to whom the portal reminds, kept, and refused when nothing was chosen', async () => {
    const now = at('2026-11-24');
    expect([(await getMyMail(cast.mco)).choice, (await getMyMail(cast.team)).choice, (await getMyMail(cast.accountManager)).choice]).toEqual(['single', 'single', null]);
    expect(await chooseReminders(cast.mco, 'digest', now)).toEqual({ ok: true, value: null });
    expect(await chooseReminders(cast.mco, 'digest', now)).toEqual({ ok: true, value: null });
    expect([(await getMyMail(cast.mco)).choice, (await getMyMail(cast.otherMco)).choice]).toEqual(['digest', 'single']);
    expect(await chooseReminders(cast.mco, 'weekly', now)).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    expect(await chooseReminders(cast.accountManager, 'digest', now)).toMatchObject({ ok: false, error: { kind: 'not_found' } });
  });
});

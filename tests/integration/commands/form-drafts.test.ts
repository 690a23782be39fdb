import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonActor } from '@/domain/access/actor';
import { keepFormDraft } from '@/server/commands/keep-form-draft';
import { runTicketCommand } from '@/server/commands/run-ticket-command';
import { asActor } from '@/server/db/as-actor';
import { sweep } from '@/server/jobs/sweep';
import { getWaitingFiles } from '@/server/queries/get-waiting-files';
import { act, givenInReview } from '../../scenarios/reviews';
import { givenCast, type Cast } from '../../scenarios/people';
import { at, command, done, givenPresentedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
let ticketId: string;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});
beforeEach(async () => {
  ticketId = await givenPresentedTicket(db.owner, cast);
});

const NOW = at('2026-11-20', '10:00');
const keep = (actor: PersonActor, text: string, key = 'form', id = ticketId, seen: Date | null = null) => keepFormDraft(actor, { action: 'postMessage', ticketId: id, subject: null }, { text, commandKey: key, other: 'x' }, { arrivedAt: NOW, key: `${key}:${ticketId}`, seen });
const find = async (actor: PersonActor) => (await getWaitingFiles(actor, ticketId)).draftOf('postMessage');
const post = (actor: PersonActor, key: string) => runTicketCommand(actor, command('postMessage', ticketId, { to: 'parties', text: 'Sent.' }), { arrivedAt: NOW, key: `${key}:${ticketId}` });

describe('what is typed in a form', () => {
  it('is kept for its person alone, with the form’s own fields, and replaced by what is typed next', async () => {
    expect(await keep(cast.provider, 'One')).toEqual({ ok: true, value: NOW });
    await keep(cast.provider, 'One and two');
    expect(await find(cast.provider)).toEqual({ draft: { text: 'One and two' }, savedAt: NOW });
    for (const other of [cast.colleague, cast.mco, cast.team, cast.administration]) expect(await find(other)).toBeNull();
    // The policy alone, too.
    for (const other of [cast.colleague, cast.mco, cast.team, cast.administration]) expect(await asActor(other, ({ tx }) => tx.formDraft.count({ where: { ticketId } }))).toBe(0);
    expect((await getWaitingFiles(cast.provider, ticketId)).draftOf('contest')).toBeNull();
  });

  it('is nothing once the form is empty again', async () => {
    await keep(cast.provider, 'One');
    await keep(cast.provider, '  ');
    expect(await find(cast.provider)).toBeNull();
  });

  it('stays as another page of the same form has written it, until that is seen', async () => {
    await keep(cast.provider, 'Written in the first tab');
    const saved = (await find(cast.provider))?.savedAt ?? null;
    // A second tab that was open before, with nothing in it: neither its words nor its emptiness go over the others.
    for (const text of ['Something else', '']) expect(await keep(cast.provider, text, 'second tab')).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    expect((await find(cast.provider))?.draft).toEqual({ text: 'Written in the first tab' });
    // A tab that was loaded since shows them, and goes on from there; now the first one is the older.
    expect(await keep(cast.provider, 'Written in the first tab, and more', 'third tab', ticketId, saved)).toMatchObject({ ok: true });
    await db.owner.query(`UPDATE form_drafts SET saved_at = saved_at + interval '1 second' WHERE ticket_id = $1`, [ticketId]);
    expect(await keep(cast.provider, 'Written', 'form', ticketId, saved)).toMatchObject({ ok: false });
    expect(await keep(cast.provider, '', 'third tab', ticketId, saved)).toMatchObject({ ok: true });
    expect(await find(cast.provider)).toBeNull();
  });

  it('is refused where it cannot be kept, and does not exist for whoever has no such ticket or act', async () => {
    expect(await keep(cast.provider, 'NUL \u0000')).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{ field: 'text' }] } });
    for (const actor of [cast.otherProvider, cast.otherMco, cast.otherAccountManager, cast.sme]) expect(await keep(actor, 'Mine?')).toEqual({ ok: false, error: { kind: 'not_found' } });
    for (const id of [randomUUID(), 'no-id']) expect(await keep(cast.provider, 'Where?', 'form', id)).toEqual({ ok: false, error: { kind: 'not_found' } });
    expect(await keepFormDraft(cast.provider, { action: 'decide', ticketId, subject: null }, { reasons: 'x' }, { key: 'form', seen: null })).toEqual({ ok: false, error: { kind: 'not_found' } });
    expect(await db.owner.query('SELECT 1 FROM form_drafts WHERE ticket_id = $1', [ticketId])).toMatchObject({ rowCount: 0 });
  });
});

describe('the act ends it', () => {
  it('in its own transaction: gone when it is done, there when it is refused; a colleague’s stays', async () => {
    await keep(cast.provider, 'Mine');
    await keep(cast.colleague, 'My colleague’s');
    expect((await post(cast.provider, 'form')).ok).toBe(true);
    expect(await find(cast.provider)).toBeNull();
    expect((await find(cast.colleague))?.draft).toEqual({ text: 'My colleague’s' });
    await done(cast.provider, command('confirmResolved', ticketId, { how: 'Paid.' }), { arrivedAt: NOW });
    expect((await post(cast.colleague, 'late')).ok).toBe(false);
    expect((await find(cast.colleague))?.draft).toEqual({ text: 'My colleague’s' });
  });

  it('and what its form sends to be kept after that is too late, also at the same moment; the next form keeps again', async () => {
    await Promise.all([post(cast.provider, 'form'), keep(cast.provider, 'Sent.')]);
    expect(await keep(cast.provider, 'Sent.')).toMatchObject({ ok: true });
    expect(await find(cast.provider)).toBeNull();
    await keep(cast.provider, 'The next message', 'next form');
    expect((await find(cast.provider))?.draft).toEqual({ text: 'The next message' });
  });

  it('and each answer to HFS only its own: what is written to another question stays (R17)', async () => {
    const id = await givenInReview(db.owner, cast);
    for (const on of ['2026-12-07', '2026-12-08']) await act(cast.accountManager, 'askParty', id, on, { party: 'provider', question: 'When?', answerOn: '2026-12-31' });
    const { rows } = await db.owner.query<{ subject: string }>(`SELECT subject FROM clocks WHERE ticket_id = $1 AND rule_id = 'hfs-question' ORDER BY day_0`, [id]);
    const [first = '', second = ''] = rows.map((r) => r.subject);
    const write = (subject: string, answer: string) => keepFormDraft(cast.provider, { action: 'answerQuestion', ticketId: id, subject }, { answer, questionId: subject }, { arrivedAt: NOW, key: `answer:${subject}`, seen: null });
    expect([(await write(first, 'One')).ok, (await write(second, 'Two')).ok]).toEqual([true, true]);
    for (const unknown of [randomUUID(), '']) expect(await write(unknown, 'x')).toEqual({ ok: false, error: { kind: 'not_found' } });
    await done(cast.provider, command('answerQuestion', id, { questionId: first, answer: 'One.' }), { arrivedAt: at('2026-12-09'), key: `answer:${first}` });
    const { draftOf } = await getWaitingFiles(cast.provider, id);
    expect([draftOf('answerQuestion', first), draftOf('answerQuestion', second)?.draft]).toEqual([null, { answer: 'Two' }]);
  });

  it('or 90 days without a change', async () => {
    await keep(cast.provider, 'Old');
    await sweep('https://portal.example', at('2027-02-18', '02:00'));
    expect((await find(cast.provider))?.draft).toEqual({ text: 'Old' });
    await sweep('https://portal.example', at('2027-02-19', '02:00'));
    expect(await find(cast.provider)).toBeNull();
  });
});

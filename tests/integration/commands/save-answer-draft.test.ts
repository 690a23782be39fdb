import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readAnswerDraft } from '@/domain/tickets/answer-draft';
import { saveAnswerDraft } from '@/server/commands/save-answer-draft';
import { sendAnswer } from '@/server/commands/send-answer';
import { getAnswerCheck } from '@/server/queries/get-answer-check';
import { ANSWER, at, command, done, givenPresentedTicket } from '../../scenarios/tickets';
import { givenCast, givenPerson, type Cast } from '../../scenarios/people';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});

const { outcomes: _outcomes, ...FIELDS } = readAnswerDraft(ANSWER);
const PAID = [{ lineNo: 1, outcome: 'will_pay', amountCents: '' }];
const save = (actor: Cast['mco'], ticketId: string, seenVersion: number, plan = 'We pay it.') =>
  saveAnswerDraft(actor, ticketId, { fields: { ...FIELDS, plan }, outcomes: PAID }, { seenVersion, arrivedAt: at('2026-11-20') });

async function rowsOf(ticketId: string) {
  const { rows } = await db.owner.query<{ version: number; data: { plan: string } }>('SELECT version, data FROM answer_drafts WHERE ticket_id = $1', [ticketId]);
  return rows;
}

describe('one draft per ticket', () => {
  it('is kept right or wrong, and fills in the amount that an outcome leaves no doubt about', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    const saved = await saveAnswerDraft(cast.mco, ticketId, { fields: { ...FIELDS, decision: '', contactEmail: 'no address' }, outcomes: PAID }, { seenVersion: 0 });
    expect(saved.ok && saved.value.draft.outcomes).toEqual([{ lineNo: 1, outcome: 'will_pay', amountCents: '1,240.00' }]);
    const check = await getAnswerCheck(cast.mco, ticketId);
    expect(check?.issues.map((i) => i.field)).toEqual(['decision', 'contactEmail']);
  });

  it('is not saved over a newer one: who saved it and what differs is said', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    const colleague = await givenPerson(db.owner, { id: cast.mco.organizationId, name: cast.mco.organizationName, planCode: cast.mco.planCode }, 'mco');
    expect((await save(cast.mco, ticketId, 0)).ok).toBe(true);
    const second = await save(colleague, ticketId, 0, 'We keep it.');
    expect(second.ok ? null : second.error).toMatchObject({ kind: 'newer', version: 1, savedByName: cast.mco.name, changed: ['the plan'] });
    expect((await rowsOf(ticketId)).map((r) => [r.version, r.data.plan])).toEqual([[1, 'We pay it.']]);
    expect((await save(colleague, ticketId, 1, 'We keep it.')).ok).toBe(true);
  });

  it('lets one of two first saves through', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    const results = await Promise.all([save(cast.mco, ticketId, 0, 'One'), save(cast.mco, ticketId, 0, 'Two')]);
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    expect(await rowsOf(ticketId)).toHaveLength(1);
  });

  it('exists for that plan only, and only while an answer is awaited', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    for (const actor of [cast.otherMco, cast.provider, cast.team]) {
      const refused = await save(actor, ticketId, 0);
      expect(refused.ok ? null : refused.error.kind).toBe('not_found');
    }
    await done(cast.provider, command('confirmResolved', ticketId, { how: 'Paid.' }), { arrivedAt: at('2026-11-20') });
    const late = await save(cast.mco, ticketId, 0);
    expect(late.ok ? null : late.error.kind).toBe('not_allowed');
    expect(await rowsOf(ticketId)).toEqual([]);
  });

  it('refuses text that cannot be kept', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    const refused = await save(cast.mco, ticketId, 0, 'NUL \u0000');
    expect(refused.ok ? null : refused.error.kind).toBe('invalid');
  });

  it('sets one outcome for all lines that have none', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    const saved = await saveAnswerDraft(cast.mco, ticketId, { setAll: { outcome: 'upheld', replace: false } }, { seenVersion: 0 });
    expect(saved.ok && saved.value.draft.outcomes).toEqual([{ lineNo: 1, outcome: 'upheld', amountCents: '0.00' }]);
    const again = await saveAnswerDraft(cast.mco, ticketId, { setAll: { outcome: 'will_pay', replace: false } }, { seenVersion: 1 });
    expect(again.ok && again.value.draft.outcomes[0]?.outcome).toBe('upheld');
    const replaced = await saveAnswerDraft(cast.mco, ticketId, { setAll: { outcome: 'will_pay', replace: true } }, { seenVersion: 2 });
    expect(replaced.ok && replaced.value.draft.outcomes[0]).toEqual({ lineNo: 1, outcome: 'will_pay', amountCents: '1,240.00' });
  });
});

describe('sending what was checked', () => {
  it('sends the draft once and leaves none', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await save(cast.mco, ticketId, 0);
    expect((await getAnswerCheck(cast.mco, ticketId))?.issues).toEqual([]);
    const sent = await sendAnswer(cast.mco, ticketId, { version: 1, fileIds: [] }, { arrivedAt: at('2026-11-20'), key: `key-${ticketId}` });
    expect(sent.ok && sent.value.outcome).toBe('sent');
    const twice = await sendAnswer(cast.mco, ticketId, { version: 1, fileIds: [] }, { arrivedAt: at('2026-11-20'), key: `key-${ticketId}` });
    expect(twice.ok && twice.value.outcome).toBe('no_draft');
    const { rows } = await db.owner.query(`SELECT 1 FROM ticket_events WHERE ticket_id = $1 AND type = 'ResponseSubmitted'`, [ticketId]);
    expect(rows).toHaveLength(1);
    expect(await rowsOf(ticketId)).toEqual([]);
  });

  it('does not send a draft that was saved after it was checked', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await save(cast.mco, ticketId, 0);
    await save(cast.mco, ticketId, 1, 'Changed.');
    const sent = await sendAnswer(cast.mco, ticketId, { version: 1, fileIds: [] }, { arrivedAt: at('2026-11-20') });
    expect(sent.ok ? null : sent.error.kind).toBe('newer');
    expect(await rowsOf(ticketId)).toHaveLength(1);
  });

  it('sends what was checked while a colleague saves: the save waits, and is told that the answer is sent', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await save(cast.mco, ticketId, 0);
    const waiting = async () => (await db.owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()`)).rows[0]?.n ?? 0;
    const untilWaiting = (n: number) => vi.waitUntil(async () => (await waiting()) === n, { timeout: 12_000 });
    // Something else holds the ticket, so that the answer is under way for a while.
    await db.owner.query('BEGIN');
    await db.owner.query('SELECT 1 FROM tickets WHERE id = $1 FOR UPDATE', [ticketId]);
    const sending = sendAnswer(cast.mco, ticketId, { version: 1, fileIds: [] }, { arrivedAt: at('2026-11-20'), key: `key-${ticketId}` });
    await untilWaiting(1);
    const saving = save(cast.mco, ticketId, 1, 'Changed.');
    await Promise.race([saving, untilWaiting(2)]);
    await db.owner.query('COMMIT');
    expect((await sending).ok).toBe(true);
    const saved = await saving;
    expect(saved.ok ? null : saved.error.kind).toBe('not_allowed');
    expect(await rowsOf(ticketId)).toEqual([]);
    const { rows } = await db.owner.query<{ data: { plan: string } }>(`SELECT data FROM ticket_events WHERE ticket_id = $1 AND type = 'ResponseSubmitted'`, [ticketId]);
    expect(rows[0]?.data.plan).toBe('We pay it.');
  });

  it('does not send when a file was added or removed after it was checked', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await save(cast.mco, ticketId, 0);
    const sendWith = async (fileIds: string[]) => {
      const sent = await sendAnswer(cast.mco, ticketId, { version: 1, fileIds }, { arrivedAt: at('2026-11-20') });
      return sent.ok ? sent.value.outcome : sent.error.kind;
    };
    const fileId = randomUUID();
    expect(await sendWith([fileId])).toBe('other_files');
    await db.owner.query(
      `INSERT INTO files (id, organization_id, uploaded_by_id, uploaded_by_name, place_action, place_id, name, kind, bytes, sha256, state, uploaded_at)
       VALUES ($1, $2, $3, 'S', 'respond', $4, 'letter.pdf', 'pdf', 10, repeat('0', 64), 'clean', now())`,
      [fileId, cast.mco.organizationId, cast.mco.personId, ticketId],
    );
    expect(await sendWith([])).toBe('other_files');
    expect(await rowsOf(ticketId)).toHaveLength(1);
    expect(await sendWith([fileId])).toBe('sent');
  });

  it('names the claim in what stands against it, as the door would', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await saveAnswerDraft(cast.mco, ticketId, { fields: FIELDS, outcomes: [{ lineNo: 1, outcome: 'will_pay', amountCents: '99,999.00' }] }, { seenVersion: 0, arrivedAt: at('2026-11-20') });
    const check = await getAnswerCheck(cast.mco, ticketId);
    expect(check?.issues).toEqual([{ field: 'outcomes.0.amountCents', message: 'This is more than claim 26-0188417 billed.' }]);
    const sent = await sendAnswer(cast.mco, ticketId, { version: 1, fileIds: [] }, { arrivedAt: at('2026-11-20') });
    expect(sent.ok ? null : sent.error.kind).toBe('invalid');
    expect(await rowsOf(ticketId)).toHaveLength(1);
  });
});

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '@/domain/access/actor';
import { submissionOf } from '@/domain/tickets/check-draft';
import { STEP_FIELDS, type DraftText } from '@/domain/tickets/complaint-draft';
import { discardDraft } from '@/server/commands/discard-draft';
import { reportNoNumber } from '@/server/commands/report-no-number';
import { runTicketCommand } from '@/server/commands/run-ticket-command';
import { saveDraft } from '@/server/commands/save-draft';
import { setDraftReminder } from '@/server/commands/set-draft-reminder';
import { startDraft } from '@/server/commands/start-draft';
import { sweep } from '@/server/jobs/sweep';
import { findRepeats } from '@/server/queries/find-repeats';
import { getDraft, type DraftView } from '@/server/queries/get-draft';
import { buildClaimText, buildDraft } from '../../factories/build-draft';
import { givenCast, givenOrganization, givenPerson, type Cast } from '../../scenarios/people';
import { at, command, complaintForm, done, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});

const NOON = at('2026-11-24', '12:00');

async function started(actor: PersonActor, received = '2026-10-20'): Promise<string> {
  const draft = await startDraft(actor, { eligibility: { receivedByMcoOn: received, hasNumber: 'yes' } }, NOON);
  if (!draft.ok) throw new Error(draft.error.kind);
  return draft.value;
}

async function seen(actor: PersonActor, id: string): Promise<DraftView> {
  const view = await getDraft(actor, id);
  if (view === null) throw new Error('The draft is not there');
  return view;
}

function dispute(actor: PersonActor, change: Partial<DraftText> = {}): Partial<DraftText> {
  const whole = buildDraft({ organizationId: actor.organizationId, ...change });
  return Object.fromEntries(STEP_FIELDS.dispute.map((f) => [f, whole[f]]));
}

async function count(sql: string, ...params: unknown[]): Promise<number> {
  const { rows } = await db.owner.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`, params);
  return Number(rows[0]?.n);
}

/** A draft of which every page is right. */
async function filledIn(actor: PersonActor, change: Partial<DraftText> = {}): Promise<string> {
  const id = await started(actor, change.receivedByMcoOn);
  await saveDraft(actor, id, { step: 'dispute', fields: dispute(actor, change) }, { seenVersion: 1, arrivedAt: NOON });
  await saveDraft(actor, id, { step: 'claims', lines: [{ id: null, claim: buildClaimText() }], removed: [] }, { seenVersion: 2, arrivedAt: NOON });
  await saveDraft(actor, id, { step: 'contact', fields: { contactId: actor.personId, contactPhone: '(217) 555-0101' } }, { seenVersion: 3, arrivedAt: NOON });
  return id;
}

async function send(actor: PersonActor, id: string, seenSeq?: number) {
  const { draft, facts } = await seen(actor, id);
  return runTicketCommand(actor, command('submit', id, { ...submissionOf(draft, facts), usedInternalProcess: 'on', outsideWindowConfirmed: '' }), { arrivedAt: NOON, key: `send-${id}`, seenSeq });
}

describe('a draft', () => {
  it('is there for everybody of the organization, and for nobody else', async () => {
    const id = await started(cast.provider);
    expect((await seen(cast.colleague, id)).draft).toMatchObject({ receivedByMcoOn: '2026-10-20', organizationId: cast.provider.organizationId });
    for (const stranger of [cast.otherProvider, cast.mco, cast.team, cast.administration]) {
      expect(await getDraft(stranger, id)).toBeNull();
      expect(await saveDraft(stranger, id, { step: 'contact', fields: { contactPhone: '1' } }, { seenVersion: 1 })).toMatchObject({ error: { kind: 'not_found' } });
      expect(await discardDraft(stranger, id)).toMatchObject({ error: { kind: 'not_found' } });
      expect(await setDraftReminder(stranger, id, true)).toMatchObject({ error: { kind: 'not_found' } });
      expect(await reportNoNumber(stranger, id, { planCode: 'MOLINA', askedOn: '2026-11-01' })).toMatchObject({ error: { kind: 'not_found' } });
    }
    expect(await startDraft(cast.mco)).toMatchObject({ error: { kind: 'not_found' } });
    expect([await getDraft(cast.provider, randomUUID()), await getDraft(cast.provider, `'; drop table tickets`)]).toEqual([null, null]);
  });

  it('keeps what is wrong, and refuses to write what no text has', async () => {
    const id = await started(cast.provider);
    await saveDraft(cast.provider, id, { step: 'dispute', fields: { trackingNumber: '123-45-6789', whatHappened: 'O’Brien 請求 مطالبة\n😀' } }, { seenVersion: 1 });
    expect((await seen(cast.provider, id)).draft).toMatchObject({ trackingNumber: '123-45-6789', whatHappened: 'O’Brien 請求 مطالبة\n😀' });
    expect(await saveDraft(cast.provider, id, { step: 'claims', lines: [{ id: null, claim: buildClaimText({ memberName: 'a\u0000' }) }], removed: [] }, { seenVersion: 2 })).toMatchObject({ error: { kind: 'invalid', issues: [{ field: 'lines.new.memberName' }] } });
    expect((await seen(cast.provider, id)).version).toBe(2);
  });

  it('started twice with one form is one draft, also after it was sent', async () => {
    const key = randomUUID();
    const both = await Promise.all([startDraft(cast.provider, { key }), startDraft(cast.provider, { key })]);
    expect(both[0]).toEqual(both[1]);
    const id = both[0].ok ? both[0].value : '';
    expect(await count('complaint_drafts WHERE id = $1', id)).toBe(1);
    await done(cast.provider, command('submit', id, complaintForm(cast.provider)), { arrivedAt: at('2026-10-15') });
    expect(await startDraft(cast.provider, { key })).toEqual(both[0]);
    expect(await count('complaint_drafts WHERE id = $1', id)).toBe(0);
  });

  it('saved in two places at once: one save stands, the other is shown', async () => {
    const id = await started(cast.provider);
    const saves = await Promise.all(['A-1', 'A-2'].map((trackingNumber) => saveDraft(cast.provider, id, { step: 'dispute', fields: { trackingNumber } }, { seenVersion: 1 })));
    expect(saves.filter((s) => s.ok)).toHaveLength(1);
    expect(saves.find((s) => !s.ok)).toMatchObject({ error: { kind: 'newer', changed: ['the plan’s tracking number'], version: 2 } });
    expect((await seen(cast.provider, id)).version).toBe(2);
  });

  it('is gone when it is discarded', async () => {
    const id = await started(cast.provider);
    expect(await discardDraft(cast.colleague, id)).toMatchObject({ ok: true });
    expect(await getDraft(cast.provider, id)).toBeNull();
  });
});

describe('a billing agent', () => {
  it('files for the clients that granted it access, and for no others', async () => {
    const organization = await givenOrganization(db.owner, 'provider', 'Ledgerline Billing');
    await db.owner.query('UPDATE organizations SET is_billing_agent = true WHERE id = $1', [organization.id]);
    await db.owner.query('INSERT INTO billing_agent_grants (agent_id, client_id) VALUES ($1, $2)', [organization.id, cast.provider.organizationId]);
    await db.owner.query('INSERT INTO billing_agent_grants (agent_id, client_id, ended_at) VALUES ($1, $2, now())', [organization.id, cast.otherProvider.organizationId]);
    const agent = await givenPerson(db.owner, organization, 'provider', { isBillingAgent: true });
    const { facts, draft } = await seen(agent, await started(agent));
    expect(facts.organizations.map((o) => o.id)).toEqual([cast.provider.organizationId]);
    expect(draft.organizationId).toBe(cast.provider.organizationId);
    expect(facts.people.map((p) => p.id)).toEqual([agent.personId]);
    expect(await getDraft(cast.provider, await started(agent))).toBeNull();
  });
});

describe('sending', () => {
  it('makes the ticket with what the draft held, and the draft is gone', async () => {
    const id = await filledIn(cast.provider);
    expect(await send(cast.provider, id, 4)).toMatchObject({ ok: true, value: { ticketId: id, repeated: false } });
    expect(await getDraft(cast.provider, id)).toBeNull();
    expect(await count('claim_lines WHERE ticket_id = $1 AND rin = $2', id, '000118420')).toBe(1);
  });

  it('what was saved after the answers were checked is not sent unseen', async () => {
    const id = await filledIn(cast.provider);
    expect(await send(cast.provider, id, 3)).toMatchObject({ error: { kind: 'stale' } });
    expect(await count('tickets WHERE id = $1', id)).toBe(0);
    expect((await seen(cast.provider, id)).version).toBe(4);
  });

  it('repeats among the provider’s own tickets are found, others’ are not', async () => {
    const first = await filledIn(cast.provider, { trackingNumber: 'CC-TWICE' });
    await send(cast.provider, first);
    const again = await seen(cast.colleague, await filledIn(cast.colleague, { trackingNumber: 'CC-TWICE' }));
    expect(await findRepeats(cast.colleague, again.draft, null)).toContainEqual(expect.objectContaining({ ticketId: first, sameTrackingNumber: true, claimNumbers: ['26-0188417'] }));
    expect((await findRepeats(cast.colleague, again.draft, first)).map((r) => r.ticketId)).not.toContain(first);
    const theirs = await seen(cast.otherProvider, await filledIn(cast.otherProvider, { trackingNumber: 'CC-TWICE' }));
    expect(await findRepeats(cast.otherProvider, theirs.draft, null)).toEqual([]);
    expect(await findRepeats(cast.otherProvider, { ...theirs.draft, organizationId: cast.provider.organizationId }, null)).toEqual([]);
  });
});

describe('filing again (D17)', () => {
  it('fills a linked draft from the returned ticket, once, and judges it by the first receipt date', async () => {
    const ticketId = await givenSubmittedTicket(db.owner, cast);
    expect(await startDraft(cast.provider, { refilesTicketId: ticketId })).toMatchObject({ error: { kind: 'not_allowed' } });
    await done(cast.team, command('returnAsClosed', ticketId, { closeReason: 'incomplete', reason: 'No claim numbers.' }), { arrivedAt: at('2026-11-19') });
    const both = await Promise.all([startDraft(cast.provider, { refilesTicketId: ticketId }, NOON), startDraft(cast.colleague, { refilesTicketId: ticketId }, NOON)]);
    expect(both[0]).toEqual(both[1]);
    const id = both[0].ok ? both[0].value : '';
    const { rows } = await db.owner.query<{ refiles_ticket_id: string; data: DraftText }>('SELECT refiles_ticket_id, data FROM complaint_drafts WHERE id = $1', [id]);
    expect(rows[0]).toMatchObject({ refiles_ticket_id: ticketId, data: { trackingNumber: 'CC-2026-118402', claims: [{ claimNumber: '26-0188417' }] } });
    expect(await startDraft(cast.otherProvider, { refilesTicketId: ticketId })).toMatchObject({ error: { kind: 'not_found' } });
    // Received by the plan on Sep 11, so the window closed on Nov 10; the first filing was received on Oct 15.
    expect(await send(cast.provider, id)).toMatchObject({ ok: true });
    const { rows: sent } = await db.owner.query('SELECT status, first_received_on::text AS first FROM tickets WHERE id = $1', [id]);
    expect(sent).toEqual([{ status: 'submitted', first: '2026-10-15' }]);
    expect(await startDraft(cast.provider, { refilesTicketId: ticketId })).toMatchObject({ error: { kind: 'conflict' } });
  });
});

describe('the plan gave no number (D19)', () => {
  it('is told once per draft, whoever presses twice; the draft stays', async () => {
    const id = await started(cast.provider);
    const form = { planCode: 'MOLINA', askedOn: '2026-10-20' };
    await Promise.all([reportNoNumber(cast.provider, id, form, NOON), reportNoNumber(cast.colleague, id, form, NOON)]);
    expect(await count('no_number_reports WHERE draft_id = $1', id)).toBe(1);
    expect(await seen(cast.provider, id)).toMatchObject({ report: { planName: 'Molina Healthcare of Illinois', askedOn: '2026-10-20' }, draft: { hasNumber: 'no', planCode: 'MOLINA' } });
  });

  it.each([
    [{ planCode: 'NOPE', askedOn: '2026-10-20' }, 'planCode'],
    [{ planCode: 'MOLINA', askedOn: '2026-11-25' }, 'askedOn'],
    [{ planCode: 'MOLINA', askedOn: '2019-12-31' }, 'askedOn'],
    [{ planCode: 'MOLINA', askedOn: '' }, 'askedOn'],
    [{ planCode: 'MOLINA', askedOn: '2026-10-20', organizationId: 'x' }, ''],
  ])('%j is refused and nothing is written', async (form, field) => {
    const id = await started(cast.provider);
    expect(await reportNoNumber(cast.provider, id, form, NOON)).toMatchObject({ error: { kind: 'invalid', issues: [{ field }] } });
    expect(await count('no_number_reports WHERE draft_id = $1', id)).toBe(0);
  });
});

describe('the reminder (D2)', () => {
  it('can be asked for while it is too early, moves with the date, and is sent once on the day', async () => {
    const id = await started(cast.provider, '2026-11-10');
    expect(await setDraftReminder(cast.provider, id, true, NOON)).toMatchObject({ ok: true });
    expect((await seen(cast.provider, id)).remindOn).toBe('2026-12-10');
    await saveDraft(cast.provider, id, { step: 'eligibility', fields: { receivedByMcoOn: '2026-11-12', hasNumber: 'yes' } }, { seenVersion: 1, arrivedAt: NOON });
    expect((await seen(cast.provider, id)).remindOn).toBe('2026-12-12');
    const mails = () => count(`outbox WHERE kind = 'window-opens' AND recipient_id = $1`, cast.provider.personId);
    await sweep('https://portal.example', at('2026-12-11', '01:07'));
    expect(await mails()).toBe(0);
    await sweep('https://portal.example', at('2026-12-12', '01:07'));
    await sweep('https://portal.example', at('2026-12-12', '02:07'));
    expect(await mails()).toBe(1);
  });

  it('goes when there is nothing to wait for any more, or nobody wants it', async () => {
    const id = await started(cast.provider, '2026-11-10');
    await setDraftReminder(cast.provider, id, true, NOON);
    await setDraftReminder(cast.colleague, id, false, NOON);
    expect((await seen(cast.provider, id)).remindOn).toBeNull();
    await setDraftReminder(cast.provider, id, true, NOON);
    await saveDraft(cast.provider, id, { step: 'eligibility', fields: { receivedByMcoOn: '2026-10-01', hasNumber: 'yes' } }, { seenVersion: 1, arrivedAt: NOON });
    expect((await seen(cast.provider, id)).remindOn).toBeNull();
    expect(await setDraftReminder(cast.provider, id, true, NOON)).toMatchObject({ error: { kind: 'not_allowed' } });
  });
});

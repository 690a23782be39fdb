import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '@/domain/access/actor';
import { keepSearch } from '@/server/commands/keep-search';
import { asActor } from '@/server/db/as-actor';
import { searchInChunks, searchTickets, SEARCH_PAGE, type SearchHit } from '@/server/queries/search-tickets';
import { sweepFiles } from '@/server/uploads/sweep-files';
import { givenCast, givenOrganization, givenPerson, type Cast } from '../../scenarios/people';
import { givenPortalDay } from '../../scenarios/portal-clock';
import { at, command, complaintForm, done, givenDraft, givenPresentedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';
import { useFileFolder } from '../uploads/file-folder';

const db = useDatabase();
useFileFolder();
let cast: Cast;
let agent: PersonActor;
/** `county` is presented to CountyCare, `waiting` not yet; `otter` is another provider's, presented to Molina. */
let ids: Record<'county' | 'waiting' | 'otter', string>;

const claim = (change: Record<string, string>) => ({ memberName: 'Ada R. Lindqvist', rin: '000118420', serviceFrom: '2026-07-14', serviceTo: '2026-07-14', claimNumber: '26-0188417', billedCents: '1,240.00', paidCents: '', disputedCents: '1,240.00', denialCode: 'CO-197', ...change });

beforeAll(async () => {
  await givenPortalDay(db.owner, '2026-11-24');
  cast = await givenCast(db.owner);
  const [facility] = (await db.owner.query<{ id: string }>(`INSERT INTO facilities (id, organization_id, name) VALUES ($1, $2, 'Sycamore Street Clinic') RETURNING id`, [randomUUID(), cast.provider.organizationId])).rows;
  const county = await givenPresentedTicket(db.owner, cast, { facilityId: facility?.id });
  const waiting = await givenSubmittedTicket(db.owner, cast, { trackingNumber: 'CC-2026-990001', claims: [claim({ memberName: 'Jakob Weiß-Moreau', rin: '000771001', claimNumber: '26-0771001' })] });
  const otter = await givenDraft(db.owner, cast.otherProvider);
  await done(cast.otherProvider, command('submit', otter, complaintForm(cast.otherProvider, { planCode: 'MOLINA', trackingNumber: 'MO-5551', claims: [claim({ memberName: 'Ada Bergström', rin: '000118999', claimNumber: '26-0188999' })] })), { arrivedAt: at('2026-10-16') });
  await done(cast.team, command('present', otter), { arrivedAt: at('2026-10-27') });
  ids = { county, waiting, otter };
  agent = await givenPerson(db.owner, await givenOrganization(db.owner, 'provider', 'Prairie State Billing'), 'provider', { isBillingAgent: true });
});

async function search(actor: PersonActor, text: string): Promise<SearchHit[]> {
  return (await searchTickets(actor, await keepSearch(actor, text), null))?.hits ?? [];
}

/** Names of the tickets that a search finds, in alphabetical order. */
async function found(actor: PersonActor, text: string): Promise<string[]> {
  const hits = new Set((await search(actor, text)).map((hit) => hit.ticketId));
  return Object.entries(ids).filter(([, id]) => hits.has(id)).map(([name]) => name).sort();
}

const numberOf = async (id: string) => (await db.owner.query<{ number: string }>('SELECT number FROM tickets WHERE id = $1', [id])).rows[0]?.number ?? '';

describe('a search finds', () => {
  it.each([
    ['the tracking number by its beginning, in any writing', 'cc 2026 11', 'county', { kind: 'tracking_number', text: 'CC-2026-118402' }],
    ['the claim number by its beginning', '26-0188 4', 'county', { kind: 'claim_number', text: '26-0188417' }],
    ['a RIN', '000 118 420', 'county', { kind: 'rin', text: '000 118 420' }],
    ['a provider by the beginnings of words', 'kestr fam', 'county', { kind: 'provider', text: 'Kestrel Park Family Health Center' }],
    ['a facility', 'sycamore', 'county', { kind: 'facility', text: 'Sycamore Street Clinic' }],
    ['a member, whichever name stands first', 'Lindqvist, Ada', 'county', { kind: 'member', text: 'Ada R. Lindqvist' }],
    ['a member with a typing error', 'Lindqvsit', 'county', { kind: 'member', text: 'Ada R. Lindqvist' }],
    ['a provider with a typing error', 'oter bend radiologgy', 'otter', { kind: 'provider', text: 'Otter Bend Radiology' }],
    ['a name with a letter of another language', 'weiß', 'waiting', { kind: 'member', text: 'Jakob Weiß-Moreau' }],
  ] as const)('%s', async (_what, text, name, matched) => {
    const hit = (await search(cast.team, text)).find((h) => h.ticketId === ids[name]);
    expect(hit?.matched).toEqual(matched);
  });

  it('a portal number whole, by its beginning, and by its last digits as people say them', async () => {
    const number = await numberOf(ids.county);
    for (const text of [number, number.toLowerCase().replaceAll('-', ' '), number.slice(4), number.slice(-5), `  ${number} `]) expect((await search(cast.team, text)).map((h) => h.number), text).toContain(number);
    expect((await search(cast.team, number))[0]?.matched).toEqual({ kind: 'number', text: number });
  });

  it('a name with accents by plain letters, as exactly as by its own', async () => {
    for (const [text, name] of [['bergstrom', 'otter'], ['Bergström', 'otter'], ['jakob weis', 'waiting'], ['WEISS', 'waiting']] as const) {
      const results = await searchTickets(cast.team, await keepSearch(cast.team, text), null);
      expect([results?.isSimilar, results?.hits.map((h) => h.ticketId)], text).toEqual([false, [ids[name]]]);
    }
  });

  it('nothing that merely resembles what was found exactly', async () => {
    expect(await found(cast.team, 'lindqvist')).toEqual(['county']);
    expect(await found(cast.team, 'bergström')).toEqual(['otter']);
    expect(await found(cast.team, 'ada')).toEqual(['county', 'otter']);
    expect(await found(cast.team, 'zzyzx')).toEqual([]);
  });

  it('nothing by signs that mean something to a database', async () => {
    for (const text of ['%%%', "a' OR 1=1 --", '___', '\\\\\\', '$1$2', '(((abc']) expect(await found(cast.team, text), text).toEqual([]);
  });

  it('each ticket once, also when several of its lines match', async () => {
    const twice = await givenSubmittedTicket(db.owner, cast, { trackingNumber: 'CC-TWICE-1', claims: [claim({ memberName: 'Tove Twice' }), claim({ memberName: 'Tove Twice', claimNumber: '26-0188418' })] });
    expect((await search(cast.team, 'tove')).map((h) => h.ticketId)).toEqual([twice]);
  });
});

describe('within the reader’s scope', () => {
  // Each text is on one ticket only: its tracking number, a claim number, a member’s name.
  const TEXTS = { county: ['CC-2026-118402', '26-0188417', 'Lindqvist'], waiting: ['CC-2026-990001', '26-0771001', 'Moreau'], otter: ['MO-5551', '26-0188999', 'Bergström'] } as const;

  it.each<[keyof Cast, (keyof typeof TEXTS)[]]>([
    ['provider', ['county', 'waiting']],
    ['colleague', ['county', 'waiting']],
    ['otherProvider', ['otter']],
    ['mco', ['county']],
    ['otherMco', ['otter']],
    ['accountManager', ['county']],
    ['otherAccountManager', ['otter']],
    ['sme', []],
    ['team', ['county', 'otter', 'waiting']],
    ['administration', ['county', 'otter', 'waiting']],
  ])('%s finds %j', async (who, expected) => {
    for (const [name, texts] of Object.entries(TEXTS)) {
      for (const text of texts) expect(await found(cast[who], text), `${who}: ${text}`).toEqual(expected.includes(name as keyof typeof TEXTS) ? [name] : []);
    }
  });

  it('a typing error does not lead beyond it either', async () => {
    expect(await found(cast.otherMco, 'Bergstörm')).toEqual(['otter']);
    expect(await found(cast.mco, 'Bergstörm')).not.toContain('otter');
    expect(await found(cast.otherProvider, 'Lindqvsit')).not.toContain('county');
  });

  it('a plan finds a ticket from its presentation on', async () => {
    const later = await givenSubmittedTicket(db.owner, cast, { trackingNumber: 'CC-LATER-1' });
    expect(await search(cast.mco, 'CC-LATER')).toEqual([]);
    // By itself, too: it counts what it finds before the policies see a row.
    const ids = (actor: PersonActor) => asActor(actor, ({ tx }) => tx.$queryRaw<unknown[]>`SELECT ticket_id FROM search_tickets('CC-LATER', 10, NULL, NULL)`);
    expect([await ids(cast.mco), await ids(cast.accountManager), await ids(cast.otherProvider)]).toEqual([[], [], []]);
    await done(cast.team, command('present', later), { arrivedAt: at('2026-10-28') });
    expect((await search(cast.mco, 'CC-LATER')).map((h) => h.ticketId)).toEqual([later]);
    expect((await search(cast.accountManager, 'CC-LATER')).map((h) => h.ticketId)).toEqual([later]);
    expect(await search(cast.otherMco, 'CC-LATER')).toEqual([]);
  });

  it('a billing agent finds its clients’ tickets while the grant lasts, an expert those referred', async () => {
    expect(await found(agent, 'lindqvist')).toEqual([]);
    await db.owner.query('INSERT INTO billing_agent_grants (agent_id, client_id) VALUES ($1, $2)', [agent.organizationId, cast.provider.organizationId]);
    expect(await found(agent, 'lindqvist')).toEqual(['county']);
    await db.owner.query('UPDATE billing_agent_grants SET ended_at = now() WHERE agent_id = $1', [agent.organizationId]);
    expect(await found(agent, 'lindqvist')).toEqual([]);
    await db.owner.query(`UPDATE tickets SET sme_id = $1, sme_name = $3, sme_referred_on = '2026-11-24' WHERE id = $2`, [cast.sme.personId, ids.county, cast.sme.name]);
    expect(await found(cast.sme, 'lind')).toEqual(['county']);
    await db.owner.query('UPDATE tickets SET sme_id = NULL, sme_name = NULL, sme_referred_on = NULL WHERE id = $1', [ids.county]);
  });

  it('a plan finds what it took over from a plan that ended, from the day after (D20)', async () => {
    await db.owner.query(`UPDATE plans SET valid_to = '2026-11-24', succeeded_by = 'COUNTYCARE' WHERE code = 'MOLINA'`);
    expect([await found(cast.mco, 'MO-5551'), await found(cast.otherMco, 'MO-5551')]).toEqual([[], ['otter']]);
    await givenPortalDay(db.owner, '2026-11-25');
    expect([await found(cast.mco, 'MO-5551'), await found(cast.otherMco, 'MO-5551'), await found(cast.accountManager, 'MO-5551')]).toEqual([['otter'], [], ['otter']]);
    await db.owner.query(`UPDATE plans SET valid_to = NULL, succeeded_by = NULL WHERE code = 'MOLINA'`);
    await givenPortalDay(db.owner, '2026-11-24');
  });

  it('nobody who has no role finds anything, and nobody but the web may ask', async () => {
    await db.owner.query(`SELECT set_config('app.role', '', false)`);
    expect((await db.owner.query(`SELECT * FROM search_tickets('lindqvist', 10, NULL, NULL)`)).rows).toEqual([]);
    for (const role of ['portal_public', 'portal_worker']) expect((await db.owner.query<{ may: boolean }>(`SELECT has_function_privilege($1, 'search_tickets(text, integer, timestamptz, uuid)', 'EXECUTE') AS may`, [role])).rows[0]?.may, role).toBe(false);
    expect(await asActor(cast.team, ({ tx }) => tx.$queryRaw`SELECT has_table_privilege('search_names', 'SELECT') AS may`)).toEqual([{ may: false }]);
  });
});

describe('a RIN', () => {
  it('shows a provider its last four digits, and is found by the whole of it alone', async () => {
    expect((await search(cast.provider, '000118420'))[0]?.matched).toEqual({ kind: 'rin', text: 'ending 8420' });
    expect(await search(cast.provider, '00011842')).toEqual([]);
    expect((await search(cast.mco, '00011842'))[0]?.matched).toEqual({ kind: 'rin', text: '000 118 420' });
  });
});

describe('a kept search', () => {
  it('is its person’s alone, and gone after a day', async () => {
    const id = await keepSearch(cast.mco, 'lindqvist');
    expect((await searchTickets(cast.mco, id, null))?.text).toBe('lindqvist');
    for (const other of [cast.team, cast.provider, cast.otherMco]) expect(await searchTickets(other, id, null)).toBeNull();
    expect(await searchTickets(cast.mco, 'no-id', null)).toBeNull();
    await sweepFiles(at('2026-11-24', '23:00'));
    expect(await searchTickets(cast.mco, id, null)).not.toBeNull();
    await sweepFiles(at('2026-11-26'));
    expect(await searchTickets(cast.mco, id, null)).toBeNull();
  });

  it('goes on page by page, each ticket once, with the count of all', async () => {
    await db.owner.query(`INSERT INTO tickets SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 'PRP-2025-' || (10000 + g), 'tracking_number', 'MANY-' || g, 'filed_at', t.filed_at + (g / 3) * interval '1 microsecond'))).* FROM tickets t, generate_series(1, 60) g WHERE t.id = $1`, [ids.county]);
    const id = await keepSearch(cast.mco, 'many-');
    const seen: string[] = [];
    for (let page = await searchTickets(cast.mco, id, null); page !== null; page = page.next === null ? null : await searchTickets(cast.mco, id, page.next)) {
      expect([page.found, page.hits.length <= SEARCH_PAGE]).toEqual([60, true]);
      seen.push(...page.hits.map((h) => h.ticketId));
    }
    expect([seen.length, new Set(seen).size]).toEqual([60, 60]);
    const inFile = async (actor: PersonActor) => {
      const found: string[] = [];
      for await (const hits of searchInChunks(actor, id)) found.push(...hits.map((hit) => hit.ticketId));
      return found;
    };
    expect(await inFile(cast.mco)).toEqual(seen);
    expect(await inFile(cast.otherMco)).toEqual([]);
  });
});

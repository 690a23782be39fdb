import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '@/domain/access/actor';
import { plainText } from '@/server/case-file/blocks';
import { getCaseContents } from '@/server/case-file/case-contents';
import { caseDocument } from '@/server/case-file/case-document';
import { asActor } from '@/server/db/as-actor';
import { openCaseFile } from '@/server/case-file/open-case-file';
import { verifyCaseFile } from '@/server/case-file/verify-case-file';
import { verifyFiles } from '@/server/uploads/verify-files';
import { getTicketViews } from '@/server/queries/get-ticket-views';
import { pdf, png } from '../../fixtures/files';
import { givenCast, type Cast } from '../../scenarios/people';
import { ANSWER, at, command, complaintForm, done, givenDraft, givenPresentedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';
import { upload, useFileFolder } from '../uploads/file-folder';
import { keepFile, packAgain, takeCaseFile, type Parts } from './case-zip';

const db = useDatabase();
const folder = useFileFolder();
let cast: Cast;
let ticketId: string;

const WORDS = { parties: 'words for both sides', provider: 'words for the provider', mco: 'words for the plan', state: 'words within the State', alert: 'the plan is silent again', contact: 'what was said on the phone' };

/** A ticket on which each side, and the State, has said something of its own, with two files. */
async function givenTalk(): Promise<string> {
  const draft = await givenDraft(db.owner, cast.provider);
  const letter = await upload(cast.provider, { action: 'submit', id: draft }, 'letter: "final".pdf', pdf());
  await done(cast.provider, command('submit', draft, complaintForm(cast.provider, { whatHappened: 'First line.\u2028Second line, Żółć.', files: [letter.id] })), { arrivedAt: at('2026-10-15') });
  await done(cast.team, command('present', draft), { arrivedAt: at('2026-10-27') });
  for (const to of ['parties', 'provider', 'mco', 'state'] as const) await done(cast.team, command('postMessage', draft, { to, text: WORDS[to] }), { arrivedAt: at('2026-10-28') });
  await done(cast.team, command('alertHfs', draft, { what: WORDS.alert }), { arrivedAt: at('2026-10-29') });
  await done(cast.mco, command('logContact', draft, { on: '2026-10-29', time: '10:00', how: 'phone', withWhom: 'Renata', said: WORDS.contact }), { arrivedAt: at('2026-10-29', '14:00') });
  const proof = await upload(cast.mco, { action: 'respond', id: draft }, 'proof.png', png());
  await done(cast.mco, command('respond', draft, { ...ANSWER, files: [proof.id] }), { arrivedAt: at('2026-11-20') });
  return draft;
}

beforeAll(async () => {
  cast = await givenCast(db.owner);
  ticketId = await givenTalk();
});

async function documentOf(actor: PersonActor): Promise<string> {
  const contents = await getCaseContents(actor, ticketId);
  return contents === null ? '' : plainText(caseDocument(contents));
}

const fileAt = (name: string) => path.join(folder.dir, name);

describe('a case file', () => {
  it.each([
    ['provider', ['parties', 'provider']],
    ['mco', ['parties', 'mco', 'contact']],
    ['team', ['parties', 'provider', 'mco', 'state', 'alert', 'contact']],
    ['accountManager', ['parties', 'provider', 'mco', 'state', 'alert', 'contact']],
    ['administration', ['parties', 'provider', 'mco', 'state', 'alert', 'contact']],
  ] as const)('of %s holds what that reader may see and nothing else, and holds together', async (who, seen) => {
    const { zip, parts, bytes, name } = await takeCaseFile(cast[who], ticketId);
    const said = `${await documentOf(cast[who])}\n${parts.get('events.jsonl')?.toString('utf8')}`;
    for (const [key, words] of Object.entries(WORDS)) expect(said.includes(words), `${key} for ${who}`).toBe(seen.some((s) => s === key));
    expect(zip.length).toBe(bytes);
    expect(name).toMatch(/^[A-Z0-9-]+-case-file\.zip$/);
    const verdict = await verifyCaseFile(await keepFile(fileAt(`${who}.zip`), zip));
    expect(verdict).toMatchObject({ ok: true, report: { files: 2, leftOut: 0, sums: 7 } });
    const hidden = verdict.ok ? verdict.report.hidden : -1;
    if (who === 'provider' || who === 'mco') expect(hidden).toBeGreaterThan(1);
    else expect(hidden).toBe(0);
    expect([...parts.keys()].filter((p) => p.startsWith('files/'))).toEqual(['files/001 letter_ _final_.pdf', 'files/002 proof.png']);
    expect(parts.get('files/002 proof.png')).toEqual(png());
  });

  it('tells the whole case: summary, dates with their steps, complaint, answer, messages, claims, files, history', async () => {
    const said = await documentOf(cast.mco);
    for (const words of ['Case file of ticket', 'First line.', 'Answer due Mon Nov 30, 2026.', 'Overturned', 'We pay it.', 'Ada R. Lindqvist', '26-0188417', 'Status: was Submitted, now Presented.', 'proof.png', 'holiday table', 'SHA-256: '])
      expect(said, words).toContain(words);
    const { parts } = await takeCaseFile(cast.mco, ticketId);
    const written = parts.get('case.pdf')?.toString('latin1') ?? '';
    expect(written).toMatch(/^%PDF-1\.7/);
    for (const mark of ['/StructTreeRoot', '/Marked true', '/Lang (en-US)', '/DisplayDocTitle true', 'pdfuaid:part', '/S /H1', '/S /Table']) expect(written, mark).toContain(mark);
    expect(parts.get('how-to-check.html')?.toString('utf8')).toContain('npm run case:verify');
    expect(parts.get('claims.csv')?.toString('utf8')).toContain('26-0188417');
  });

  it('exists for those who have the ticket alone, and taking it is recorded', async () => {
    for (const stranger of [cast.otherProvider, cast.otherMco, cast.otherAccountManager, cast.sme]) expect(await openCaseFile(stranger, ticketId), stranger.role).toBeNull();
    const early = await givenSubmittedTicket(db.owner, cast);
    expect(await openCaseFile(cast.mco, early)).toBeNull();
    const { parts } = await takeCaseFile(cast.colleague, ticketId);
    expect(parts.size).toBe(8);
    const { rows } = await db.owner.query('SELECT 1 FROM ticket_views WHERE ticket_id = $1 AND person_id = $2', [ticketId, cast.colleague.personId]);
    expect(rows).toHaveLength(1);
  });

  it('leaves out a damaged file and says so', async () => {
    const broken = await givenTalk();
    const { rows } = await db.owner.query<{ id: string }>(`SELECT id FROM files WHERE ticket_id = $1 AND kind = 'png'`, [broken]);
    await folder.damage(rows[0]?.id ?? '', Buffer.from('something else'));
    const { zip, parts } = await takeCaseFile(cast.provider, broken);
    expect([...parts.keys()].filter((p) => p.startsWith('files/'))).toHaveLength(1);
    expect(parts.get('contents.json')?.toString('utf8')).toContain('"leftOut": "changed"');
    expect(await verifyCaseFile(await keepFile(fileAt('broken.zip'), zip))).toMatchObject({ ok: true, report: { files: 1, leftOut: 1 } });
  });

  it.each(['held', 'infected'])('leaves out a file that is %s', async (state) => {
    const talk = await givenTalk();
    await db.owner.query(`UPDATE files SET state = $2 WHERE ticket_id = $1 AND kind = 'png'`, [talk, state]);
    const { parts } = await takeCaseFile(cast.team, talk);
    expect([...parts.keys()].filter((p) => p.startsWith('files/'))).toHaveLength(1);
    expect(parts.get('contents.json')?.toString('utf8')).toContain(`"leftOut": "${state}"`);
  });
});

describe('the hashes of events that a reader may not read', () => {
  it('are there for who has the ticket, and for nobody else', async () => {
    const count = (actor: PersonActor, id: string) => asActor(actor, async ({ tx }) => (await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM event_hashes WHERE ticket_id = ${id}::uuid`)[0]?.n);
    const { rows } = await db.owner.query<{ event_count: number }>('SELECT event_count FROM tickets WHERE id = $1', [ticketId]);
    for (const actor of [cast.provider, cast.mco, cast.team]) expect(await count(actor, ticketId), actor.role).toBe(rows[0]?.event_count);
    for (const actor of [cast.otherProvider, cast.otherMco, cast.otherAccountManager, cast.sme]) expect(await count(actor, ticketId), actor.role).toBe(0);
    const early = await givenSubmittedTicket(db.owner, cast);
    expect(await count(cast.mco, early)).toBe(0);
  });
});

describe('case:verify', () => {
  let parts: Parts;
  beforeAll(async () => {
    ({ parts } = await takeCaseFile(cast.provider, ticketId));
  });

  /** A case file in which one part was changed; what the check says of it. */
  async function told(change: (parts: Parts) => unknown, withNewSums = true): Promise<string> {
    const changed = new Map(parts);
    change(changed);
    await packAgain(fileAt('changed.zip'), changed, withNewSums);
    const verdict = await verifyCaseFile(fileAt('changed.zip'));
    return verdict.ok ? 'whole' : verdict.broken;
  }
  const edit = (name: string, work: (text: string) => string) => (all: Parts) => all.set(name, Buffer.from(work(all.get(name)?.toString('utf8') ?? '')));
  const editLine = (i: number, work: (line: string) => string[]) => edit('events.jsonl', (all) => all.split('\n').flatMap((line, j) => (j === i ? work(line) : [line])).join('\n'));

  it('finds one that was packed again whole', async () => {
    expect(await told(() => undefined)).toBe('whole');
  });

  const CHANGES: [what: string, change: (all: Parts) => unknown, withNewSums: boolean, words: string][] = [
    ['a changed document', edit('case.pdf', (t) => `${t} `), false, 'case.pdf was changed'],
    ['a missing file', (all) => all.delete('files/002 proof.png'), false, 'files/002 proof.png is missing'],
    ['a stranger', (all) => all.set('extra.txt', Buffer.from('x')), false, 'extra.txt does not stand in'],
    ['another file under new sums', (all) => all.set('files/002 proof.png', pdf()), true, 'files/002 proof.png is not the file that event'],
    ['a file taken out under new sums', (all) => all.delete('files/002 proof.png'), true, 'files/002 proof.png is not the file that event'],
    ['a file more under new sums', (all) => all.set('files/003 more.pdf', pdf()), true, 'belongs to no event'],
    ['changed words of an event', editLine(0, (line) => [line.replace('First line.', 'Worst line.')]), true, 'Event 1 was changed'],
    ['a missing event', editLine(1, () => []), true, 'Event 2 is missing'],
    ['a line that is none', editLine(1, () => ['{}']), true, 'Line 2 of events.jsonl is no event'],
    ['a changed hidden hash', editLine(4, (line) => [line.replace(/"hash":"(.)/, (_, c: string) => `"hash":"${c === '0' ? '1' : '0'}`)]), true, 'Event 5 was changed'],
    ['a cut tail', edit('events.jsonl', (t) => `${t.trimEnd().split('\n').slice(0, -1).join('\n')}\n`), true, 'events, but'],
    ['a changed index', edit('contents.json', (t) => t.replace(/"eventCount": \d+/, '"eventCount": 0')), true, 'contents.json is not that'],
  ];
  it.each(CHANGES)('names %s', async (_, change, withNewSums, words) => {
    expect(await told(change, withNewSums)).toContain(words);
  });

  it('finds a changed last event by the hash that the case file names', async () => {
    const { parts: whole } = await takeCaseFile(cast.team, ticketId);
    const lines = whole.get('events.jsonl')?.toString('utf8').trimEnd().split('\n') ?? [];
    lines[lines.length - 1] = lines.at(-1)?.replace('"actorName":"', '"actorName":"x') ?? '';
    whole.set('events.jsonl', Buffer.from(`${lines.join('\n')}\n`));
    await packAgain(fileAt('last.zip'), whole);
    expect(await verifyCaseFile(fileAt('last.zip'))).toMatchObject({ ok: false, broken: expect.stringContaining(`Event ${lines.length} was changed`) as string });
  });

  it('exits 1 and names the break, 0 for a whole one, without a database', async () => {
    await packAgain(fileAt('whole.zip'), parts);
    await packAgain(fileAt('bad.zip'), new Map(parts).set('case.pdf', Buffer.from('x')), false);
    const run = (file: string) => spawnSync(process.execPath, ['--import', 'tsx', 'src/server/jobs/cli/case-verify.ts', file], { encoding: 'utf8', env: { PATH: process.env.PATH, NODE_ENV: 'test' } });
    const whole = run(fileAt('whole.zip'));
    expect([whole.status, whole.stderr]).toEqual([0, '']);
    expect(whole.stdout).toMatch(/7 sums match, \d+ events hold together, \d+ of them by their hashes alone, 2 attached files/);
    const bad = run(fileAt('bad.zip'));
    expect([bad.status, bad.stderr]).toEqual([1, 'case.pdf was changed: its sum is not the one in sums.sha256.\n']);
    expect(run(fileAt('nowhere.zip')).status).toBe(1);
  });
});

describe('who opened a ticket', () => {
  it('a party sees its own people, the State all, once for each person and hour', async () => {
    const id = await givenPresentedTicket(db.owner, cast);
    for (const actor of [cast.provider, cast.colleague, cast.mco, cast.team, cast.team]) await getTicketViews(actor, id);
    const namesFor = async (actor: PersonActor) => (await getTicketViews(actor, id))?.views.map((v) => v.personId).sort();
    expect(await namesFor(cast.provider)).toEqual([cast.provider.personId, cast.colleague.personId].sort());
    expect(await namesFor(cast.mco)).toEqual([cast.mco.personId]);
    expect(await namesFor(cast.team)).toEqual([cast.provider, cast.colleague, cast.mco, cast.team].map((a) => a.personId).sort());
    expect(await getTicketViews(cast.otherProvider, id)).toBeNull();
  });

  it('comes 50 at a time and goes on where it stopped', async () => {
    const id = await givenPresentedTicket(db.owner, cast);
    await db.owner.query(`INSERT INTO ticket_views (ticket_id, person_id, hour, person_name, role, organization_id) SELECT $1, $2, '2026-11-01T00:00:00Z'::timestamptz + i * interval '1 hour', 'Person', 'portal_team', $3 FROM generate_series(1, 70) i`, [id, cast.team.personId, cast.team.organizationId]);
    const first = await getTicketViews(cast.team, id);
    const second = await getTicketViews(cast.team, id, first?.next ?? '');
    expect([first?.views.length, first?.isFirst, second?.isFirst, second?.next]).toEqual([50, true, false, null]);
    const hours = [...(first?.views ?? []), ...(second?.views ?? [])].map((v) => v.hour.getTime());
    expect(new Set(hours).size).toBe(71);
    expect(hours).toEqual(hours.toSorted((a, b) => b - a));
    expect((await getTicketViews(cast.team, id, 'x_y'))?.isFirst).toBe(true);
  });
});

describe('audit:verify', () => {
  it('finds every attached file there, then the one that is gone, changed or not the one that its event names', async () => {
    const id = await givenTalk();
    const { rows } = await db.owner.query<{ id: string; number: string }>(`SELECT f.id, t.number FROM files f JOIN tickets t ON t.id = f.ticket_id WHERE f.ticket_id = $1 AND f.kind = 'pdf'`, [id]);
    const file = rows[0] ?? { id: '', number: '' };
    // A file of another test is damaged on purpose.
    await db.owner.query('SET session_replication_role = replica');
    await db.owner.query(`UPDATE files SET state = 'infected' WHERE ticket_id <> $1`, [id]);
    expect(await verifyFiles()).toMatchObject({ broken: null });
    await folder.damage(file.id, Buffer.alloc(pdf().length, 1));
    expect((await verifyFiles()).broken).toMatchObject({ ticketNumber: file.number, seq: 1, name: 'letter: "final".pdf', what: 'what is stored is not what came' });
    await rm(folder.pathOf(file.id));
    expect((await verifyFiles()).broken).toMatchObject({ what: 'its content is missing from the store' });
    await folder.damage(file.id, pdf());
    expect((await verifyFiles()).broken).toBeNull();
    await db.owner.query('UPDATE files SET sha256 = $2 WHERE id = $1', [file.id, '0'.repeat(64)]);
    expect((await verifyFiles()).broken).toMatchObject({ what: 'its recorded sum is not the one that its event names' });
    await db.owner.query('DELETE FROM files WHERE id = $1', [file.id]);
    expect((await verifyFiles()).broken).toMatchObject({ ticketNumber: file.number, seq: 1, what: 'its record is missing' });
    await db.owner.query('SET session_replication_role = DEFAULT');
  });
});

import { Client } from 'pg';
import type { PersonActor } from '@/domain/access/actor';
import { issueFormKey } from '@/server/auth/form-key';
import { ACTIONS, type ActionRow, type Said } from './doors/actions';
import { builtActions, byForm, byScript, bytesOf, call, saidOf, type Answer, type Built } from './doors/call';
import { inTurns } from './doors/in-turns';
import { ROUTES, type Row } from './doors/routes';
import { findThings, removePlanted, standOf, type Thing, type Things } from './doors/subjects';
import { actionsOfTree, routesOfTree } from './doors/tree';
import { ALL_VISITORS, SIGNED, VISITORS, type Signed, type Visitor } from './doors/who';
import { expect, PEOPLE, test } from './portal-test';

/**
 * Every address and every server action, asked by everybody, about things of one's own, of others and of nobody, before
 * and after a ticket is presented. What is not one's own is *not found* in the very bytes of what does not exist; bytes
 * are compared without the nonce, the ids that were asked for and the page's own instant.
 */
test.use({ trace: 'off' });
test.describe.configure({ mode: 'serial' });

const db = new Client({ connectionString: process.env.DATABASE_URL });
const NOBODY: Thing = { name: 'nothing named', id: 'unknown', exists: false, seenBy: [], file: 'unknown', isKind: true, hasFile: false };
const cookies = new Map<Visitor, string>();
const actors = new Map<Signed, PersonActor>();
let things: Things;

const cookieOf = (visitor: Visitor) => cookies.get(visitor) ?? null;

test.beforeAll(async () => {
  await db.connect();
  things = await findThings(db);
  for (const visitor of SIGNED) {
    const { rows } = await db.query<{ id: string }>('SELECT id FROM people WHERE email = $1', [PEOPLE[VISITORS[visitor]]]);
    // A form's key names the person and the purpose; the rest of an actor has no part in it.
    actors.set(visitor, { personId: rows[0]?.id ?? '' } as PersonActor);
  }
});
test.afterAll(async () => {
  await removePlanted(db);
  await db.end();
});

/**
 * The things to ask about: of those that a visitor has, one before and one after it is presented; all of others; and one
 * that does not exist. Where the role alone decides, one of each kind.
 */
function cellsOf({ of, for: whose }: Pick<Row, 'of' | 'for'>, visitor: Visitor): Thing[] {
  if (of === undefined) return [NOBODY];
  if (!whose.includes(visitor) && of === 'ticket') return things[of].filter((thing) => thing.isKind || !thing.exists);
  const own = things[of].filter((thing) => visitor !== 'public' && thing.seenBy.includes(visitor));
  return things[of].filter((thing) => !own.includes(thing) || thing === own.find((other) => other.isKind === thing.isKind));
}

function addressOf(route: string, thing: Thing): string {
  const parts: Record<string, string> = { format: 'csv', token: 'unknown', fileId: thing.file, importId: thing.file, questionId: thing.file };
  return route.replaceAll(/\[(\w+)\]/g, (_, name: string) => parts[name] ?? thing.id);
}

/** The statuses that the table gives for a visitor at a door. */
function expectedAt(row: Row, visitor: Visitor, thing: Thing): readonly number[] {
  if (row.onlyPost === true) return [405];
  if (visitor === 'public' && row.toPublic !== undefined) return [row.toPublic];
  if (!row.for.includes(visitor)) return [visitor === 'public' ? 307 : 404];
  if (visitor !== 'public' && row.of !== undefined && !thing.seenBy.includes(visitor)) return [row.toOthers ?? 404];
  if (thing.exists && !thing.hasFile && row.file === true) return [404];
  return [row.gives ?? 200].flat();
}

test('everybody signs in', async ({ signIn }) => {
  test.setTimeout(120_000);
  for (const visitor of SIGNED) {
    const page = await signIn(VISITORS[visitor]);
    const kept = await page.context().cookies();
    cookies.set(visitor, kept.map((c) => `${c.name}=${c.value}`).join('; '));
    await page.close();
  }
});

test('the tables name every address and every action that there is, and no other', () => {
  expect(Object.keys(ROUTES).sort()).toEqual(routesOfTree().sort());
  expect(Object.keys(ACTIONS).sort()).toEqual(actionsOfTree().sort());
  for (const { name } of builtActions()) expect(Object.keys(ACTIONS), 'an action of the build').toContain(name);
});

type Visit = { thing: Thing; address: string; answer: Answer };

async function visit(route: string, row: Row, visitor: Visitor): Promise<{ wrong: string[]; asked: number }> {
  const [wrong, visits]: [string[], Visit[]] = [[], []];
  for (const thing of cellsOf(row, visitor)) {
    const address = addressOf(route, thing);
    const answer = await call(address, cookieOf(visitor));
    const expected = expectedAt(row, visitor, thing);
    if (!expected.includes(answer.status)) wrong.push(`${visitor} at ${route} (${thing.name}): ${answer.status} instead of ${expected.join(' or ')}`);
    if (answer.status === 307 && visitor === 'public' && !row.for.includes('public') && !(answer.location ?? '').startsWith('/sign-in')) wrong.push(`nobody at ${route} is sent to ${answer.location}`);
    visits.push({ thing, address, answer });
  }
  const nothing = visits.find((v) => !v.thing.exists);
  if (nothing === undefined) return { wrong, asked: visits.length };
  // What a visitor has can well be told apart from nothing: where it has no such act, the title still names it.
  const others = visits.filter(({ thing }) => thing.exists && (visitor === 'public' || !thing.seenBy.includes(visitor)));
  const told = others.filter(({ answer, address }) => bytesOf(answer, address) !== bytesOf(nothing.answer, nothing.address));
  return { wrong: [...wrong, ...told.map(({ thing }) => `${visitor} at ${route} can tell that this exists: ${thing.name}`)], asked: visits.length };
}

test('each address gives what the table says, and others’ things in the very bytes of what does not exist', async () => {
  test.setTimeout(300_000);
  // The contact's first view of an answer is recorded (D18): it was, before anything is compared.
  for (const thing of things.ticket.filter((t) => t.exists)) await call(`/tickets/${thing.id}`, cookieOf('provider'));
  const before = await standOf(db);
  const wrong: string[] = [];
  let asked = 0;
  const visits = Object.entries(ROUTES).flatMap(([route, row]) => ALL_VISITORS.map((visitor) => ({ route, row, visitor })));
  await inTurns(8, visits, async ({ route, row, visitor }) => {
    const outcome = await visit(route, row, visitor);
    wrong.push(...outcome.wrong);
    asked += outcome.asked;
  });
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(1000);
  expect(await standOf(db), 'a GET changed something').toEqual(before);
});

const fill = (thing: Thing, none: string) => (text: string) => text.replaceAll(/\{(ticket|draft|request)\}/g, thing.id).replaceAll('{none}', none);

function forge({ id }: Built, row: ActionRow, thing: Thing, none: string, key: string | null) {
  const filled = fill(thing, none);
  const fields = Object.fromEntries(Object.entries(row.fields ?? {}).map(([name, value]) => [name, filled(value)]));
  const args = (row.args ?? []).map((arg) => (typeof arg === 'string' ? filled(arg) : arg));
  return { id, args, fields: key === null ? fields : { ...fields, commandKey: key, version: '1' } };
}

/** Actions whose form has no state before them. */
const PLAIN = new Set(['sign-in/actions#signOutAction', 'sandbox/sign-ins/actions#signInAsAction', 'search/actions#searchFromTopAction']);
const OLD_PAGE = 'does not belong to this page any more';
const OTHER_PURPOSE = 'accept:another';

type Try = { visitor: Visitor; thing: Thing; key: string | null; expected: Said; says?: string };

/** What is tried at one action: without a session, without the role, with another form's key, and on things of others. */
function triesOf(row: ActionRow, none: string): Try[] {
  const keyFor = (visitor: Visitor, purpose: string) => (visitor === 'public' ? 'forged' : issueFormKey(actors.get(visitor) ?? ({ personId: '' } as PersonActor), purpose));
  const rightKey = (visitor: Visitor, thing: Thing) => (row.purpose === undefined ? null : keyFor(visitor, fill(thing, none)(row.purpose)));
  return ALL_VISITORS.filter((v) => row.endsSession !== true || v === 'public').flatMap((visitor): Try[] => {
    const cells = cellsOf(row, visitor);
    const [first = NOBODY] = cells;
    if (row.purpose === undefined) return cells.slice(0, 1).map((thing) => ({ visitor, thing, key: null, expected: row.others ?? 'refused' }));
    if (visitor === 'public') return [{ visitor, thing: first, key: 'forged', expected: 'refused', says: 'You were signed out' }];
    if (!row.for.includes(visitor)) return cells.slice(-2, -1).concat(cells.length === 1 ? cells : []).map((thing) => ({ visitor, thing, key: rightKey(visitor, thing), expected: 'not found' }));
    const own = cells.find((thing) => thing.seenBy.includes(visitor)) ?? first;
    // The first is not presented, the last but one is, and the last does not exist.
    const foreign = row.of === undefined ? [] : cells.filter((thing) => !thing.seenBy.includes(visitor)).filter((_, i, all) => i === 0 || i >= all.length - 2);
    return [
      { visitor, thing: own, key: keyFor(visitor, OTHER_PURPOSE), expected: 'refused', says: row.beforeKey ?? OLD_PAGE },
      // Somebody else's key for the right purpose.
      { visitor, thing: own, key: keyFor(visitor === 'provider' ? 'plan' : 'provider', fill(own, none)(row.purpose)), expected: 'refused', says: row.beforeKey ?? OLD_PAGE },
      ...foreign.map((thing): Try => ({ visitor, thing, key: rightKey(visitor, thing), expected: row.others ?? 'not found' })),
    ];
  });
}

type Told = { visitor: Visitor; thing: Thing; bytes: string };

/** One forged call, with script and, the first time that a visitor is to be told so, as a form without script. */
async function attempt(built: Built, row: ActionRow, none: string, { visitor, thing, key, expected, says = '' }: Try, withForm: boolean): Promise<{ wrong: string[]; told: Told }> {
  const forged = forge(built, row, thing, none, key);
  const plain = PLAIN.has(built.name);
  const page = addressOf(built.page, thing);
  const wrong: string[] = [];
  const answer = await call(page, cookieOf(visitor), byScript(forged, plain));
  const said = saidOf(answer);
  if (said !== expected || !answer.body.includes(says)) wrong.push(`${visitor} calls ${built.name} (${thing.name}): ${said ?? `${answer.status} ${answer.body.slice(0, 200)}`} instead of ${expected} ${says}`);
  if (withForm) {
    const { status } = await call(page, cookieOf(visitor), byForm(forged, plain));
    // A page that the visitor has says itself what became of the form.
    if (status >= 500 || (expected === 'not found' && status !== 404)) wrong.push(`${visitor} sends ${built.name} (${thing.name}) without script: ${status}`);
  }
  return { wrong, told: { visitor, thing, bytes: bytesOf(answer, `${page} ${thing.id}`) } };
}

/** Each visitor is told the same of every thing that is not theirs, whether it exists or not. */
function tellsApart(name: string, told: readonly Told[]): string[] {
  const nothing = new Map(told.filter((t) => !t.thing.exists).map((t) => [t.visitor, t.bytes]));
  return told
    .filter(({ visitor, thing }) => visitor !== 'public' && thing.exists && nothing.has(visitor) && !thing.seenBy.includes(visitor))
    .filter(({ visitor, bytes }) => bytes !== nothing.get(visitor))
    .map(({ visitor, thing }) => `${visitor} can tell by ${name} that this exists: ${thing.name}`);
}

async function tryAction(built: Built, none: string): Promise<{ wrong: string[]; asked: number }> {
  const row = ACTIONS[built.name];
  if (row === undefined) return { wrong: [`${built.name} is in no table`], asked: 0 };
  const [wrong, told, sent]: [string[], Told[], Set<string>] = [[], [], new Set()];
  for (const one of triesOf(row, none)) {
    const kind = `${one.visitor} ${one.expected}`;
    const outcome = await attempt(built, row, none, one, !sent.has(kind));
    sent.add(kind);
    wrong.push(...outcome.wrong);
    told.push(outcome.told);
  }
  return { wrong: [...wrong, ...tellsApart(built.name, told)], asked: told.length + sent.size };
}

test('each action is not found or refused for whoever has it not, with script and without, and nothing is written', async () => {
  test.setTimeout(300_000);
  const before = await standOf(db);
  const none = things.ticket.find((t) => !t.exists)?.id ?? '';
  const wrong: string[] = [];
  let asked = 0;
  await inTurns(8, builtActions(), async (built) => {
    const outcome = await tryAction(built, none);
    wrong.push(...outcome.wrong);
    asked += outcome.asked;
  });
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(1000);
  expect(await standOf(db), 'a forged form changed something').toEqual(before);
});

import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { Client } from 'pg';
import { readPage, signIn as signInByForm } from '../tests/bench/forms';
import { GOAL_QUERIES, logStatements, queriesOf } from '../tests/bench/queries';
import { findOpenPages, isOfAct, PAGES, type OpenPage } from './pages';
import { expect, expectAccessible, expectNoSidewaysScroll, PEOPLE, test, type Who } from './portal-test';

/**
 * Every page of a ticket, at the moments at which somebody has it; the made-up tickets come to all of them. Each is open,
 * accessible, no wider than a phone, and asks the database little.
 */
const BASE = process.env.PORTAL_URL ?? '';
/** Where the sandbox uses a database of somebody else, its log is not ours to read. */
const LOG = process.env.POSTGRES_LOG ?? '';
const PHONE = { width: 320, height: 900 };

const db = new Client({ connectionString: process.env.DATABASE_URL });
const cookies = new Map<string, string>();
let open: OpenPage[] = [];

/** What sends an act, which a page whose act is closed has not; it may still show what was kept. */
const ACT_BUTTON = 'main form button[type="submit"]:not([value="keep"])';

async function cookieOf(email: string): Promise<string> {
  const known = cookies.get(email) ?? (await signInByForm(BASE, email));
  cookies.set(email, known);
  return known;
}

test.beforeAll(async () => {
  await db.connect();
  open = await findOpenPages(db);
});
test.afterAll(() => db.end());

async function openPage(page: Page, { address, email }: OpenPage): Promise<void> {
  const kept = (await cookieOf(email)).split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: BASE }));
  await page.context().clearCookies();
  await page.context().addCookies(kept);
  const response = await page.goto(address);
  expect(response?.status(), `${email} at ${address}`).toBe(200);
  expect(new URL(page.url()).pathname, `${email} is led away`).toBe(address);
}

test('each page is open at its moment, accessible, and no wider than a phone', async ({ page }) => {
  test.setTimeout(600_000);
  // The ticket's own page is looked at behind every list.
  for (const one of open.filter(({ route }) => route !== '/tickets/[ticketId]' || process.env.LONG_TESTS !== undefined)) {
    await page.setViewportSize({ width: 1360, height: 900 });
    await openPage(page, one);
    await expect(page.getByText('This cannot be done now'), `${one.email} at ${one.route}`).toHaveCount(0);
    if (isOfAct(one.route)) await expect.soft(page.locator(ACT_BUTTON).first(), `${one.email} can act at ${one.address}`).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScroll(page);
    if (process.env.LONG_TESTS !== undefined) await expectAccessible(page);
  }
});

test(`no page asks the database more than ${GOAL_QUERIES} questions`, async () => {
  test.setTimeout(300_000);
  test.skip(!existsSync(LOG), 'The database is somebody else’s.');
  const lists = Object.entries(PAGES).flatMap(([who, paths]) => (who === 'visitor' ? [] : paths.map((address) => ({ route: address, address, email: PEOPLE[who as Who] }))));
  const dear: string[] = [];
  await logStatements(db, 'all');
  try {
    for (const { address, email, route } of [...open, ...lists]) {
      const cookie = await cookieOf(email);
      const read = () => readPage(BASE + address, cookie);
      await read();
      const { counted } = await queriesOf(LOG, read);
      expect(counted.length, `the log tells of ${route}`).toBeGreaterThan(0);
      if (counted.length > GOAL_QUERIES) dear.push(`${email} at ${route}: ${counted.length}`);
    }
  } finally {
    await logStatements(db, 'none');
  }
  expect(dear).toEqual([]);
});

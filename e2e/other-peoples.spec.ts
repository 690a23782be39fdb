import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test, type Who } from './portal-test';

const STAFF: Who[] = ['renata', 'simone', 'dov', 'ines', 'gloria', 'priya', 'yolanda'];

/** Which rooms exist for whom; for everybody else they are *not found*. */
const ROOMS: Record<string, Who[]> = {
  '/my-tickets': ['renata'],
  '/file': ['renata'],
  '/queue': ['simone', 'dov'],
  '/work': ['ines'],
  '/requests': ['simone', 'dov', 'ines'],
  '/requests/new': ['ines'],
  '/all-tickets': ['ines', 'gloria', 'yolanda'],
  '/fines': ['gloria', 'yolanda'],
  '/mail-texts': ['yolanda'],
  '/holidays': ['yolanda'],
  '/holidays/preview': ['yolanda'],
  '/reviews': ['gloria', 'priya', 'yolanda'],
  '/extensions': ['gloria', 'yolanda'],
  '/file-checks': ['ines', 'yolanda'],
  '/nightly-checks': ['yolanda'],
};

const ACTS = ['', '/accept', '/alert', '/answer', '/answer/claims', '/ask', '/close', '/contest', '/correct', '/reopen', '/resolved', '/return', '/review', '/transfer', '/withdraw'];

async function statusOf(page: Page, path: string): Promise<number> {
  return (await page.request.get(path, { maxRedirects: 0 })).status();
}

/** What a page says in its title and below its head, where the sandbox's clock stands. */
async function wordsOf(page: Page, path: string): Promise<string> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return `${await page.title()}\n${await page.locator('main').innerText()}`;
}

async function firstTicketOf(page: Page, list: string): Promise<string> {
  await page.goto(list);
  const href = await page.locator('main a[href^="/tickets/"]').first().getAttribute('href');
  const id = /[0-9a-f-]{36}/.exec(href ?? '')?.[0];
  if (id === undefined) throw new Error(`No ticket in ${list}`);
  return id;
}

test('each room exists for its roles alone, and sends nobody to sign in', async ({ signIn, page }) => {
  test.setTimeout(120_000);
  for (const path of Object.keys(ROOMS)) expect(await statusOf(page, path), `nobody at ${path}`).toBe(307);
  for (const who of STAFF) {
    const signedIn = await signIn(who);
    for (const [path, whose] of Object.entries(ROOMS)) expect(await statusOf(signedIn, path), `${who} at ${path}`).toBe(whose.includes(who) ? 200 : 404);
  }
});

test('a ticket of others is not found, in the same words as one that does not exist', async ({ signIn }) => {
  test.setTimeout(120_000);
  const plan = await signIn('simone');
  const toPresent = await firstTicketOf(await signIn('ines'), '/work');
  const countyCares = await firstTicketOf(plan, '/queue');
  const notFound = async (who: Who, page: Page, id: string) => {
    for (const act of ACTS) expect(await statusOf(page, `/tickets/${id}${act}`), `${who} at ${act}`).toBe(404);
    expect(await wordsOf(page, `/tickets/${id}`)).toBe(await wordsOf(page, `/tickets/${randomUUID()}`));
  };
  // Before it is presented, a ticket is its provider's and the Portal Team's.
  await notFound('simone', plan, toPresent);
  await notFound('gloria', await signIn('gloria'), toPresent);
  for (const who of ['dov', 'priya'] as const) {
    const page = await signIn(who);
    await notFound(who, page, toPresent);
    await notFound(who, page, countyCares);
  }
});

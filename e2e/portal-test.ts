import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { PEOPLE, type Who } from './people';

/** One password for everybody in the sandbox. */
const PASSWORD = 'prairie-sandbox-2026';

/** What the browser said while a test ran: an error on the console or a refused script fails the test. */
function watch(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    // The browser itself logs the status of a page that a test asked for in order to see it refused.
    if (message.type() === 'error' && !/status of (404|409|413|422|500|503)/.test(message.text())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
}

export const test = base.extend<{ problems: string[]; signIn: (who: Who) => Promise<Page> }>({
  problems: async ({}, use) => {
    const problems: string[] = [];
    await use(problems);
    expect(problems, 'errors on the console, refused scripts and styles included').toEqual([]);
  },
  page: async ({ page, problems }, use) => {
    watch(page, problems);
    await use(page);
  },
  /** A page of a browser of its own, signed in as somebody. */
  signIn: async ({ browser, problems, javaScriptEnabled, viewport }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use(async (who) => {
      const context = await browser.newContext({ javaScriptEnabled, viewport });
      contexts.push(context);
      const page = await context.newPage();
      watch(page, problems);
      await page.goto('/sign-in');
      await page.getByLabel('E-mail address').fill(PEOPLE[who]);
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.waitForURL((url) => url.pathname !== '/sign-in');
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

export { expect, PEOPLE, type Who };

/**
 * No violation of WCAG 2.2 A and AA, and nothing that scrolls sideways. No page has frames of other sites, so axe puts
 * its result together in the page itself: a tab of its own for that doubled the time of the whole run.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).disableRules('document-title').setLegacyMode().analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`), await page.title()).toEqual([]);
  // A page reached by a link has its title a moment after the rest.
  await expect(page).toHaveTitle(/./);
  await expectNoSidewaysScroll(page);
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
  // A list whose last column is out of sight hides who has the ticket; a table of many figures may scroll in its own frame.
  const cut = await page.locator('.data-scroll:has(> table.stack)').evaluateAll((frames) => frames.filter((frame) => frame.checkVisibility() && frame.scrollWidth > frame.clientWidth).map((frame) => frame.getAttribute('aria-label')));
  expect(cut, `${page.url()} cuts a list`).toEqual([]);
}

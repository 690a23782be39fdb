import { PAGES } from './pages';
import { expectAccessible, expectNoSidewaysScroll, test, type Who } from './portal-test';

/** What lies behind a ticket is looked at once for each person (its acts: each-moment.spec.ts); `npm run test:long` looks behind each list. */
const MOST_TICKETS = process.env.LONG_TESTS === undefined ? 1 : Infinity;

for (const width of [1360, 320] as const) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('visitor: every page is accessible and scrolls down only', async ({ page }) => {
      for (const path of PAGES.visitor) {
        await page.goto(path);
        await expectAccessible(page);
      }
    });

    for (const who of Object.keys(PAGES).filter((w) => w !== 'visitor') as Who[]) {
      test(`${who}: every page, and the first ticket of each list`, async ({ signIn }) => {
        test.setTimeout(180_000);
        const page = await signIn(who);
        // What lies behind a ticket looks the same behind each.
        let hasLooked = false;
        let opened = 0;
        for (const path of PAGES[who] ?? []) {
          await page.goto(path);
          await expectAccessible(page);
          const ticket = page.locator('main a[href^="/tickets/"]').first();
          if (opened >= MOST_TICKETS || (await ticket.count()) === 0) continue;
          opened += 1;
          await ticket.click();
          await page.waitForURL(/\/(tickets|fines)\//);
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
          const [, base] = /^(.*\/tickets\/[0-9a-f-]{36})$/.exec(page.url().replace(/[?#].*$/, '')) ?? [];
          if (base === undefined || hasLooked) continue;
          hasLooked = true;
          for (const path of ['?history=dates', '/viewers', '/case-file']) {
            await page.goto(`${base}${path}`);
            await expectAccessible(page);
          }
        }
      });
    }
  });
}

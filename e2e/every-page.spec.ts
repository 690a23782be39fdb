import { expectAccessible, expectNoSidewaysScroll, test, type Who } from './portal-test';

/** The pages that open by their address, by who opens them; tickets are opened from the lists. */
const PAGES: Partial<Record<Who, string[]>> & { visitor: string[] } = {
  visitor: ['/', '/?number=no&received-month=&received-day=&received-year=', '/?number=yes&received-month=2&received-day=29&received-year=2025', '/policy', '/policy?rule=contest&start-month=11&start-day=20&start-year=2026', '/sign-in', '/set-password/unknown', '/sandbox/clock', '/sandbox/sign-ins', '/nowhere'],
  renata: ['/my-tickets', '/search', '/file', '/bell', '/my-mail'],
  marcus: ['/my-tickets'],
  simone: ['/queue', '/queue?sort=newest&urgent=yes', '/queue?tab=new', '/queue?tab=overdue', '/queue?tab=waiting', '/queue?tab=answered', '/queue?tab=hfs', '/queue?tab=fined', '/requests', '/requests?tab=ended', '/bell', '/my-mail'],
  dov: ['/queue'],
  ines: ['/search?why=short', '/keyboard', '/all-tickets?status=presented&urgent=yes&received=90&sort=due', '/work', '/work?tab=close', '/work?tab=alert', '/work?tab=overdue', '/work?tab=requests', '/work?tab=no-number', '/work?tab=undelivered', '/all-tickets', '/requests', '/requests?tab=overdue', '/requests?tab=ended', '/requests/new', '/file-checks', '/bell', '/my-mail'],
  gloria: ['/fines', '/extensions', '/all-tickets', '/bell', '/my-mail'],
  priya: ['/reviews', '/bell', '/my-mail'],
  yolanda: ['/fines', '/fines?tab=objections', '/extensions', '/fines?tab=issued', '/fines?tab=waived', '/fines?tab=rescinded', '/all-tickets', '/holidays', '/holidays?year=2027', '/holidays/preview', '/mail-texts', '/file-checks', '/nightly-checks', '/bell', '/my-mail'],
};

/** A narrow page is looked at once behind each person's lists; `npm run test:long` looks behind each list. */
const MOST_TICKETS = { 1360: Infinity, 320: process.env.LONG_TESTS === undefined ? 1 : Infinity };

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
          if (opened >= MOST_TICKETS[width] || (await ticket.count()) === 0) continue;
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

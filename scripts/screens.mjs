import { mkdirSync, writeFileSync } from 'node:fs';
import { findBrowser } from './lib/browser.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { onStopRequest, stopEverything } from './lib/processes.mjs';
import { inRoot } from './lib/root.mjs';
import { PASSWORD, SCREENS } from './lib/screen-list.mjs';
import { step } from './lib/steps.mjs';
import { throwawayFolder } from './lib/throwaway.mjs';

/** `npm run screens`: pictures of each page, for desk and phone, in docs/screens, from a sandbox of its own. */
const OUT = inRoot('docs', 'screens');
const WIDTHS = { desktop: 1360, phone: 390 };
/** A picture shows what fits two screens; the whole of a long list says no more. */
const MAX_HEIGHT = 1700;
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

async function signedIn(browser, url, who, width) {
  const page = await (await browser.newContext({ viewport: { width, height: 900 }, locale: 'en-US', timezoneId: 'America/Chicago' })).newPage();
  if (who === null) return page;
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('E-mail address').fill(who);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((u) => u.pathname !== '/sign-in');
  return page;
}

async function take(page, url, screen, kind) {
  await page.goto(url + screen.path);
  if (screen.link ?? screen.ticket !== undefined) {
    const ticket = page.locator('tr').filter({ hasText: screen.ticket }).getByRole('link', { name: /^PRP-/ });
    await (screen.link ? page.getByRole('link', { name: screen.link }) : ticket).first().click();
    await page.waitForURL((u) => u.pathname !== new URL(screen.path, url).pathname);
  }
  if (screen.below) await page.goto(page.url().replace(/[?#].*$/, '') + screen.below);
  await screen.act?.(page);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  const height = Math.min(MAX_HEIGHT, await page.evaluate(() => document.documentElement.scrollHeight));
  // Playwright itself writes PNG and JPEG alone; the browser also WebP, at half the size.
  const browser = await page.context().newCDPSession(page);
  const clip = { x: 0, y: 0, width: WIDTHS[kind], height, scale: 1 };
  const { data } = await browser.send('Page.captureScreenshot', { format: 'webp', quality: 55, captureBeyondViewport: true, clip });
  await browser.detach();
  writeFileSync(`${OUT}/${screen.name}-${kind}.webp`, Buffer.from(data, 'base64'));
}

async function takeAll(url, browserPath) {
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath: browserPath, args: ARGS });
  for (const [kind, width] of Object.entries(WIDTHS)) {
    const people = [...new Set(SCREENS.map((s) => s.who))];
    for (const who of people) {
      const page = await signedIn(browser, url, who, width);
      for (const screen of SCREENS.filter((s) => s.who === who)) await take(page, url, screen, kind);
      await page.context().close();
    }
  }
  await browser.close();
}

const { dir, dispose } = throwawayFolder('screens');
onStopRequest(async () => {
  await stopEverything();
  await dispose();
  process.exit(1);
});
await ensureInstalled();
mkdirSync(OUT, { recursive: true });
const browser = await findBrowser();
if (browser === null) throw new Error('There is no browser: set CHROMIUM_PATH, or install Chromium.');
const { startStack } = await import('./lib/stack.mjs');
const stack = await startStack({ dir, durable: false, wantedPorts: { web: 3800, postgres: 5800, smtp: 2800, mailbox: 3850 } });
await step(`Taking ${SCREENS.length * 2} pictures`, () => takeAll(stack.env.PORTAL_URL, browser));
await stack.stop();
await dispose();
process.exit(0);

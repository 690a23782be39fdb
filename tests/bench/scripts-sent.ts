import { chromium, type Browser } from '@playwright/test';
import type { MeasuredPage } from './pages';

type Sent = { bytes: number; files: number };
const ARGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const kb = (bytes: number) => (bytes / 1024).toFixed(1);

/** The bytes of script that came over the wire for one visit with an empty cache, as the browser counts them. */
async function scriptsOf(browser: Browser, url: string, cookie: string): Promise<Sent> {
  const context = await browser.newContext();
  const pairs = cookie === '' ? [] : cookie.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: new URL(url).origin }));
  await context.addCookies(pairs);
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const sent = await page.evaluate(() => {
    const scripts = performance.getEntriesByType('resource').filter((entry) => new URL(entry.name).pathname.endsWith('.js'));
    return { bytes: scripts.reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0), files: scripts.length };
  });
  await context.close();
  return sent;
}

/** (c) Compressed script sent per page, beyond what the bare page of the same run sends, by a real browser. */
export async function benchScripts(browserPath: string, portalUrl: string, bareUrl: string, pages: readonly MeasuredPage[]): Promise<void> {
  if (browserPath === '') {
    console.log('\n(c) Script per page: not measured, there is no browser. Set CHROMIUM_PATH.');
    return;
  }
  const browser = await chromium.launch({ executablePath: browserPath, args: ARGS });
  try {
    const bare = await scriptsOf(browser, bareUrl, '');
    console.log(`\n(c) Compressed script per page, KB beyond the empty app (${kb(bare.bytes)} KB in ${bare.files} files)`);
    for (const { name, path, cookie, goalKb } of pages) {
      const { bytes, files } = await scriptsOf(browser, portalUrl + path, cookie);
      const over = (bytes - bare.bytes) / 1024 - goalKb;
      console.log(`  ${name.padEnd(18)} ${kb(bytes - bare.bytes).padStart(6)}   ${files} files, goal ${goalKb}${over > 0 ? `   missed by ${over.toFixed(1)} KB` : ''}`);
    }
  } finally {
    await browser.close();
  }
}

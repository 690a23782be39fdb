import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { nodeBinary, tool } from './root.mjs';
import { run } from './run.mjs';
import { step } from './steps.mjs';

function inPath(names) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter))
    for (const name of names) if (existsSync(path.join(folder, name))) return path.join(folder, name);
  return null;
}

async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return existsSync(file) ? file : null;
}

async function there() {
  return process.env.CHROMIUM_PATH ?? inPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) ?? (await playwrightBrowser());
}

/** A browser for the end-to-end tests, from whichever source is in reach; null when there is none. */
export async function findBrowser() {
  const found = await there();
  if (found !== null) return found;
  await step('Looking for a browser (Playwright’s own)', async () => {
    const { code } = await run(nodeBinary(), [tool('@playwright', 'test', 'cli.js'), 'install', 'chromium'], { quiet: true, allowFailure: true });
    return code === 0 ? 'found' : 'not in reach';
  });
  if ((await playwrightBrowser()) !== null) return playwrightBrowser();
  if (spawnSync('apt-get', ['--version']).status === 0 && process.getuid?.() === 0) {
    await step('Looking for a browser (Debian’s chromium)', async () => {
      await run('apt-get', ['update', '-qq'], { quiet: true, allowFailure: true });
      const { code } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { quiet: true, allowFailure: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });
      return code === 0 ? 'installed' : 'not in reach';
    });
  }
  return there();
}

import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { nodeBinary, tool } from './root.mjs';
import { run } from './run.mjs';
import { step } from './steps.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A file alone is not enough: on a bare system Playwright's own browser lacks the libraries that it needs. */
const works = (file) => existsSync(file) && spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0;

async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

async function there() {
  if (process.env.CHROMIUM_PATH) return works(process.env.CHROMIUM_PATH) ? process.env.CHROMIUM_PATH : null;
  const inPath = (process.env.PATH ?? '').split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...inPath, await playwrightBrowser()].find((file) => works(file)) ?? null;
}

/** A browser for the end-to-end tests, from whichever source is in reach; null when there is none. */
export async function findBrowser() {
  const found = await there();
  if (found !== null) return found;
  if (process.env.CHROMIUM_PATH) {
    console.error(`CHROMIUM_PATH names no browser that runs here: ${process.env.CHROMIUM_PATH}`);
    return null;
  }
  await step('Looking for a browser (Playwright’s own)', async () => {
    const { code } = await run(nodeBinary(), [tool('@playwright', 'test', 'cli.js'), 'install', 'chromium'], { quiet: true, allowFailure: true });
    return code === 0 ? 'found' : 'not in reach';
  });
  const own = await there();
  if (own !== null) return own;
  if (spawnSync('apt-get', ['--version']).status === 0 && process.getuid?.() === 0) {
    await step('Looking for a browser (Debian’s chromium)', async () => {
      await run('apt-get', ['update', '-qq'], { quiet: true, allowFailure: true });
      const { code } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { quiet: true, allowFailure: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });
      return code === 0 ? 'installed' : 'not in reach';
    });
  }
  return there();
}

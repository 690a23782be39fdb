import { defineConfig, devices } from '@playwright/test';

// Headless as root in a container; the rest keeps Chromium from calling home.
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export default defineConfig({
  testDir: 'e2e',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // One stack with one movable clock: the journeys run one after another. Two stacks on two cores take as long as one.
  workers: 1,
  fullyParallel: false,
  // A busy machine may be late once; the list names every test that needed its second try.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: process.env.E2E_REPORT ?? 'test-results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.PORTAL_URL,
    locale: 'en-US',
    timezoneId: 'America/Chicago',
    viewport: { width: 1360, height: 900 },
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: ARGS },
    // Recording every test costs a fifth of the run; a second try shows what the first did.
    trace: 'on-first-retry',
  },
});

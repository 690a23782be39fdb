import { readFileSync } from 'node:fs';
import { buildXlsx } from '../tests/factories/build-xlsx';
import { claimCells, claimCsv } from '../tests/factories/claim-file';
import { daysAgo, fillDate, fillDispute } from './acts';
import { expect, expectAccessible, test } from './portal-test';
import type { Page } from '@playwright/test';

/** Up to the page of claims of a new draft. */
async function toClaims(page: Page, trackingNumber: string): Promise<void> {
  await page.goto('/file');
  await page.getByLabel('Yes, we have the number').check();
  await fillDate(page, ...(await daysAgo(page, 40)));
  await page.getByRole('button', { name: 'Check and start a draft' }).click();
  await page.getByRole('link', { name: 'Continue to the dispute' }).click();
  await fillDispute(page, { trackingNumber });
  await expect(page).toHaveURL(/\/claims/);
}

async function importFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('Your file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: 'Check the lines' }).click();
}

const GOOD = Array.from({ length: 60 }, (_, i) => claimCells(i + 1));
const LOST_ZERO = claimCells(61, { rin: '10448273' });
const TURNED = claimCells(62, { serviceFrom: '7/20/2026', serviceTo: '7/19/2026' });

/** Lines are looked at, mended and added; the rows to fix are downloaded, and imported again. */
async function journey(page: Page, trackingNumber: string, checkPage: (page: Page) => Promise<void>): Promise<void> {
  await toClaims(page, trackingNumber);
  await page.getByRole('link', { name: 'Import a file' }).click();
  await checkPage(page);

  await importFile(page, 'macros.xlsm', await buildXlsx('', { 'xl/vbaProject.bin': 'x' }));
  await expect(page.getByText(/This workbook holds macros/).first()).toBeVisible();
  await importFile(page, 'claims.csv', claimCsv([...GOOD, LOST_ZERO, TURNED, claimCells(1)]));
  await expect(page.getByText(/^63 lines read:/)).toContainText('60 ready, 2 to fix, 1 looks like a double');
  await checkPage(page);

  // The Enter key saves what was typed, and takes no suggestion.
  await page.getByLabel('Denial code').first().fill('CO-29');
  await page.getByLabel('Denial code').first().press('Enter');
  await expect(page).toHaveURL(/show=fix/);
  await expect(page.getByText(/^63 lines read:/)).toContainText('60 ready, 2 to fix');
  await expect(page.getByLabel('Denial code').first()).toHaveValue('CO-29');

  // The suggestion mends one row; the other is downloaded.
  await page.getByRole('button', { name: 'Use 010448273' }).click();
  await expect(page.getByText(/^63 lines read:/)).toContainText('61 ready, 1 to fix');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^CSV ?, rows to fix/ }).click()]);
  const toFix = readFileSync(await download.path(), 'utf8');
  expect(toFix.trim().split('\r\n')).toHaveLength(2);
  expect(toFix).toContain('The last day of service is before the first day.');

  await page.getByRole('link', { name: /^Doubles/ }).click();
  await expect(page.getByText('same as row 2 of the file')).toBeVisible();
  await checkPage(page);
  await page.getByRole('button', { name: /^Leave it out/ }).click();
  await page.getByRole('link', { name: /^Ready/ }).click();
  await expect(page.getByText('Total of all 61 claims')).toBeVisible();

  await page.getByRole('button', { name: 'Add 61 claims' }).click();
  await expect(page.getByText('61 claims were added to your draft.')).toBeVisible();
  await expect(page.getByText('61 lines ready')).toBeVisible();
  await checkPage(page);

  // The one that is left still waits; mended elsewhere it comes in a file of its own.
  await page.getByRole('link', { name: /Check and add/ }).click();
  await page.getByRole('button', { name: 'Discard this file' }).click();
  await expect(page.getByRole('link', { name: /Check and add/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Import a file' }).click();
  await importFile(page, 'fixed.csv', Buffer.from(toFix.replace('07/19/2026', '07/21/2026')));
  await page.getByRole('button', { name: 'Add 1 claim' }).click();
  await expect(page.getByText('62 lines ready')).toBeVisible();
}

test('a provider imports claim lines, mends what is wrong and adds them', async ({ signIn }) => {
  await journey(await signIn('renata'), 'CC-E2E-IMPORT', expectAccessible);
});

test('5,000 lines are checked and added, page by page', async ({ signIn }) => {
  const page = await signIn('renata');
  await toClaims(page, 'CC-E2E-5000');
  await page.getByRole('link', { name: 'Import a file' }).click();
  // Far too much is not sent at all, and the page says why.
  await page.getByLabel('Your file').setInputFiles({ name: 'all.csv', mimeType: 'text/csv', buffer: Buffer.alloc(9_000_000, 'x') });
  await expect(page.getByText(/^Error: This file has more than 8 MB/)).toBeVisible();
  await expectAccessible(page);
  const start = Date.now();
  await importFile(page, 'claims.csv', claimCsv(Array.from({ length: 5000 }, (_, i) => claimCells(i + 1))));
  await expect(page.getByText(/^5,000 lines read:/)).toBeVisible({ timeout: 30_000 });
  expect(Date.now() - start, 'ms from the press to the preview').toBeLessThan(15_000);
  await page.getByRole('button', { name: 'Add 5,000 claims' }).click();
  await expect(page.getByRole('heading', { name: '5,000 lines ready' })).toBeVisible({ timeout: 30_000 });
  expect((await page.content()).length, 'characters of the page').toBeLessThan(400_000);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('the preview of an import fits', async ({ signIn }) => {
    const page = await signIn('renata');
    await toClaims(page, 'CC-E2E-PHONE');
    await page.getByRole('link', { name: 'Import a file' }).click();
    await importFile(page, 'claims.csv', claimCsv([...GOOD, LOST_ZERO, TURNED, claimCells(1)]));
    // The title often comes after the form: it is marked all the same, and whole again when the form goes.
    await expect(page).toHaveTitle(/^Error: File a complaint: check imported lines/);
    await page.getByRole('link', { name: /^Doubles/ }).click();
    await expect(page).toHaveTitle(/^File a complaint: check imported lines/);
    for (const tab of [/^To fix/, /^Doubles/, /^Ready/]) {
      await page.getByRole('link', { name: tab }).click();
      await expect(page.getByRole('link', { name: tab })).toHaveAttribute('aria-current', 'page');
      await expectAccessible(page);
    }
  });
});

test.describe('with script off', () => {
  test.use({ javaScriptEnabled: false });
  test('the same import works', async ({ signIn }) => {
    await journey(await signIn('renata'), 'CC-E2E-IMPORT-PLAIN', async () => undefined);
  });
});

test('a list is downloaded with the filters of its address, by those who may see it alone', async ({ signIn }) => {
  const page = await signIn('ines');
  await page.goto('/all-tickets?status=closed');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^CSV ?, these tickets/ }).click()]);
  expect(download.suggestedFilename()).toBe('tickets.csv');
  const lines = readFileSync(await download.path(), 'utf8').trim().split('\r\n');
  expect(lines[0]).toContain('Ticket,Plan’s tracking number');
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.slice(1).filter((line) => !line.includes(',Closed,'))).toEqual([]);
  const plan = await signIn('simone');
  const statusOf = async (path: string) => (await plan.request.get(path)).status();
  expect(await statusOf('/all-tickets/download/csv')).toBe(404);
  expect(await statusOf('/queue/download/xlsx?tab=closed')).toBe(200);
  expect(await statusOf('/queue/download/pdf')).toBe(404);
});

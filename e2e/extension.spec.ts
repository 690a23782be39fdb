import type { Page } from '@playwright/test';
import { fillComplaint, moveClockTo, openTicket, presentTicket, sendComplaint } from './acts';
import { expect, expectAccessible, test } from './portal-test';

async function askForExtension(plan: Page, number: string): Promise<void> {
  await openTicket(plan, '/queue', number);
  await plan.getByRole('link', { name: 'Ask for an extension' }).click();
  await expectAccessible(plan);
  await plan.getByLabel('Why is the time not enough?').fill('The records are with an archive.');
  await plan.getByRole('button', { name: 'Ask for the extension' }).click();
  await expect(plan.getByText('HFS has your request for an extension.')).toBeVisible();
}

async function decide(hfs: Page, number: string, choice: 'Approve' | 'Deny'): Promise<void> {
  await hfs.goto('/extensions');
  await expectAccessible(hfs);
  await hfs.getByRole('link', { name: `Decide ${number}` }).click();
  await expectAccessible(hfs);
  await hfs.getByLabel(choice, { exact: false }).check();
  await hfs.getByLabel('Reason', { exact: true }).fill('The archive has confirmed the date.');
  await hfs.getByRole('button', { name: 'Record the decision' }).click();
  await expect(hfs.getByText('The decision is recorded.')).toBeVisible();
}

test('undecided past the due date no fine is proposed; approved, the overdue mark goes; denied, the fine comes at once (D8)', async ({ page, signIn }) => {
  test.setTimeout(300_000);
  const provider = await signIn('renata');
  const team = await signIn('ines');
  const numbers: string[] = [];
  for (const trackingNumber of ['CC-E2E-EXT-A', 'CC-E2E-EXT-B']) {
    await fillComplaint(provider, { trackingNumber });
    numbers.push(await sendComplaint(provider));
  }
  const [approved = '', denied = ''] = numbers;
  for (const number of numbers) await presentTicket(team, number);
  const plan = await signIn('simone');
  for (const number of numbers) await askForExtension(plan, number);

  // Past day 30, whenever the clock began: every answer presented today is overdue 45 days on.
  const now = await page.goto('/').then(() => page.getByRole('complementary', { name: 'Sandbox' }).locator('time').first().getAttribute('datetime'));
  const later = new Date(new Date(now ?? '').getTime() + 45 * 86_400_000);
  await moveClockTo(page, later.getUTCMonth() + 1, later.getUTCDate(), later.getUTCFullYear());

  const hfs = await signIn('gloria');
  await hfs.goto('/fines');
  for (const number of numbers) await expect(hfs.getByRole('row', { name: new RegExp(number) }).getByText('Held')).toBeVisible();
  await expectAccessible(hfs);

  await decide(hfs, approved, 'Approve');
  await openTicket(plan, '/queue', approved);
  await expect(plan.getByText('Approved by HFS')).toBeVisible();
  await expect(plan.locator('#turn').getByText(/overdue/i)).toHaveCount(0);

  await decide(hfs, denied, 'Deny');
  await hfs.goto('/fines');
  await expect(hfs.getByRole('row', { name: new RegExp(approved) })).toHaveCount(0);
  await expect(hfs.getByRole('row', { name: new RegExp(denied) }).getByText('Ready')).toBeVisible();
});

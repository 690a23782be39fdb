import { fillComplaint, sendComplaint } from './acts';
import { readMails } from './mailbox';
import { ownerQuery } from './owner-query';
import { expect, expectAccessible, test } from './portal-test';
import type { Locator, Page } from '@playwright/test';

const mainLink = (page: Page, name: RegExp): Locator => page.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name });

test('the bell counts what came, leads to it, and is empty once it was looked at', async ({ signIn }) => {
  const team = await signIn('ines');
  await team.goto('/bell');
  const provider = await signIn('renata');
  await fillComplaint(provider, { trackingNumber: 'CC-E2E-BELL' });
  const number = await sendComplaint(provider);

  await team.goto('/work');
  const bell = mainLink(team, /^Updates/);
  await expect(bell).toHaveText(/Updates\s*1/);
  await bell.click();
  await expect(team.getByRole('heading', { name: 'Updates', level: 1 })).toBeVisible();
  await expect(bell).toHaveText('Updates');
  await expectAccessible(team);
  await team.locator('#new').getByRole('link', { name: `To present: ${number}` }).click();
  await team.waitForURL(/\/tickets\//);
  await expect(bell).toHaveText('Updates');
});

test('what the night found shows to Administration with what to do about it, however long it is', async ({ signIn }) => {
  const what = `A clock is “review-information, due 2026-11-18, ended never, overdue never”, its events give “review-information, due 2026-11-18, ended never, overdue 2026-11-19”.`;
  await ownerQuery(`INSERT INTO watchdog_findings (id, kind, subject, what, found_at, seen_at) VALUES (gen_random_uuid(), 'not_replayed', 'e2e', $1, now(), now())`, [what]);
  const administration = await signIn('yolanda');
  await administration.goto('/nightly-checks');
  await expect(administration.getByText(what)).toBeInViewport({ ratio: 1 });
  await expect(administration.getByRole('cell', { name: /Rely on the history until it is mended/ })).toBeInViewport({ ratio: 1 });
  await expectAccessible(administration);
  await ownerQuery(`DELETE FROM watchdog_findings WHERE subject = 'e2e'`);
});

async function chooseMail(page: Page, choice: 'Single mails' | 'One mail a day'): Promise<void> {
  await page.goto('/my-mail');
  await page.getByLabel(choice).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. The next reminder comes as you chose.')).toBeVisible();
}

test('one mail a day is chosen and kept', async ({ signIn }) => {
  const plan = await signIn('dov');
  await mainLink(plan, /^Your mail/).click();
  await expect(plan.getByRole('heading', { name: 'Your mail', level: 1 })).toBeVisible();
  await expectAccessible(plan);
  await chooseMail(plan, 'One mail a day');
  await plan.goto('/my-mail');
  await expect(plan.getByLabel('One mail a day')).toBeChecked();
  await chooseMail(plan, 'Single mails');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the bell empties when it is looked at, and the choice of mail is kept', async ({ signIn }) => {
    const plan = await signIn('dov');
    await mainLink(plan, /^Updates/).click();
    await expect(plan.getByRole('heading', { name: 'Updates', level: 1 })).toBeVisible();
    await plan.goto('/queue');
    await expect(mainLink(plan, /^Updates/)).toHaveText('Updates');
    await chooseMail(plan, 'One mail a day');
    await chooseMail(plan, 'Single mails');
  });
});

test('the next business day brings whoever chose it one mail with all dates', async ({ page, signIn }) => {
  test.setTimeout(180_000);
  const plan = await signIn('simone');
  await chooseMail(plan, 'One mail a day');
  const digests = async () => (await readMails('Your dates')).filter((m) => m.to === 's.tran@countycare.example').length;
  const before = await digests();
  await page.goto('/sandbox/clock');
  await page.getByLabel(/^One business day/).check();
  await page.getByRole('button', { name: 'Move the clock' }).click();
  await expect.poll(digests, { timeout: 120_000 }).toBe(before + 1);
  await plan.goto('/bell');
  await expect(plan.locator('#new').getByText(/^Your dates/)).toBeVisible();
  await chooseMail(plan, 'Single mails');
});

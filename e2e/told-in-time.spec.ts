import { fillComplaint, sendComplaint } from './acts';
import { readMails } from './mailbox';
import { expect, expectAccessible, test } from './portal-test';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('the bell counts what came, leads to it, and is empty once it was looked at', async ({ signIn }) => {
      const team = await signIn('ines');
      await team.goto('/bell');
      const provider = await signIn('renata');
      await fillComplaint(provider, { trackingNumber: `CC-E2E-BELL-${javaScriptEnabled ? 1 : 2}` });
      const number = await sendComplaint(provider);

      await team.goto('/work');
      const bell = team.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name: /^Updates/ });
      await expect(bell).toHaveText(/Updates\s*1/);
      await bell.click();
      await expect(team.getByRole('heading', { name: 'Updates', level: 1 })).toBeVisible();
      await expect(bell).toHaveText('Updates');
      await expectAccessible(team);
      const fresh = team.getByRole('region', { name: 'Since you last looked' }).or(team.locator('#new'));
      await fresh.getByRole('link', { name: `To present: ${number}` }).click();
      await team.waitForURL(/\/tickets\//);
      await expect(team.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name: /^Updates/ })).toHaveText('Updates');
    });

    test('one mail a day is chosen and kept', async ({ signIn }) => {
      const plan = await signIn('dov');
      await plan.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name: 'Your mail' }).click();
      await expect(plan.getByLabel('Single mails')).toBeChecked();
      await plan.getByLabel('One mail a day').check();
      await plan.getByRole('button', { name: 'Save' }).click();
      await expect(plan.getByText('Saved. The next reminder comes as you chose.')).toBeVisible();
      await expectAccessible(plan);
      await plan.goto('/my-mail');
      await expect(plan.getByLabel('One mail a day')).toBeChecked();
      await plan.getByLabel('Single mails').check();
      await plan.getByRole('button', { name: 'Save' }).click();
      await expect(plan.getByText('Saved. The next reminder comes as you chose.')).toBeVisible();
    });
  });
}

test('the next business day brings whoever chose it one mail with all dates', async ({ page, signIn }) => {
  test.setTimeout(180_000);
  const plan = await signIn('simone');
  await plan.goto('/my-mail');
  await plan.getByLabel('One mail a day').check();
  await plan.getByRole('button', { name: 'Save' }).click();
  await expect(plan.getByText('Saved.')).toBeVisible();
  const digests = async () => (await readMails('Your dates')).filter((m) => m.to === 's.tran@countycare.example').length;
  const before = await digests();
  await page.goto('/sandbox/clock');
  await page.getByLabel(/business day/i).first().check();
  await page.getByRole('button', { name: /move/i }).first().click();
  await expect.poll(digests, { timeout: 120_000 }).toBe(before + 1);
  await plan.goto('/bell');
  await expect(plan.getByRole('link', { name: /^Your dates/ }).first()).toBeVisible();
});

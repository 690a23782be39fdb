import { readMails } from './mailbox';
import { expect, expectAccessible, test } from './portal-test';

test('a notice that no mail server takes: sent again it comes back; with the right address the days to disagree begin (D18)', async ({ signIn }) => {
  test.setTimeout(180_000);
  const team = await signIn('ines');
  await team.goto('/work?tab=undelivered');
  await expectAccessible(team);
  const row = team.getByRole('row', { name: /Rosamund Fyfe/ }).filter({ hasText: 'Holds up the closing (D18)' });
  const number = (await row.innerText()).match(/PRP-\d{4}-\d{5}/)?.[0] ?? '';
  const ticket = (await row.getByRole('link', { name: number, exact: true }).getAttribute('href')) ?? '';
  await row.getByRole('button', { name: /Send again/ }).click();
  await expect(team.getByText('The message is on its way again.', { exact: false })).toBeVisible();
  await expect
    .poll(async () => (await team.goto('/work?tab=undelivered'), row.count()), { timeout: 30_000 })
    .toBe(1);

  await row.getByRole('link', { name: /answer/i }).first().click();
  await expect(team.getByText('The provider has not received the plan’s answer')).toBeVisible();
  await expectAccessible(team);
  await team.getByLabel('E-mail of Rosamund Fyfe').fill('r..fyfe@harborlight.example');
  await team.getByRole('button', { name: 'Correct it and send again' }).click();
  await expect(team.getByText('Enter an e-mail address in the form name@example.org.').first()).toBeVisible();
  await team.getByLabel('E-mail of Rosamund Fyfe').fill('r.fyfe@harborlight.example');
  await team.getByRole('button', { name: 'Correct it and send again' }).click();
  await expect(team.getByText('The address is corrected', { exact: false })).toBeVisible();
  await expect.poll(async () => (await readMails(number)).filter((m) => m.to === 'r.fyfe@harborlight.example').length, { timeout: 30_000 }).toBeGreaterThanOrEqual(1);

  await expect.poll(async () => (await team.goto(ticket), team.locator('#answer').getByText('Delivered', { exact: true }).count()), { timeout: 30_000 }).toBe(1);
  await expect(team.getByText(/The provider can contest until .+ \(R14\)\./).first()).toBeVisible();
  await expectAccessible(team);
});

import { daysAgo, fillComplaint, fillDate, openTicket, presentTicket, sendAnswer, sendComplaint } from './acts';
import { readMails } from './mailbox';
import { expect, expectAccessible, test } from './portal-test';
import type { Page } from '@playwright/test';

/** The Portal Team mends the day on which the plan received the dispute. */
async function correctReceived(team: Page, path: string, daysBefore: number): Promise<void> {
  await team.goto(path);
  const received = await daysAgo(team, daysBefore);
  await team.getByRole('link', { name: 'Correct the ticket' }).click();
  await expectAccessible(team);
  await fillDate(team, ...received);
  await team.getByRole('button', { name: 'Save the correction' }).click();
  await expect(team.getByRole('alert').getByRole('link', { name: 'Give a reason.' })).toBeVisible();
  await team.getByLabel('Why is it corrected?').fill('The plan’s letter names another day.');
  await team.getByRole('button', { name: 'Save the correction' }).click();
  await expect(team.getByText('The correction is recorded.')).toBeVisible();
}

test('a correction moves the window: before presentation the ticket can only be returned, afterwards it is noted and goes on (R4)', async ({ signIn }) => {
  test.setTimeout(180_000);
  const [provider, team] = [await signIn('renata'), await signIn('ines')];
  await fillComplaint(provider, { trackingNumber: 'CC-E2E-CORRECT' });
  const early = await sendComplaint(provider);
  await openTicket(team, '/work', early);
  const path = new URL(team.url()).pathname;
  await correctReceived(team, path, 10);
  await expect(team.getByText(/before its filing window opened on .+ \(R4\)\. Return it as closed\./).first()).toBeVisible();
  await expect(team.getByRole('button', { name: /^Present to/ })).toHaveCount(0);
  await expectAccessible(team);
  await team.getByRole('link', { name: 'Return it as closed' }).click();
  await team.getByLabel('Filed too early').check();
  await team.getByLabel('What you tell the provider').fill('File it again when the window is open.');
  await team.getByRole('button', { name: 'Return it as closed' }).click();
  await expect(team.getByText('The ticket is returned as closed.')).toBeVisible();
  await provider.goto(path);
  await expect(provider.getByText('File it again when the window is open.')).toBeVisible();
  await expect(provider.getByText(/You can file it again from/)).toBeVisible();
  await expectAccessible(provider);

  await fillComplaint(provider, { trackingNumber: 'CC-E2E-CORRECT-LATER' });
  const presented = await sendComplaint(provider);
  await presentTicket(team, presented);
  await openTicket(team, '/all-tickets', presented);
  await correctReceived(team, new URL(team.url()).pathname, 90);
  await expect(team.getByText(/it was not filed within its window \(R4\)/).first()).toBeVisible();
  const plan = await signIn('simone');
  await openTicket(plan, '/queue?tab=new', presented);
  await expect(plan.getByText('Your plan’s turn: send the written answer')).toBeVisible();
});

test('nine digits alone are asked about when they are corrected to, and not before (R3)', async ({ signIn }) => {
  const [provider, team] = [await signIn('renata'), await signIn('ines')];
  await fillComplaint(provider, { trackingNumber: 'CC-E2E-NINE' });
  const number = await sendComplaint(provider);
  await openTicket(team, '/work', number);
  await team.getByRole('link', { name: 'Correct the ticket' }).click();
  const asked = team.getByLabel('These nine digits are the plan’s tracking number');
  await expect(team.getByLabel('The plan’s tracking number', { exact: true })).toHaveValue('CC-E2E-NINE');
  await expect(asked).toHaveCount(0);
  await team.getByLabel('The plan’s tracking number', { exact: true }).fill('770041884');
  await team.getByLabel('Why is it corrected?').fill('The plan’s letter has another number.');
  await team.getByRole('button', { name: 'Save the correction' }).click();
  await asked.check();
  await expectAccessible(team);
  await team.getByRole('button', { name: 'Save the correction' }).click();
  await expect(team.getByText('The correction is recorded.')).toBeVisible();
  await expect(team.getByText('770041884').first()).toBeVisible();
});

test('the organization’s administrator becomes the contact: the old contact cannot accept any more, the new one does (R7)', async ({ signIn }) => {
  test.setTimeout(180_000);
  const [provider, team, plan, admin] = [await signIn('renata'), await signIn('ines'), await signIn('simone'), await signIn('marcus')];
  await fillComplaint(provider, { trackingNumber: 'CC-E2E-CONTACT' });
  const number = await sendComplaint(provider);
  await presentTicket(team, number);
  await sendAnswer(plan, number);

  await openTicket(admin, '/my-tickets', number);
  const path = new URL(admin.url()).pathname;
  await expect(admin.getByLabel('I agree')).toHaveCount(0);
  await expect(admin.getByText('Only Renata Oyelaran can accept the answer', { exact: false })).toBeVisible();
  await admin.locator('#contact-change').getByText('Change the contact').first().click();
  await admin.getByLabel('New contact').selectOption({ label: 'Me, Marcus Webb' });
  await expectAccessible(admin);
  await admin.getByRole('button', { name: 'Change the contact' }).click();
  await expect(admin.getByText('The contact is changed.')).toBeVisible();

  await provider.goto(path);
  await expect(provider.getByLabel('I agree')).toHaveCount(0);
  await expect(provider.getByText('Only Marcus Webb can accept the answer', { exact: false })).toBeVisible();
  await expect(provider.getByText(/To become the contact, ask Marcus Webb/).first()).toBeVisible();
  await provider.goto(`${path}/accept`);
  await expect(provider.getByRole('button', { name: /close the ticket/i })).toHaveCount(0);
  await expectAccessible(provider);

  await admin.goto(path);
  await admin.getByLabel('I agree').check();
  await admin.getByRole('button', { name: 'Continue' }).click();
  await admin.getByRole('button', { name: /close the ticket/i }).click();
  await expect(admin.getByText('You accepted the answer.').first()).toBeVisible();
  await expect.poll(async () => (await readMails(number)).filter((m) => m.to.endsWith('@countycare.example')).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(3);
});

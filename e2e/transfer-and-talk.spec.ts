import type { Page } from '@playwright/test';
import { fillComplaint, fillDate, openTicket, presentTicket, sendComplaint } from './acts';
import { expect, expectAccessible, test } from './portal-test';

async function ticketPath(page: Page, list: string, number: string): Promise<string> {
  await openTicket(page, list, number);
  return new URL(page.url()).pathname;
}

const statusOf = async (page: Page, path: string) => (await page.request.get(path, { maxRedirects: 0 })).status();

async function write(page: Page, path: string, words: string): Promise<void> {
  await page.goto(`${path}#messages`);
  await page.getByText('Write a message', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill(words);
  await page.getByRole('button', { name: 'Send message' }).click();
  await expect(page.getByText(/Your message is sent/)).toBeVisible();
}

test('a ticket goes to the right plan with its talk left behind, and the first plan has it no more', async ({ signIn }) => {
  test.setTimeout(240_000);
  const provider = await signIn('renata');
  await fillComplaint(provider, { trackingNumber: 'CC-E2E-TRANSFER' });
  const number = await sendComplaint(provider);
  const team = await signIn('ines');
  await presentTicket(team, number);

  // The parties talk; a third plan knows nothing of it.
  const plan = await signIn('simone');
  const path = await ticketPath(plan, '/queue?tab=new', number);
  await write(plan, path, 'Is this member yours?');
  await expectAccessible(plan);
  await provider.goto(path);
  await expect(provider.getByRole('link', { name: '1 new message' })).toBeVisible();
  await expect(provider.getByText('Is this member yours?')).toBeVisible();
  await expectAccessible(provider);
  await provider.reload();
  await expect(provider.getByRole('link', { name: '1 new message' })).toHaveCount(0);
  const third = await signIn('dov');
  expect(await statusOf(third, path)).toBe(404);

  await team.goto(path);
  await team.getByRole('link', { name: 'Transfer to another plan' }).click();
  await expect(team.getByRole('heading', { name: 'Transfer to another plan' })).toBeVisible();
  await expectAccessible(team);
  await team.getByRole('button', { name: 'Transfer the ticket' }).click();
  await expect(team.getByText('things need a fix').first()).toBeVisible();
  await team.getByLabel('The right plan').selectOption({ label: 'Molina Healthcare of Illinois' });
  await team.getByLabel('Why is it transferred?').fill('The member is with Molina.');
  await team.getByRole('button', { name: 'Transfer the ticket' }).click();
  await expect(team.getByText(/yours to present/)).toBeVisible();
  await expectAccessible(team);
  expect(await statusOf(plan, path)).toBe(404);
  expect(await statusOf(third, path)).toBe(404);

  await presentTicket(team, number);
  await third.goto(path);
  await expect(third.getByRole('heading', { name: 'Your plan’s turn: send the written answer' }).or(third.getByText('Your plan’s turn: send the written answer')).first()).toBeVisible();
  await expect(third.getByText('Is this member yours?')).toHaveCount(0);
  await expect(third.getByText('Transferred from CountyCare to Molina', { exact: false }).first()).toBeVisible();
  await expectAccessible(third);
  expect(await statusOf(plan, path)).toBe(404);
  await provider.goto(path);
  await expect(provider.getByText('Is this member yours?')).toBeVisible();
});

test('a ticket that was withdrawn by mistake is opened again', async ({ signIn }) => {
  test.setTimeout(180_000);
  const provider = await signIn('renata');
  await fillComplaint(provider, { trackingNumber: 'CC-E2E-REOPEN' });
  const number = await sendComplaint(provider);
  const team = await signIn('ines');
  await presentTicket(team, number);
  const path = await ticketPath(provider, '/my-tickets', number);
  await provider.goto(`${path}/withdraw`);
  await provider.getByRole('textbox').first().fill('Filed twice.');
  await provider.getByRole('button', { name: /withdraw/i }).click();
  await expect(provider.getByText(/withdrawn and closed/)).toBeVisible();

  await team.goto(path);
  await team.getByRole('link', { name: 'Open it again' }).click();
  await expectAccessible(team);
  await team.getByLabel('Presented').check();
  await team.getByLabel('Why is it opened again?').fill('The contact withdrew the wrong ticket.');
  await team.getByRole('button', { name: 'Open it again' }).click();
  await expect(team.getByText(/open again/).first()).toBeVisible();
  await expectAccessible(team);
  await provider.goto(path);
  await expect(provider.getByText('It is CountyCare’s turn')).toBeVisible();
  await expect(provider.getByText('Opened again: Presented', { exact: false }).first()).toBeVisible();
});

test('the Portal Team asks a plan about no ticket; another plan never knows (R29)', async ({ signIn }) => {
  test.setTimeout(120_000);
  const team = await signIn('ines');
  await team.goto('/requests');
  await team.getByRole('link', { name: 'Ask a plan' }).click();
  await expectAccessible(team);
  await team.getByRole('button', { name: 'Send the request' }).click();
  await expect(team.getByText('4 things need a fix').first()).toBeVisible();
  await team.getByLabel('Plan', { exact: true }).selectOption({ label: 'CountyCare Health Plan' });
  await team.getByLabel('About').fill('Daily access');
  await team.getByLabel('Request', { exact: true }).fill('Who reads the portal on Fridays?');
  await fillDate(team, 3, 31, 2027);
  await team.getByRole('button', { name: 'Send the request' }).click();
  await expect(team.getByText('Your request is sent.', { exact: false })).toBeVisible();
  await expectAccessible(team);
  const path = new URL(team.url()).pathname;

  const plan = await signIn('simone');
  await plan.goto('/requests');
  await plan.locator(`a[href="${path}"]`).click();
  await expect(plan.getByText('Who reads the portal on Fridays?')).toBeVisible();
  await expectAccessible(plan);
  await plan.getByLabel('Your answer').fill('Delia does.');
  await plan.getByRole('button', { name: 'Send the answer' }).click();
  await expect(plan.getByText('Your answer is sent to the Portal Team.')).toBeVisible();

  expect(await statusOf(await signIn('dov'), path)).toBe(404);
  await team.goto(path);
  await expect(team.getByText('Delia does.')).toBeVisible();
  await expectAccessible(team);
});

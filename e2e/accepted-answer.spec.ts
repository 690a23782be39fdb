import { fillAnswer, fillComplaint, fillDate, openTicket, presentTicket, sendComplaint } from './acts';
import { expect, expectAccessible, test } from './portal-test';

test('from a visitor who checks the window to the accepted answer', async ({ page, signIn }) => {
  await page.goto('/');
  await page.getByLabel('Yes').check();
  await fillDate(page, 10, 20, 2026);
  await page.getByRole('button', { name: 'Check the dates' }).click();
  await expect(page.getByRole('heading', { name: 'Yes, you can file now' })).toBeVisible();
  await expect(page.getByText('Sat Dec 19, 2026').first()).toBeVisible();
  await expectAccessible(page);

  const provider = await signIn('renata');
  await fillComplaint(provider, { trackingNumber: 'CC-E2E-ACCEPT' });
  await expectAccessible(provider);
  const number = await sendComplaint(provider);
  expect(number).toMatch(/^PRP-2026-\d{5}$/);

  const team = await signIn('ines');
  await presentTicket(team, number);

  const plan = await signIn('simone');
  await openTicket(plan, '/queue?tab=new', number);
  await expectAccessible(plan);
  await fillAnswer(plan);
  await expectAccessible(plan);
  await plan.getByRole('button', { name: 'Send the written answer' }).click();
  await expect(plan).not.toHaveURL(/\/answer/);
  await expect(plan.getByText(/Overturned/).first()).toBeVisible();

  await openTicket(provider, '/my-tickets', number);
  await expectAccessible(provider);
  await provider.getByLabel('I agree').check();
  await provider.getByRole('button', { name: 'Continue' }).click();
  await expectAccessible(provider);
  await provider.getByRole('button', { name: /close the ticket/i }).click();
  await expect(provider).not.toHaveURL(/\/accept/);
  await expect(provider.getByText(/accepted/i).first()).toBeVisible();
  await expectAccessible(provider);
});

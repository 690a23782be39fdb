import { fillComplaint, openTicket, presentTicket, sendComplaint } from './acts';
import { readMails } from './mailbox';
import { expect, expectAccessible, test } from './portal-test';

test('the plan asks for information, the provider shows that it was provided, and the plan reads it (R9, R10)', async ({ signIn }) => {
  test.setTimeout(180_000);
  const provider = await signIn('renata');
  await fillComplaint(provider, { trackingNumber: 'CC-E2E-INFO' });
  const number = await sendComplaint(provider);
  await presentTicket(await signIn('ines'), number);

  const plan = await signIn('simone');
  await openTicket(plan, '/queue?tab=new', number);
  await plan.getByRole('link', { name: 'Ask for information' }).click();
  await expectAccessible(plan);
  await plan.getByRole('button', { name: 'Send the request' }).click();
  await expect(plan.getByRole('alert').getByRole('link', { name: 'Say what you need from the provider.' })).toBeVisible();
  await plan.getByLabel('What do you need?').fill('The ED records of August 3.');
  await plan.getByRole('button', { name: 'Send the request' }).click();
  await expect(plan.getByRole('heading', { name: 'Information you asked for' })).toBeVisible();
  await expectAccessible(plan);
  await plan.goto('/queue?tab=waiting');
  await expect(plan.getByRole('link', { name: number })).toBeVisible();
  await expectAccessible(plan);

  await openTicket(provider, '/my-tickets', number);
  await expect(provider.getByRole('heading', { name: /needs information from you/ })).toBeVisible();
  await expectAccessible(provider);
  await provider.getByRole('link', { name: 'Send it, or say that it was provided' }).click();
  await expectAccessible(provider);
  await provider.getByLabel('It was already provided').check();
  await provider.getByRole('button', { name: 'Send to the plan' }).click();
  await expect(provider.getByRole('alert').getByRole('link')).toHaveCount(2);
  await provider.getByLabel('Month', { exact: true }).fill('10');
  await provider.getByLabel('Day', { exact: true }).fill('20');
  await provider.getByLabel('Year', { exact: true }).fill('2026');
  await provider.getByLabel('How, and to whom?').fill('By fax to the claims unit, 12 pages.');
  await provider.getByRole('button', { name: 'Send to the plan' }).click();
  await expect(provider.getByText('Your information is sent to the plan.')).toBeVisible();
  await expectAccessible(provider);

  await openTicket(plan, '/queue', number);
  await expect(plan.getByText('By fax to the claims unit, 12 pages.')).toBeVisible();
  await expect
    .poll(async () => (await readMails(number)).map((m) => m.subject), { timeout: 30_000 })
    .toEqual(expect.arrayContaining([expect.stringContaining('The plan needs information by'), expect.stringContaining('The provider answered your request')]));
  for (const mail of await readMails(number)) expect(mail.text).not.toMatch(/ED records|claims unit/);
});

test('the plan logs a contact, which the provider does not see (R7)', async ({ signIn }) => {
  const plan = await signIn('simone');
  await plan.goto('/queue');
  await plan.getByRole('rowheader').getByRole('link').first().click();
  await plan.getByRole('link', { name: 'Log a contact' }).first().click();
  await expectAccessible(plan);
  await plan.getByLabel('Year', { exact: true }).fill('2031');
  await plan.getByLabel('Time').fill('2:05 PM');
  await plan.getByLabel('How', { exact: true }).selectOption({ label: 'Phone call' });
  await plan.getByLabel('What was said').fill('We go through the claims on Monday.');
  await plan.getByRole('button', { name: 'Save the contact' }).click();
  await expect(plan.getByRole('alert').getByText('This is in the future.')).toBeVisible();
  await plan.getByLabel('Year', { exact: true }).fill('2026');
  await plan.getByLabel('Month', { exact: true }).fill('11');
  await plan.getByLabel('Day', { exact: true }).fill('20');
  await plan.getByRole('button', { name: 'Save the contact' }).click();
  await expect(plan.getByText('We go through the claims on Monday.')).toBeVisible();
  await expectAccessible(plan);
});

import { fillComplaint, fillDate, openTicket, presentTicket, sendComplaint } from './acts';
import { expect, expectAccessible, test } from './portal-test';

test('a message that is being written survives a closed tab and a lost session; once sent, nothing of it is left', async ({ signIn }) => {
  test.setTimeout(120_000);
  const provider = await signIn('renata');
  await fillComplaint(provider, { trackingNumber: 'CC-E2E-DRAFT' });
  const number = await sendComplaint(provider);
  await presentTicket(await signIn('ines'), number);
  await openTicket(provider, '/my-tickets', number);
  const address = provider.url();
  const form = (page: typeof provider) => page.getByRole('form', { name: 'Write a message' });
  await provider.getByText('Write a message', { exact: true }).click();
  await form(provider).getByLabel('Message').fill('The records follow');
  await expect(form(provider).getByText(/^Draft saved/)).toBeVisible();
  await form(provider).getByLabel('Message').press('End');
  await form(provider).getByLabel('Message').pressSequentially(' on Monday.');
  await expect(form(provider).getByText(/^Draft saved/)).toBeVisible();
  const again = await provider.context().newPage();
  await expect(async () => {
    await again.goto(address);
    await expect(form(again).getByLabel('Message')).toHaveValue('The records follow on Monday.', { timeout: 1000 });
  }).toPass({ timeout: 15_000 });
  await provider.close();
  await expect(form(again).getByText('What you typed is still here', { exact: false })).toBeVisible();
  await expectAccessible(again);

  const plan = await signIn('simone');
  await openTicket(plan, '/queue?tab=new', number);
  await plan.getByText('Write a message', { exact: true }).click();
  await expect(form(plan).getByLabel('Message')).toHaveValue('');

  // What another form of the page saved loads the page anew under what was typed; the way back then shows what was kept last.
  await form(plan).getByLabel('Message').fill('We look into it.');
  await expect(form(plan).getByText(/^Draft saved/)).toBeVisible();
  await plan.reload();
  await expect(form(plan).getByText(/^What you typed is still here/)).toBeVisible();
  await form(plan).getByLabel('Message').fill('We look into it today.');
  await expect(form(plan).locator('span').getByText(/^Draft saved/)).toBeVisible();
  const answer = plan.getByRole('form', { name: 'Your written answer' });
  await answer.getByLabel('Plan to resolve it').fill('We pay the claim.');
  await answer.getByRole('button', { name: 'Save draft' }).click();
  await expect(answer.getByText(/^Draft saved/).first()).toBeVisible();
  await plan.getByRole('navigation').getByRole('link', { name: /^Queue/ }).first().click();
  await plan.waitForURL('**/queue*');
  await plan.goBack();
  await expect(form(plan).getByLabel('Message')).toHaveValue('We look into it today.');

  // By the browser's own way back the page comes as it was loaded, and yet with what was kept since.
  await form(again).getByLabel('Message').fill('The records follow on Monday, early.');
  await expect(form(again).getByText(/^Draft saved/)).toBeVisible();
  await again.getByRole('navigation').getByRole('link', { name: /^My tickets/ }).first().click();
  await again.waitForURL('**/my-tickets');
  await again.goBack();
  await expect(form(again).getByLabel('Message')).toHaveValue('The records follow on Monday, early.');
  await form(again).getByLabel('Message').fill('The records follow on Monday.');
  await expect(form(again).locator('span').getByText(/^Draft saved/)).toBeVisible();

  // A tab that is older than the draft is told, and what it holds does not take the place of what was written since.
  const older = await again.context().newPage();
  await older.goto(address);
  await expect(form(older).getByLabel('Message')).toHaveValue('The records follow on Monday.');
  await form(again).getByLabel('Message').fill('The records follow on Monday, at noon.');
  await expect(form(again).locator('span').getByText(/^Draft saved/)).toBeVisible();
  await form(older).getByLabel('Message').fill('Something else');
  await expect(form(older).getByText(/^You have written in this form on another page/)).toBeVisible();
  await older.reload();
  await expect(form(older).getByLabel('Message')).toHaveValue('The records follow on Monday, at noon.');
  await older.close();
  await form(again).getByLabel('Message').fill('The records follow on Monday.');

  // The session is lost while it is being written.
  const cookies = await again.context().cookies();
  await again.context().clearCookies();
  await form(again).getByLabel('Message').press('End');
  await form(again).getByLabel('Message').pressSequentially(' Or Tuesday.');
  await expect(form(again).getByText(/^You were signed out/)).toBeVisible();
  await expect(form(again).getByLabel('Message')).toHaveValue('The records follow on Monday. Or Tuesday.');
  await again.context().addCookies(cookies);
  await form(again).getByRole('button', { name: 'Send message' }).click();
  await expect(again.getByText('The records follow on Monday. Or Tuesday.')).toHaveCount(1);
  await again.getByText('Write a message', { exact: true }).click();
  await expect(form(again).getByLabel('Message')).toHaveValue('');
  await again.goto(address);
  await again.getByText('Write a message', { exact: true }).click();
  await expect(form(again).getByLabel('Message')).toHaveValue('');
});

test('what a plan asks for, and what a provider sends back with its date, is there after the tab was closed', async ({ signIn }) => {
  const provider = await signIn('renata');
  await fillComplaint(provider, { trackingNumber: 'CC-E2E-DRAFT-INFO' });
  const number = await sendComplaint(provider);
  await presentTicket(await signIn('ines'), number);
  const plan = await signIn('simone');
  await openTicket(plan, '/queue?tab=new', number);
  const path = new URL(plan.url()).pathname;
  const again = async (page: typeof provider, to: string) => {
    await expect(page.getByText(/^Draft saved/)).toBeVisible();
    await page.goto(path);
    await page.goto(`${path}/${to}`);
    await expect(page.getByText(/^What you typed is still here/)).toBeVisible();
  };
  await plan.goto(`${path}/extension`);
  await plan.getByLabel('Why is the time not enough?').fill('The records are with an archive.');
  await again(plan, 'extension');
  await expect(plan.getByLabel('Why is the time not enough?')).toHaveValue('The records are with an archive.');
  await plan.goto(`${path}/information`);
  await plan.getByLabel('What do you need?').fill('The ED records of August 3.');
  await again(plan, 'information');
  await plan.getByRole('button', { name: 'Send the request' }).click();
  await expect(plan.getByText('Your request is sent.', { exact: false })).toBeVisible();

  await provider.goto(`${path}/information`);
  await provider.getByLabel('It was already provided').check();
  await fillDate(provider, 11, 2, 2026);
  await provider.getByLabel('How, and to whom?').fill('By fax.');
  await again(provider, 'information');
  await expect(provider.getByLabel('It was already provided')).toBeChecked();
  await expect(provider.getByLabel('Day', { exact: true })).toHaveValue('2');
  await expect(provider.getByLabel('How, and to whom?')).toHaveValue('By fax.');
  await expectAccessible(provider);
});

test('a decision that is being written is its writer’s alone, and there when the writer comes back', async ({ signIn }) => {
  const manager = await signIn('gloria');
  await manager.goto('/reviews');
  const reviews = manager.getByRole('table').getByRole('link', { name: /^PRP-/ });
  const reasons = (page: typeof manager) => page.getByRole('form', { name: 'HFS Decision' }).getByLabel('Reasons');
  const hrefs = await reviews.evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''));
  let address = '';
  for (const href of hrefs) {
    await manager.goto(href);
    if ((await reasons(manager).count()) > 0) address = manager.url();
    if (address !== '') break;
  }
  expect(address, 'a review that waits for the decision').not.toBe('');
  const form = manager.getByRole('form', { name: 'HFS Decision' });
  await form.getByRole('radio', { name: /^For the plan/ }).check();
  await reasons(manager).fill('The contract asks for a notice within a day.');
  await expect(form.getByText(/^Draft saved/)).toBeVisible();
  await manager.goto('/reviews');
  await manager.goto(address);
  await expect(reasons(manager)).toHaveValue('The contract asks for a notice within a day.');
  await expect(form.getByRole('radio', { name: /^For the plan/ })).toBeChecked();
  await expectAccessible(manager);
  await expect(manager.getByText(/^What you typed is still here/)).toBeVisible();
  const administration = await signIn('yolanda');
  await administration.goto(address);
  await expect(administration.getByText('The contract asks for a notice within a day.')).toHaveCount(0);
});

test.describe('with script off', () => {
  test.use({ javaScriptEnabled: false });

  test('a message is kept by its button, and is there when its writer comes back', async ({ signIn }) => {
    const provider = await signIn('renata');
    await fillComplaint(provider, { trackingNumber: 'CC-E2E-DRAFT-PLAIN' });
    const number = await sendComplaint(provider);
    await presentTicket(await signIn('ines'), number);
    await openTicket(provider, '/my-tickets', number);
    await provider.getByText('Write a message', { exact: true }).click();
    const form = provider.getByRole('form', { name: 'Write a message' });
    await form.getByLabel('Message').fill('Kept without script.');
    await form.getByRole('button', { name: 'Save draft' }).click();
    await expect(form.getByText(/Draft saved|What you typed is still here/).first()).toBeVisible();
    await expect(form.getByLabel('Message')).toHaveValue('Kept without script.');
    await openTicket(provider, '/my-tickets', number);
    await expect(form.getByLabel('Message')).toHaveValue('Kept without script.');
    await form.getByRole('button', { name: 'Send message' }).click();
    await openTicket(provider, '/my-tickets', number);
    await provider.getByText('Write a message', { exact: true }).click();
    await expect(form.getByLabel('Message')).toHaveValue('');
    await expect(provider.getByText('Kept without script.')).toBeVisible();
  });
});

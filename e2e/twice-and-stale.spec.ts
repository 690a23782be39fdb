import { openTicket, presentTicket, fillComplaint, sendComplaint } from './acts';
import { expect, test } from './portal-test';

test('the back button and a second tab: sent twice acts once, and a stale form says what changed', async ({ signIn }) => {
  const provider = await signIn('renata');
  await fillComplaint(provider, { trackingNumber: 'CC-E2E-TWICE' });
  const number = await sendComplaint(provider);
  await presentTicket(await signIn('ines'), number);

  await openTicket(provider, '/my-tickets', number);
  await provider.getByRole('link', { name: /resolved/i }).first().click();
  await expect(provider).toHaveURL(/\/resolved/);
  const second = await provider.context().newPage();
  await second.goto(provider.url());
  const how = (page: typeof provider) => page.getByLabel(/how/i).first();
  await how(provider).fill('The plan paid.');
  await how(second).fill('Paid, says another tab.');
  await provider.getByRole('button', { name: /close the ticket/i }).click();
  await expect(provider.getByText(/resolved/i).first()).toBeVisible();
  await expect(provider).not.toHaveURL(/\/resolved/);
  await second.getByRole('button', { name: /close the ticket/i }).click();
  await expect(second.getByText(/cannot be done now|closed/i).first()).toBeVisible();
  await expect(how(second)).toHaveValue('Paid, says another tab.');
});

test('what is typed while a form is on its way stays when it comes back with an error', async ({ signIn }) => {
  const provider = await signIn('renata');
  await fillComplaint(provider, { trackingNumber: 'CC-E2E-TYPED' });
  const number = await sendComplaint(provider);
  await presentTicket(await signIn('ines'), number);
  const page = await signIn('simone');
  await openTicket(page, '/queue', number);
  const form = page.getByRole('form', { name: 'Your written answer' });
  const plan = form.getByLabel('Plan to resolve it');
  const choice = (name: RegExp) => form.getByRole('radio', { name });
  await plan.fill('We pay the claim.');
  await choice(/^Upheld/).check();
  await form.getByLabel('E-mail').fill('no address');

  let letThrough: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route('**/tickets/**', async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  await form.getByRole('button', { name: 'Check and send' }).click();
  await expect(form.getByRole('button', { name: 'Checking…' })).toBeVisible();
  await plan.pressSequentially(' By Friday.');
  await choice(/^Overturned/).check();
  letThrough();
  await expect(form.getByRole('alert')).toBeVisible();
  await expect(plan).toHaveValue('We pay the claim. By Friday.');
  await expect(choice(/^Overturned/)).toBeChecked();
  await expect(form.getByLabel('E-mail')).toHaveValue('no address');
  await expect(form.getByText('9,972 characters left').first()).toBeVisible();

  // What came back is what is sent next.
  await form.getByRole('button', { name: 'Save draft' }).click();
  await expect(form.getByText(/^Draft saved/).first()).toBeVisible();
  await page.reload();
  await expect(plan).toHaveValue('We pay the claim. By Friday.');
  await expect(choice(/^Overturned/)).toBeChecked();
});

test('cookies cut, forged or revoked are nobody, and nothing is changed by GET', async ({ signIn, playwright }) => {
  const page = await signIn('renata');
  const cookies = await page.context().cookies();
  const session = cookies.find((c) => c.name.includes('session'));
  const request = await playwright.request.newContext({ baseURL: process.env.PORTAL_URL });
  for (const value of ['', 'x', `${session?.value.slice(0, -4)}AAAA`]) {
    const answer = await request.get('/my-tickets', { headers: { cookie: `${session?.name}=${value}` }, maxRedirects: 0 });
    expect(answer.status(), value.slice(0, 6)).toBe(307);
  }
  await page.getByRole('button', { name: 'Sign out' }).first().click();
  await page.waitForURL(/\/sign-in/);
  const revoked = await request.get('/my-tickets', { headers: { cookie: `${session?.name}=${session?.value}` }, maxRedirects: 0 });
  expect(revoked.status()).toBe(307);
  await request.dispose();
});

test('what is not yours and what does not exist are the same page', async ({ signIn }) => {
  const provider = await signIn('renata');
  await openTicket(provider, '/my-tickets', 'CC-2026-118402');
  const { pathname } = new URL(provider.url());
  const other = await signIn('dov');
  const mine = await other.request.get(pathname);
  const nobodys = await other.request.get('/tickets/11111111-1111-4111-8111-111111111111');
  const garbage = await other.request.get('/tickets/not-an-id');
  expect([mine.status(), nobodys.status(), garbage.status()]).toEqual([404, 404, 404]);
  const bytes = async (r: typeof mine) => (await r.text()).replace(/nonce="[^"]*"|"nonce":"[^"]*"|[0-9a-f]{8}-[0-9a-f-]{27}|not-an-id/g, '').length;
  expect(Math.abs((await bytes(mine)) - (await bytes(nobodys)))).toBeLessThan(200);
});

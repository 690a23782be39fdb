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

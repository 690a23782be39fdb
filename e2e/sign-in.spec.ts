import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './portal-test';

const PASSWORD = 'prairie grass in june';

/** What `npm run invite` prints for a new person, or again for a known one. */
async function invite(email: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/server/jobs/cli/invite.ts', '--email', email, '--role', 'provider', '--org', 'Sandhill Crane Clinic', '--name', 'Ada Quill']);
  return stdout;
}

const linkIn = (printed: string) => /https?:\S+/.exec(printed)?.[0] ?? '';

async function fillIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'with script off', () => {
    test.use({ javaScriptEnabled });

    test('an invited person sets a password by the link, signs in to the page they asked for, and signs out', async ({ page, context }) => {
      const email = `ada.${Date.now()}@sandhill.example`;
      const link = linkIn(await invite(email));
      await page.goto(link);
      await expect(page.getByText(`Ada Quill, you sign in as ${email}.`)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await expect(page.locator('form input[autocomplete=username]'), 'the name under which a password manager keeps the password').toHaveValue(email);
      await page.getByLabel('New password').fill('too short');
      await page.getByRole('button', { name: 'Set password' }).click();
      await expect(page.getByText('Use at least 12 characters.').first()).toBeVisible();
      await page.getByLabel('New password').fill(PASSWORD);
      await page.getByLabel('The same once more').fill(PASSWORD);
      await page.getByRole('button', { name: 'Set password' }).click();
      await expect(page.getByText('Your password is set. Sign in with it.')).toBeVisible();
      expect(await context.cookies()).toEqual([]);

      await page.goto('/my-tickets?page=mine');
      await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
      for (const [address, password] of [[email, 'not the password'], [`nobody.${email}`, PASSWORD]] as const) {
        await fillIn(page, address, password);
        await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
        await expect(page.getByLabel('E-mail address')).toHaveValue(address);
        await expect(page.getByText('E-mail and password do not fit together').first()).toBeVisible();
      }
      await fillIn(page, ` ${email.toUpperCase()} `, PASSWORD);
      await expect(page).toHaveURL(/\/my-tickets\?page=mine$/);

      await page.getByRole('button', { name: 'Sign out' }).first().click();
      await expect(page.getByText('You are signed out.')).toBeVisible();
      expect(await context.cookies()).toEqual([]);
      await page.goto(link);
      await expect(page.getByRole('heading', { level: 1, name: 'This link is not good any more' })).toBeVisible();
    });
  });
}

test('a lost password is replaced from the command line, which signs the person out at once', async ({ page, browser }) => {
  const email = `ada.${Date.now()}@sandhill.example`;
  await page.goto(linkIn(await invite(email)));
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByLabel('The same once more').fill(PASSWORD);
  await page.getByRole('button', { name: 'Set password' }).click();
  await fillIn(page, email, PASSWORD);
  await expect(page).toHaveURL(/\/my-tickets$/);

  const printed = await invite(email);
  expect(printed).toContain('the password is reset, and all sessions are ended');
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fmy-tickets$/);
  await fillIn(page, email, PASSWORD);
  await expect(page.getByText('E-mail and password do not fit together').first()).toBeVisible();

  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(linkIn(printed));
  await elsewhere.getByLabel('New password').fill('another long password');
  await elsewhere.getByLabel('The same once more').fill('another long password');
  await elsewhere.getByRole('button', { name: 'Set password' }).click();
  await fillIn(elsewhere, email, 'another long password');
  await expect(elsewhere).toHaveURL(/\/my-tickets$/);
  await elsewhere.context().close();
});

test('sign-in leads to no other site, and what asks whether the portal is alive gets no cookie', async ({ page, signIn }) => {
  const signedIn = await signIn('renata');
  for (const next of ['//evil.example', '/.//evil.example', 'https://evil.example', '/\\evil.example']) {
    const answer = await signedIn.request.get(`/sign-in?next=${encodeURIComponent(next)}`, { maxRedirects: 0 });
    expect([answer.status(), answer.headers()['location']], next).toEqual([307, '/']);
  }
  for (const path of ['/healthz', '/readyz']) {
    const answer = await page.request.get(path);
    expect([answer.status(), answer.headers()['set-cookie']], path).toEqual([200, undefined]);
    expect(await answer.text()).not.toMatch(/postgres|127\.0\.0\.1|\d{14}_/);
  }
});

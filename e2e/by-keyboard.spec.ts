import type { Page } from '@playwright/test';
import { fillComplaint, openTicket, presentTicket, sendComplaint } from './acts';
import { expect, test } from './portal-test';

/** The tracking number of Renata’s ticket that the plan has answered. */
const ANSWERED = 'CC-2026-118402';

/** Presses Tab until the thing that has the focus is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 120; i += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null) return '';
      const labels = 'labels' in element ? Array.from((element as HTMLInputElement).labels ?? []).map((l) => l.textContent) : [];
      // A list that can be scrolled has the focus, too; its rows are not its name.
      const text = element.matches('a, button, summary') ? element.textContent : '';
      return [element.getAttribute('aria-label'), ...labels, text].filter(Boolean).join(' ');
    });
    if (name.test(focused)) {
      const outline = await page.evaluate(() => (document.activeElement === null ? '' : getComputedStyle(document.activeElement).outlineStyle));
      expect(outline, `the focus on ${name} can be seen`).not.toBe('none');
      return;
    }
  }
  throw new Error(`Tab never reached ${name}`);
}

test('by keyboard alone: sign in, skip to the content, open a ticket, start to agree', async ({ page }) => {
  await page.goto('/sign-in');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /skip/i })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, /E-mail address/);
  await page.keyboard.type('r.oyelaran@kestrelpark.example');
  await tabTo(page, /^Password/);
  await page.keyboard.type('prairie-sandbox-2026');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/my-tickets/);

  const number = (await page.locator('tr').filter({ hasText: ANSWERED }).getByRole('link').first().textContent()) ?? '';
  await tabTo(page, new RegExp(`^${number}$`));
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(new RegExp(`^${number}`));
  await tabTo(page, /I agree/);
  await page.keyboard.press('Space');
  await tabTo(page, /^Continue$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/accept/);
  // Nothing is sent before the last button; going back leaves the ticket as it was.
  await page.goBack();
  await expect(page.getByText('Do you agree?')).toBeVisible();
});

test('a date explains itself by keyboard', async ({ signIn }) => {
  const page = await signIn('renata');
  await openTicket(page, '/my-tickets', ANSWERED);
  const reason = page.getByText(/business days are counted \(R14\)/).first();
  await expect(reason).toBeVisible();
  await tabTo(page, /Why this date/);
  await page.keyboard.press('Enter');
  await expect(reason).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(reason).toBeVisible();
});

/** Goes by Tab to a link, follows it, and waits until its page is there. */
async function follow(page: Page, link: RegExp, heading: string): Promise<void> {
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}

test('by keyboard alone: the plan asks for information and more time, the provider answers, HFS decides', async ({ signIn }) => {
  test.setTimeout(180_000);
  const provider = await signIn('renata');
  await fillComplaint(provider, { trackingNumber: 'CC-E2E-KEYBOARD' });
  const number = await sendComplaint(provider);
  await presentTicket(await signIn('ines'), number);

  const plan = await signIn('simone');
  await openTicket(plan, '/queue?tab=new', number);
  await follow(plan, /^Ask for information$/, 'Ask the provider for information');
  await tabTo(plan, /^What do you need\?/);
  await plan.keyboard.type('The ED records of August 3.');
  await tabTo(plan, /^Send the request$/);
  await plan.keyboard.press('Enter');
  await expect(plan.getByText('Your request is sent.', { exact: false })).toBeVisible();
  await follow(plan, /^Ask for an extension$/, 'Ask HFS for an extension');
  await tabTo(plan, /^Why is the time not enough\?/);
  await plan.keyboard.type('The records are with an archive.');
  await tabTo(plan, /^Ask for the extension$/);
  await plan.keyboard.press('Enter');
  await expect(plan.getByText('HFS has your request for an extension.')).toBeVisible();

  await openTicket(provider, '/my-tickets', number);
  await follow(provider, /^Send it, or say that it was provided$/, 'Send the plan what it asked for');
  await tabTo(provider, /^Send it now/);
  await provider.keyboard.press('Space');
  // An error leads by its link to the field that it names.
  await tabTo(provider, /^Send to the plan$/);
  await provider.keyboard.press('Enter');
  await expect(provider.getByRole('alert').getByRole('link').first()).toBeVisible();
  await tabTo(provider, /^Your information/);
  await provider.keyboard.type('The records, page by page.');
  await tabTo(provider, /^Send to the plan$/);
  await provider.keyboard.press('Enter');
  await expect(provider.getByText('Your information is sent to the plan.')).toBeVisible();

  const hfs = await signIn('gloria');
  await hfs.goto('/extensions');
  await follow(hfs, new RegExp(`Decide.*${number}`), 'Decide the extension');
  await tabTo(hfs, /^Approve/);
  await hfs.keyboard.press('ArrowDown');
  await expect(hfs.getByLabel('Deny')).toBeChecked();
  await tabTo(hfs, /^Reason/);
  await hfs.keyboard.type('The records are at hand.');
  await tabTo(hfs, /^Record the decision$/);
  await hfs.keyboard.press('Enter');
  await expect(hfs.getByText('The decision is recorded.')).toBeVisible();
});

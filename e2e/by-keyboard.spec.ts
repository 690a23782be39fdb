import type { Page } from '@playwright/test';
import { openTicket } from './acts';
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
      return [element.getAttribute('aria-label'), ...labels, element.textContent].filter(Boolean).join(' ');
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

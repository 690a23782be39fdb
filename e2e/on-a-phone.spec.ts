import type { Page } from '@playwright/test';
import { fillComplaint, openTicket, presentTicket, sendComplaint } from './acts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './portal-test';

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a provider checks the window, files, and finds the ticket through the menu', async ({ page, signIn }) => {
    await page.goto('/');
    await expectNoSidewaysScroll(page);
    const provider = await signIn('renata');
    await fillComplaint(provider, { trackingNumber: 'CC-E2E-PHONE' });
    await expectAccessible(provider);
    const number = await sendComplaint(provider);
    await expectAccessible(provider);
    await provider.getByText('Menu', { exact: true }).click();
    await provider.getByRole('navigation', { name: /phone/i }).getByRole('link', { name: /My tickets/ }).click();
    await expect(provider.getByText(number).first()).toBeVisible();
    await expectNoSidewaysScroll(provider);
  });

  test('the plan asks for information, the provider sends it, and both find it', async ({ signIn }) => {
    test.setTimeout(120_000);
    const provider = await signIn('renata');
    await fillComplaint(provider, { trackingNumber: 'CC-E2E-PHONE-INFO' });
    const number = await sendComplaint(provider);
    await presentTicket(await signIn('ines'), number);
    const plan = await signIn('simone');
    await openTicket(plan, '/queue?tab=new', number);
    await expectAccessible(plan);
    await plan.getByRole('link', { name: 'Ask for information' }).click();
    await plan.getByLabel('What do you need?').fill('The ED records of August 3.');
    await expectAccessible(plan);
    await plan.getByRole('button', { name: 'Send the request' }).click();
    await openTicket(provider, '/my-tickets', number);
    await expectAccessible(provider);
    await provider.getByRole('link', { name: 'Send it, or say that it was provided' }).click();
    await provider.getByLabel('Send it now').check();
    await provider.getByLabel('Your information').fill('The records, page by page.');
    await expectAccessible(provider);
    await provider.getByRole('button', { name: 'Send to the plan' }).click();
    await expect(provider.getByText('Your information is sent to the plan.')).toBeVisible();
    await expectAccessible(provider);
    await openTicket(plan, '/queue', number);
    await expect(plan.getByText('The records, page by page.')).toBeVisible();
    await expectNoSidewaysScroll(plan);
  });

  test('at twice the text size the menu stays in sight and no date is cut', async ({ page, signIn }) => {
    await bigText(page);
    for (const path of ['/', '/policy']) {
      await page.goto(path);
      await expectNoSidewaysScroll(page);
    }
    const plan = await signIn('simone');
    await bigText(plan);
    await openTicket(plan, '/queue', 'CC-2026-118455');
    await expectNoSidewaysScroll(plan);
    const strip = plan.getByRole('region', { name: 'Your plan’s turn: send the written answer' });
    expect(await strip.evaluate((node) => node.scrollWidth - node.clientWidth), 'what the strip cuts').toBeLessThanOrEqual(0);
  });
});

/** What a reader chooses in the browser's settings: 16 px are its usual size. */
async function bigText(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
}

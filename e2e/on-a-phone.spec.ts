import { fillComplaint, sendComplaint } from './acts';
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
});

import type { Page } from '@playwright/test';
import { expect, test } from './portal-test';

/** A page that is loaded anew loses its mark. */
const mark = (page: Page) => page.evaluate(() => void (document.documentElement.dataset.mark = 'kept'));
const markOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.mark);

test('a link within the portal leads on without loading the page anew; what the browser does better is left to it', async ({ signIn }) => {
  const plan = await signIn('simone');
  await plan.goto('/queue?tab=closed');
  const ticket = plan.locator('main table th[scope="row"] a').first();
  const href = (await ticket.getAttribute('href')) ?? '';
  await mark(plan);
  await ticket.click();
  await plan.waitForURL((url) => url.pathname === href);
  await expect(plan.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await markOf(plan)).toBe('kept');
  await plan.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Queue' }).click();
  await plan.waitForURL((url) => url.pathname === '/queue');
  expect(await markOf(plan)).toBe('kept');

  await plan.goto('/queue?tab=closed');
  const opened = plan.context().waitForEvent('page');
  await ticket.click({ modifiers: ['ControlOrMeta'] });
  await (await opened).waitForURL((url) => url.pathname === href);
  expect(new URL(plan.url()).pathname).toBe('/queue');
  const saved = plan.waitForEvent('download');
  await plan.getByRole('link', { name: /^CSV/ }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
});

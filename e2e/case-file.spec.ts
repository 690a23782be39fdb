import { spawnSync } from 'node:child_process';
import { expect, expectAccessible, test, type Who } from './portal-test';

const LISTS: [Who, string][] = [['renata', '/my-tickets'], ['simone', '/queue?tab=answered'], ['ines', '/all-tickets']];

for (const [who, list] of LISTS)
  test(`${who} narrows a ticket’s history, sees who opened it, and takes a case file that the program finds whole`, async ({ signIn }) => {
    test.setTimeout(120_000);
    const page = await signIn(who);
    await page.goto(list);
    await page.locator('main a[href^="/tickets/"]').first().click();
    await page.waitForURL(/\/tickets\/[0-9a-f-]{36}/);
    const kinds = page.getByRole('navigation', { name: 'Kinds of entries' });
    await expect(page.locator('#history').getByText(/complaint, on day|complaint was sent/)).toBeVisible();
    await kinds.getByRole('link', { name: 'Messages' }).click();
    await expect(page).toHaveURL(/history=messages#history$/);
    await expect(kinds.getByRole('link', { name: 'Messages' })).toHaveAttribute('aria-current', 'page');
    await expect(page.locator('#history').getByText(/complaint, on day|complaint was sent/)).toHaveCount(0);
    await expect(kinds.getByRole('link', { name: 'Fines' })).toHaveCount(who === 'renata' ? 0 : 1);

    await page.getByRole('link', { name: 'Who opened it' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Who opened it' })).toBeVisible();
    await expect(page.getByRole('table').getByRole('rowheader').first()).toBeVisible();
    await expectAccessible(page);
    await page.goBack();

    await page.getByRole('link', { name: 'Case file' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Case file' })).toBeVisible();
    await expectAccessible(page);
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the case file' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/-case-file\.zip$/);
    // Known beforehand, so that the browser shows how far it has come.
    const again = await page.request.get(new URL(page.url()).pathname + '/download');
    expect(Number(again.headers()['content-length'])).toBe((await again.body()).length);
    const check = spawnSync('npm', ['run', '-s', 'case:verify', '--', await download.path()], { encoding: 'utf8', env: { ...process.env, NODE_NO_WARNINGS: '1' } });
    expect(check.stderr).toBe('');
    expect(check.status).toBe(0);
    // What the page names is what the case file ends with.
    const lastHash = /Last hash ([0-9a-f]{64})/.exec(check.stdout)?.[1] ?? 'none';
    await expect(page.locator('#compare').getByText(lastHash)).toBeVisible();
  });

test('a case file does not exist for another plan', async ({ signIn }) => {
  const plan = await signIn('simone');
  await plan.goto('/queue');
  const href = (await plan.locator('main a[href^="/tickets/"]').first().getAttribute('href')) ?? '';
  const other = await signIn('dov');
  for (const path of ['case-file', 'case-file/download', 'viewers']) expect((await other.request.get(`${href.split(/[?#]/)[0]}/${path}`)).status(), path).toBe(404);
});

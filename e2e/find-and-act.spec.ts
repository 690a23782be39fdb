import { expect, expectAccessible, expectNoSidewaysScroll, test } from './portal-test';

test('search from every page finds by number, claim and name within what one can see, and no address holds the text', async ({ signIn }) => {
  const page = await signIn('renata');
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  const search = async (text: string) => {
    const before = page.url();
    await page.getByLabel('Search tickets by number').first().fill(text);
    await page.getByLabel('Search tickets by number').first().press('Enter');
    await page.waitForURL((url) => url.href !== before && /\/search\//.test(url.pathname));
    await expect(page).toHaveTitle(/^Search results/);
  };
  const number = await page.locator('main a[href^="/tickets/"]').filter({ hasText: /^PRP-/ }).first().innerText();
  const typed = number.toLowerCase().replaceAll('-', ' ');
  await search(typed);
  await expect(page.getByRole('row', { name: new RegExp(number) })).toContainText('Portal number');
  await expectAccessible(page);
  const first = page.url();
  await search('kestrell');
  await expect(page.getByText(/Nothing fits exactly/)).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(first);
  await expect(page.getByLabel('Search for')).toHaveValue(typed);
  await search('zzyzx quux');
  await expect(page.getByText('No ticket found')).toBeVisible();
  expect(addresses.filter((address) => /kestrell|zzyzx|quux/i.test(address) || address.includes(number.slice(-5)))).toEqual([]);
  const other = await signIn('dov');
  await other.goto(first);
  await expect(other.getByText('This search is not kept any more')).toBeVisible();
});

test('too short a search says so, at the field and from the top', async ({ signIn }) => {
  const page = await signIn('ines');
  await page.getByLabel('Search tickets by number').first().fill('a1');
  await page.getByLabel('Search tickets by number').first().press('Enter');
  await expect(page).toHaveURL(/\/search\?why=short$/);
  await page.getByLabel('Search for').fill('b');
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
  await expect(page.getByText('Type at least 3 letters or digits.').last()).toBeVisible();
  await expectAccessible(page);
});

test('a view is saved with its filters, shared with colleagues, and deleted; columns are chosen', async ({ signIn }) => {
  const page = await signIn('ines');
  await page.goto('/all-tickets?status=closed&sort=oldest');
  await page.getByText('Save this view').click();
  await page.getByRole('button', { name: 'Save the view' }).click();
  await expect(page.getByText('Give the view a name.').last()).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Closed, oldest first');
  await page.getByLabel(/Share it with everybody/).check();
  await page.getByRole('button', { name: 'Save the view' }).click();
  const view = page.getByRole('navigation', { name: 'Saved views' }).getByRole('link', { name: /Closed, oldest first/ });
  await expect(view).toHaveAttribute('aria-current', 'page');
  await expect(view).toContainText(/\d/);
  await expectAccessible(page);

  await page.goto('/all-tickets');
  await view.click();
  await expect(page).toHaveURL(/\?(?=.*status=closed)(?=.*sort=oldest)/);

  await page.getByText('Columns', { exact: true }).click();
  await page.getByRole('checkbox', { name: 'Issue, program' }).uncheck();
  await page.getByRole('checkbox', { name: 'Presented' }).check();
  await page.getByRole('button', { name: 'Show these columns' }).click();
  await expect(page.getByRole('columnheader', { name: 'Presented' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Issue, program' })).toHaveCount(0);
  await expectNoSidewaysScroll(page);

  await page.getByText('My views').click();
  await page.getByRole('button', { name: 'Delete the view Closed, oldest first' }).click();
  await expect(view).toHaveCount(0);
});

test('many tickets are assigned after a preview, and each says what became of it', async ({ signIn }) => {
  const page = await signIn('simone');
  await page.goto('/queue');
  await page.getByLabel('Select all on this page').check();
  const picked = await page.getByRole('checkbox', { name: /^Select PRP/, checked: true }).count();
  await page.getByRole('button', { name: 'Assign…' }).click();
  await expect(page.getByRole('heading', { name: `Assign ${picked} tickets to you: what will happen` })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: `Assign ${picked} tickets to you` }).click();
  await expect(page.getByText(`${picked} of ${picked} assigned`)).toBeVisible({ timeout: 60_000 });
  await page.reload();
  await page.getByRole('checkbox', { name: /^Select PRP/ }).first().check();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^CSV/ }).click()]);
  expect(file.suggestedFilename()).toBe('picked-tickets.csv');
});

test('what became of the last tickets of a list is told, though the list is empty then', async ({ signIn }) => {
  const page = await signIn('ines');
  await page.goto('/all-tickets?status=submitted&assignee=nobody');
  await page.getByLabel('Select all on this page').check();
  const picked = await page.getByRole('checkbox', { name: /^Select PRP/, checked: true }).count();
  await page.getByRole('button', { name: 'Assign…' }).click();
  await page.getByRole('button', { name: /^Assign .* to you$/ }).click();
  await expect(page.getByText('No ticket fits', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(`${picked} of ${picked} assigned`)).toBeVisible();
  await expectAccessible(page);
});

test('nothing is done to nothing, and what cannot be done is left out with its reason', async ({ signIn }) => {
  const page = await signIn('ines');
  await page.goto('/all-tickets?status=closed');
  await page.getByRole('button', { name: 'Alert HFS…' }).click();
  await expect(page.getByText('No ticket is selected')).toBeVisible();
  await page.getByRole('checkbox', { name: /^Select PRP/ }).first().check();
  await page.getByRole('button', { name: 'Present…' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing can be presented now' })).toBeVisible();
  await expect(page.getByText('Left out: this one cannot be done now')).toBeVisible();
});

test('the keys of staff go through a list, open, assign, answer and search; they are off for whoever turns them off', async ({ signIn }) => {
  const page = await signIn('simone');
  await page.goto('/queue');
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(help).toBeVisible({ timeout: 500 });
  }).toPass();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  const first = await focused();
  expect(first).toMatch(/^PRP-/);
  await page.keyboard.press('j');
  expect(await focused()).not.toBe(first);
  await page.keyboard.press('k');
  expect(await focused()).toBe(first);
  await page.keyboard.press('a');
  await expect(page.getByText('1 of 1 assigned')).toBeVisible();
  await page.getByRole('table').getByRole('link', { name: first, exact: true }).focus();
  await page.keyboard.press('o');
  await expect(page).toHaveTitle(new RegExp(`^${first}`));
  await page.keyboard.press('r');
  await expect(page.locator('#answer-form :focus')).toHaveCount(1);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('j');
  await expect(page).not.toHaveTitle(new RegExp(`^${first}`));
  await page.keyboard.press('/');
  await page.keyboard.type('jka?');
  await expect(page.locator('#top-search')).toHaveValue('jka?');

  await page.goto('/keyboard');
  await expectAccessible(page);
  await page.getByRole('radio', { name: /^Off/ }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The shortcuts are off.')).toBeVisible();
  await page.goto('/queue');
  await page.keyboard.press('?');
  await page.keyboard.press('j');
  await expect(help).toHaveCount(0);
  expect(await focused()).not.toMatch(/^PRP-/);
  await page.goto('/keyboard');
  await page.getByRole('radio', { name: /^On/ }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The shortcuts are on.')).toBeVisible();
});

test('the key that answers leads from a list to the first field of the answer, or of the decision', async ({ signIn }) => {
  for (const [who, list, place] of [['simone', '/queue', '#answer-form'], ['priya', '/reviews', '#decision-form']] as const) {
    const page = await signIn(who);
    await page.goto(list);
    await expect(async () => {
      await page.keyboard.press('j');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^PRP-/);
    }).toPass();
    await page.keyboard.press('r');
    await expect(page.locator(`${place} :focus`)).toHaveCount(1);
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('search, views and bulk acts work', async ({ signIn }) => {
    const page = await signIn('ines');
    await page.getByLabel('Search tickets by number').first().fill('PRP-2026-00133');
    await page.getByRole('search').first().getByRole('button', { name: 'Search' }).click();
    await expect(page.getByRole('link', { name: 'PRP-2026-00133' })).toBeVisible();

    await page.goto('/all-tickets?status=responded');
    await page.getByText('Save this view').click();
    await page.getByLabel('Name', { exact: true }).fill('Without script');
    await page.getByRole('button', { name: 'Save the view' }).click();
    await expect(page.getByRole('navigation', { name: 'Saved views' }).getByRole('link', { name: /Without script/ })).toBeVisible();
    await page.getByText('My views').click();
    await page.getByRole('button', { name: 'Delete the view Without script' }).click();
    await expect(page.getByRole('link', { name: /Without script/ })).toHaveCount(0);

    await page.getByRole('checkbox', { name: /^Select PRP/ }).first().check();
    await page.getByRole('button', { name: 'Assign…' }).click();
    await page.getByRole('button', { name: 'Assign 1 ticket to you' }).click();
    await expect(page.getByText('1 of 1 assigned')).toBeVisible();
  });
});

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { docx, pdf, png } from '../tests/fixtures/files';
import { fillAnswer, fillComplaint, openTicket, presentTicket, sendComplaint } from './acts';
import { expect, expectAccessible, test } from './portal-test';

const LETTER = { name: 'Letter of denial.pdf', mimeType: 'application/pdf', buffer: pdf() };
const PRINT = { name: 'Screen print.png', mimeType: 'image/png', buffer: png(64) };
/** The page's first file chooser, which has a name and no role of its own. */
const chooser = (page: Page) => page.locator('input[type=file]').first();
const LIE = { name: 'really a document.pdf', mimeType: 'application/pdf', buffer: docx() };

test('a provider attaches two files while filing; the plan downloads one, looks at the other and sends one back', async ({ signIn }) => {
  test.setTimeout(120_000);
  const provider = await signIn('renata');
  await fillComplaint(provider, { trackingNumber: 'CC-E2E-FILES' });
  await provider.getByRole('link', { name: 'Change files' }).click();
  await expect(provider).toHaveURL(/\/files$/);
  await chooser(provider).setInputFiles([LETTER, LIE, PRINT]);
  const list = provider.getByRole('list', { name: 'Files: added' });
  await expect(list.getByText('PDF, 201 bytes, not scanned for viruses')).toBeVisible();
  await expect(list.getByText(/^Not added\. The end of its name does not fit: its content is a Word document\./)).toBeVisible();
  await expect(list.getByRole('button', { name: 'Remove Screen print.png' })).toBeVisible();
  await expectAccessible(provider);
  await provider.getByRole('button', { name: 'Hide really a document.pdf' }).click();
  // Taken out and put in again.
  await list.getByRole('button', { name: 'Remove Screen print.png' }).click();
  await expect(list.getByText('Screen print.png')).toHaveCount(0);
  await chooser(provider).setInputFiles(PRINT);
  await expect(list.getByRole('button', { name: 'Remove Screen print.png' })).toBeVisible();
  await provider.getByRole('link', { name: 'Continue', exact: true }).click();
  await provider.getByRole('button', { name: 'Save and continue' }).click();
  await expect(provider).toHaveURL(/\/check$/);
  // A form error keeps them.
  await provider.getByRole('button', { name: 'Send the complaint' }).click();
  await expect(provider.getByText(/Confirm that you used the plan’s own dispute process/).first()).toBeVisible();
  await expect(provider.getByRole('link', { name: 'Letter of denial.pdf', exact: true })).toBeVisible();
  const number = await sendComplaint(provider);
  await presentTicket(await signIn('ines'), number);

  const plan = await signIn('simone');
  await openTicket(plan, '/queue?tab=new', number);
  const waiting = plan.waitForEvent('download');
  await plan.getByRole('list', { name: 'Files: The complaint was sent' }).getByRole('link', { name: 'Letter of denial.pdf', exact: true }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('Letter of denial.pdf');
  expect(readFileSync(await download.path())).toEqual(pdf());

  const view = (await plan.getByRole('link', { name: 'View Screen print.png' }).getAttribute('href')) ?? '';
  const picture = await plan.request.get(view, { headers: { Range: 'bytes=0-7' } });
  expect([picture.status(), picture.headers()['content-range'], picture.headers()['content-type'], picture.headers()['x-content-type-options']]).toEqual([206, `bytes 0-7/${PRINT.buffer.length}`, 'image/png', 'nosniff']);
  expect(picture.headers()['content-security-policy']).toContain('sandbox');
  expect(picture.headers()['content-disposition']).toContain('inline');
  const other = await (await signIn('dov')).request.get(view);
  const unknown = await plan.request.get(view.replace(/files\/[^?]+/, 'files/7c2f5a50-64b1-4f0e-9a53-3f1f4f0a9a10'));
  expect([other.status(), await other.text()]).toEqual([unknown.status(), await unknown.text()]);
  expect(other.status()).toBe(404);

  await plan.locator('#answer-form input[type=file]').setInputFiles({ ...LETTER, name: 'Remittance advice.pdf' });
  await expect(plan.getByRole('button', { name: 'Remove Remittance advice.pdf' })).toBeVisible();
  await fillAnswer(plan);
  await expect(plan.getByText('Remittance advice.pdf')).toBeVisible();
  await plan.getByRole('button', { name: 'Send the written answer' }).click();
  await openTicket(provider, '/my-tickets', number);
  await expect(provider.getByRole('list', { name: 'Files: The plan answered' }).getByRole('link', { name: 'Remittance advice.pdf', exact: true })).toBeVisible();
  await expectAccessible(provider);
});

test.describe('with script off', () => {
  test.use({ javaScriptEnabled: false });

  test('files are added by a button that keeps what was typed, and by the form itself', async ({ signIn }) => {
    test.setTimeout(120_000);
    const provider = await signIn('renata');
    await fillComplaint(provider, { trackingNumber: 'CC-E2E-FILES-PLAIN' });
    await provider.getByRole('link', { name: 'Change files' }).click();
    await chooser(provider).setInputFiles([LETTER, LIE]);
    await provider.getByRole('button', { name: 'Upload' }).click();
    await expect(provider.getByText(/really a document\.pdf: The end of its name does not fit/).first()).toBeVisible();
    await expect(provider.getByRole('button', { name: 'Remove Letter of denial.pdf' })).toBeVisible();
    await provider.getByRole('link', { name: 'Continue', exact: true }).click();
    await provider.getByRole('button', { name: 'Save and continue' }).click();
    const number = await sendComplaint(provider);
    await presentTicket(await signIn('ines'), number);
    const plan = await signIn('simone');
    await openTicket(plan, '/queue?tab=new', number);
    await fillAnswer(plan);
    await plan.getByRole('button', { name: 'Send the written answer' }).click();

    await openTicket(provider, '/my-tickets', number);
    await provider.goto(`${provider.url().replace(/[?#].*$/, '')}/contest`);
    await provider.getByLabel('What should HFS look at?').fill('The denial of the claim.');
    await chooser(provider).setInputFiles(LETTER);
    await provider.getByRole('button', { name: 'Upload' }).click();
    await expect(provider.getByText('The file was added. Nothing else was sent yet.')).toBeVisible();
    await expect(provider.getByLabel('What should HFS look at?')).toHaveValue('The denial of the claim.');
    // Chosen but not uploaded: a small one travels in the form, and an error of the form loses neither.
    await chooser(provider).setInputFiles(PRINT);
    await provider.getByRole('button', { name: 'Send my disagreement' }).click();
    await expect(provider.getByText('Say why you disagree.').first()).toBeVisible();
    await expect(provider.getByRole('button', { name: /^Remove/ })).toHaveText(['Remove Letter of denial.pdf', 'Remove Screen print.png']);
    // More than a form may hold: the files are taken in, and the form comes back with everything.
    await provider.getByLabel('Why do you disagree?').fill('Emergency care needs no authorization.');
    await provider.getByLabel('Ask HFS to review now').check();
    await chooser(provider).setInputFiles({ name: 'Long notes.txt', mimeType: 'text/plain', buffer: Buffer.from('The plan said no.\n'.repeat(120_000)) });
    await provider.getByRole('button', { name: 'Send my disagreement' }).click();
    await expect(provider.getByText(/The file was added\. The form itself was not sent yet/)).toBeVisible();
    await expect(provider.getByLabel('Why do you disagree?')).toHaveValue('Emergency care needs no authorization.');
    await provider.getByRole('button', { name: 'Remove Screen print.png' }).click();
    await expect(provider.getByRole('button', { name: /^Remove/ })).toHaveText(['Remove Letter of denial.pdf', 'Remove Long notes.txt']);
    await provider.getByRole('button', { name: 'Send my disagreement' }).click();
    await expect(provider).not.toHaveURL(/\/contest/);
    await expect(provider.getByRole('list', { name: 'Files: The provider contested the answer' }).getByRole('link', { name: /^(Long|Letter)/ })).toHaveText(['Letter of denial.pdf', 'Long notes.txt']);
  });
});

test('a page under the addresses of files has the policy of every page', async ({ request }) => {
  for (const address of ['/files/a/b', '/files/upload/x', `/tickets/${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}/files/x/y`]) {
    const answer = await request.get(address);
    expect([answer.status(), answer.headers()['content-security-policy'], answer.headers()['x-frame-options']], address).toEqual([404, expect.stringContaining("script-src 'self' 'nonce-"), 'DENY']);
  }
});

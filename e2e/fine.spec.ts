import { fillComplaint, moveClockTo, openTicket, presentTicket, sendComplaint } from './acts';
import { readMails } from './mailbox';
import { expect, expectAccessible, test } from './portal-test';

test('from filing to the fine’s e-mail, word for word, in the mailbox', async ({ page, signIn }) => {
  test.setTimeout(240_000);
  const provider = await signIn('renata');
  await fillComplaint(provider, { trackingNumber: 'CC-E2E-FINE' });
  const number = await sendComplaint(provider);
  const team = await signIn('ines');
  await presentTicket(team, number);

  // Presented on Tue Nov 24: day 30 is Thu Dec 24, a business day. Nobody answers; on Dec 25 a fine is proposed.
  const said = await moveClockTo(page, 12, 26, 2026);
  expect(said).toMatch(/overdue/);
  await expectAccessible(page);

  const hfs = await signIn('gloria');
  await openTicket(hfs, '/all-tickets', number).catch(() => undefined);
  await hfs.goto('/fines');
  await hfs.getByRole('link', { name: number }).first().click();
  await expectAccessible(hfs);
  await hfs.getByLabel('Issue the fine').check();
  await hfs.getByRole('button', { name: 'Issue and send e-mail' }).click();
  await expect(hfs.getByText(/issued/i).first()).toBeVisible();

  await expect.poll(async () => (await readMails(number)).filter((m) => m.subject.includes('Fine Notice')).length, { timeout: 30_000 }).toBe(2);
  const [notice] = (await readMails(number)).filter((m) => m.subject.includes('Fine Notice'));
  expect(notice?.subject).toBe(`MCO Provider Resolution Portal Fine Notice \u2013 ${number}`);
  expect(notice?.text).toContain(
    `A written proposal for Provider Resolution ticket ${number} was due December 24, 2026. Your written proposal was not received on or before this date. Your plan has been fined $5,000.00 for the untimely handling of the Provider Resolution Ticket.`,
  );
  expect(notice?.text).toContain('CC-E2E-FINE');
});

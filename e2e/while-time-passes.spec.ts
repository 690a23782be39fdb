import type { Page } from '@playwright/test';
import { contest, daysAfter, decideFor, deliver, fillAnswer, fillComplaint, findRow, moveClockTo, openTicket, placeInReview, presentTickets, sendAnswer, sendComplaint } from './acts';
import { readMails } from './mailbox';
import { ownerQuery } from './owner-query';
import { expect, expectAccessible, test } from './portal-test';

/** One life of the clock for all of them: each step stands on the day to which the one before has moved it. */
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const TICKETS = ['SILENT', 'LATE-INFO', 'ALONE', 'ONE-SIDE', 'EXT-YES', 'EXT-NO', 'PLAN-ENDS'] as const;
const numbers = new Map<string, string>();
const of = (key: (typeof TICKETS)[number]): string => numbers.get(key) ?? '';
/** The last day to ask for information, the last to ask for an extension, and the first on which a silent plan is overdue. */
let days = { information: '', extension: '', overdue: '' };

/** The day in one of the clocks under the plan's turn. */
async function clockDay(plan: Page, label: string): Promise<string> {
  return (await plan.locator('#turn li').filter({ hasText: label }).locator('time').first().getAttribute('datetime')) ?? '';
}

async function pathOf(page: Page, list: string, number: string): Promise<string> {
  await openTicket(page, list, number);
  return new URL(page.url()).pathname;
}

async function askForExtension(plan: Page, number: string): Promise<void> {
  await openTicket(plan, '/queue', number);
  await plan.getByRole('link', { name: 'Ask for an extension' }).click();
  await expectAccessible(plan);
  await plan.getByLabel('Why is the time not enough?').fill('The records are with an archive.');
  await plan.getByRole('button', { name: 'Ask for the extension' }).click();
  await expect(plan.getByText('HFS has your request for an extension.')).toBeVisible();
}

async function decideExtension(hfs: Page, number: string, choice: 'Approve' | 'Deny'): Promise<void> {
  await hfs.goto('/extensions');
  await expectAccessible(hfs);
  await hfs.getByRole('link', { name: `Decide ${number}` }).click();
  await expectAccessible(hfs);
  await hfs.getByLabel(choice).check();
  await hfs.getByLabel('Reason', { exact: true }).fill('The archive has confirmed the date.');
  await hfs.getByRole('button', { name: 'Record the decision' }).click();
  await expect(hfs.getByText('The decision is recorded.')).toBeVisible();
}

/** Opens a fine of the list; until then the desk shows the list's first, which may be the same. */
async function openFine(hfs: Page, list: string, number: string): Promise<void> {
  await (await findRow(hfs, list, number)).getByRole('link', { name: number }).click();
  await hfs.waitForURL(/\/fines\/[0-9a-f-]{36}/);
  await expect(hfs.locator('#evidence')).toContainText(number);
}

async function issueFine(hfs: Page, number: string): Promise<void> {
  await openFine(hfs, '/fines', number);
  await hfs.getByLabel('Issue the fine').check();
  await expectAccessible(hfs);
  await hfs.getByRole('button', { name: 'Issue and send e-mail' }).click();
  await expect(hfs.getByText(`The fine on ${number} was issued`)).toBeVisible();
}

async function object(plan: Page, number: string): Promise<void> {
  await plan.goto('/queue?tab=fined');
  await plan.getByRole('link', { name: number }).first().click();
  await plan.getByRole('link', { name: 'Object to the fine' }).click();
  await expectAccessible(plan);
  await plan.getByLabel('Why do you object?').fill('We wrote to the provider on the last day.');
  await plan.getByRole('button', { name: 'Send the objection' }).click();
  await expect(plan.getByText('HFS has your objection.')).toBeVisible();
}

async function decideObjection(hfs: Page, number: string, choice: 'The fine stays' | 'Rescind the fine'): Promise<void> {
  await openFine(hfs, '/fines?tab=objections', number);
  await expect(hfs.getByText('We wrote to the provider on the last day.')).toBeVisible();
  await hfs.getByLabel(choice).check();
  await hfs.getByLabel('Reason for the decision').fill('The portal has no such letter on record.');
  await expectAccessible(hfs);
  await hfs.getByRole('button', { name: 'Decide the objection' }).click();
  await expect(hfs.getByText(new RegExp(`The fine on ${number} (stays|was rescinded)`))).toBeVisible();
}

test('day 0: seven tickets are presented, and each side does what has a date', async ({ signIn }) => {
  const [provider, team, plan] = [await signIn('renata'), await signIn('ines'), await signIn('simone')];
  for (const key of TICKETS) {
    await fillComplaint(provider, { trackingNumber: `E2E-TIME-${key}`, plan: key === 'PLAN-ENDS' ? 'Meridian Health Plan of Illinois' : undefined });
    numbers.set(key, await sendComplaint(provider));
  }
  await presentTickets(team, [...numbers.values()]);

  await openTicket(plan, '/queue?tab=new', of('LATE-INFO'));
  days = { information: await clockDay(plan, 'Ask the provider for information'), extension: await clockDay(plan, 'Request an extension'), overdue: await clockDay(plan, 'If no answer arrives in time') };
  await plan.getByRole('link', { name: 'Ask for information' }).click();
  await plan.getByLabel('What do you need?').fill('The ED records of August 3.');
  await plan.getByRole('button', { name: 'Send the request' }).click();
  await expect(plan.getByRole('heading', { name: 'Information you asked for' })).toBeVisible();

  for (const key of ['EXT-YES', 'EXT-NO'] as const) await askForExtension(plan, of(key));
  for (const key of ['ALONE', 'ONE-SIDE'] as const) await sendAnswer(plan, of(key));
  await contest(provider, of('ALONE'));
  await contest(provider, of('ONE-SIDE'), 'The triage notes.');
  await deliver(provider, 'The triage notes show an emergency.');
});

test('business day 6: the plan cannot ask for information any more; what the provider owes is taken late (R9, R10)', async ({ page, signIn }) => {
  // D20: Meridian's last day is before the one to which the clock moves.
  await ownerQuery(`UPDATE plans SET valid_to = $1, succeeded_by = 'MOLINA' WHERE code = 'MERIDIAN'`, [days.information]);
  await ownerQuery(`UPDATE settings SET value = value || '+' WHERE key = 'reference.version'`);
  await moveClockTo(page, daysAfter(days.information, [1, 1, 1, 1, 1, 3, 2][new Date(days.information).getUTCDay()] ?? 1));

  const [provider, plan] = [await signIn('renata'), await signIn('simone')];
  const path = await pathOf(plan, '/queue', of('SILENT'));
  await expect(plan.getByRole('link', { name: 'Ask for information' })).toHaveCount(0);
  await plan.goto(`${path}/information`);
  await expect(plan.getByText(/The last day to ask the provider for information was .+ \(R9\)\./)).toBeVisible();
  await expect(plan.getByRole('button', { name: 'Send the request' })).toHaveCount(0);

  await openTicket(provider, '/my-tickets', of('LATE-INFO'));
  await provider.getByRole('link', { name: 'Send it, or say that it was provided' }).click();
  await expect(provider.getByText(/It was due .+ taken all the same and marked late/)).toBeVisible();
  await expectAccessible(provider);
  await provider.getByLabel('Send it now').check();
  await provider.getByLabel('Your information').fill('The records, page by page.');
  await provider.getByRole('button', { name: 'Send to the plan' }).click();
  await expect(provider.getByText('Your information is sent to the plan.')).toBeVisible();
  await openTicket(plan, '/queue', of('LATE-INFO'));
  await expect(plan.locator('#information').getByText('Late', { exact: true })).toBeVisible();
});

test('a plan has ended: its successor answers its ticket, and its own staff have it no more (D20)', async ({ signIn }) => {
  const [provider, successor, former] = [await signIn('renata'), await signIn('dov'), await signIn('rosalind')];
  await openTicket(successor, '/queue', of('PLAN-ENDS'));
  await expect(successor.getByText('Ticket of Meridian Health Plan of Illinois').first()).toBeVisible();
  await expectAccessible(successor);
  expect((await former.goto(new URL(successor.url()).pathname))?.status()).toBe(404);
  await fillAnswer(successor);
  await successor.getByRole('button', { name: 'Send the written answer' }).click();
  await expect(successor.getByText('Your written answer is sent.')).toBeVisible();
  await openTicket(provider, '/my-tickets', of('PLAN-ENDS'));
  await provider.getByLabel('I agree').check();
  await provider.getByRole('button', { name: 'Continue' }).click();
  await provider.getByRole('button', { name: /close the ticket/i }).click();
  await expect(provider.getByText('You accepted the answer.').first()).toBeVisible();
  await ownerQuery(`UPDATE plans SET valid_to = NULL, succeeded_by = NULL WHERE code = 'MERIDIAN'`);
  await ownerQuery(`UPDATE settings SET value = value || '+' WHERE key = 'reference.version'`);
});

test('day 24: it is too late to ask for an extension (R11)', async ({ page, signIn }) => {
  await moveClockTo(page, daysAfter(days.extension, 1));
  const [provider, plan] = [await signIn('renata'), await signIn('simone')];
  const path = await pathOf(plan, '/queue', of('SILENT'));
  await expect(plan.getByText(/Request an extension.*This time has ended/)).toBeVisible();
  for (const party of [plan, provider]) {
    await party.goto(`${path}/extension`);
    await expect(party.getByText(/The last day to ask for an extension was .+ \(R11\)\./)).toBeVisible();
    await expectAccessible(party);
  }
});

test('past day 30: contested alone, the ticket is closed (R15); with one side silent, it is placed in review (R16)', async ({ page, signIn }) => {
  // Four days on: past a weekend or a holiday, so that the alerts of that morning are prepared.
  expect(await moveClockTo(page, daysAfter(days.overdue, 4))).toMatch(/overdue/);
  await expectAccessible(page);
  const [provider, plan, team, hfs] = [await signIn('renata'), await signIn('simone'), await signIn('ines'), await signIn('gloria')];
  const alone = await pathOf(provider, '/my-tickets', of('ALONE'));
  await provider.goto(`${alone}/review`);
  await expect(provider.getByText(/The last day to ask HFS for a review was .+ \(R15\)\./)).toBeVisible();
  await team.goto('/work?tab=close');
  await team.getByRole('button', { name: new RegExp(`\\(${of('ALONE')}\\)`) }).click();
  await expect(team.getByText('1 without a request for review (R15)')).toBeVisible();
  await expectAccessible(team);
  await team.getByRole('button', { name: 'Close 1 ticket' }).click();
  await expect(team.getByText('1 of 1 closed')).toBeVisible();
  await provider.goto(alone);
  await expect(provider.getByText('You did not ask HFS to review', { exact: false }).or(provider.getByText(/no review/i)).first()).toBeVisible();
  await expectAccessible(provider);

  await team.goto('/work?tab=review');
  await expect(team.getByRole('row', { name: new RegExp(of('ONE-SIDE')) }).getByText('The plan did not deliver')).toBeVisible();
  await placeInReview(team, of('ONE-SIDE'));
  await hfs.goto('/reviews');
  await hfs.getByRole('link', { name: of('ONE-SIDE') }).click();
  await expect(hfs.getByText('Not delivered', { exact: true }).first()).toBeVisible();
  await expectAccessible(hfs);
  await openTicket(plan, '/queue?tab=with-hfs', of('ONE-SIDE'));
  await deliver(plan, 'The follow-up was planned.');
  await hfs.reload();
  await expect(hfs.getByText('Late', { exact: true }).first()).toBeVisible();
});

test('an extension undecided past the due date holds the fine; approved, the overdue mark goes; denied, the fine comes at once (D8)', async ({ signIn }) => {
  const [plan, hfs] = [await signIn('simone'), await signIn('gloria')];
  await hfs.goto('/fines');
  for (const key of ['EXT-YES', 'EXT-NO'] as const) await expect(hfs.getByRole('row', { name: new RegExp(of(key)) }).getByText('Held')).toBeVisible();
  await expectAccessible(hfs);

  await decideExtension(hfs, of('EXT-YES'), 'Approve');
  await openTicket(plan, '/queue', of('EXT-YES'));
  await expect(plan.getByText('Approved by HFS')).toBeVisible();
  await expect(plan.locator('#turn').getByText(/overdue/i)).toHaveCount(0);

  await decideExtension(hfs, of('EXT-NO'), 'Deny');
  await expect((await findRow(hfs, '/fines', of('EXT-NO'))).getByText('Ready')).toBeVisible();
  await expect(hfs.getByRole('row', { name: new RegExp(of('EXT-YES')) })).toHaveCount(0);
});

test('the alert of the portal goes out with its evidence, the fine word for word; the plan objects, and HFS decides both ways (R19, R21, D11)', async ({ signIn }) => {
  const [plan, team, hfs] = [await signIn('simone'), await signIn('ines'), await signIn('gloria')];
  await expect(await findRow(team, '/work?tab=alert', of('SILENT'))).toContainText(/Overdue/);
  await expectAccessible(team);
  await team.getByRole('button', { name: `Alert HFS to ${of('SILENT')}` }).click();
  await expect(team.getByText('The alert is on its way')).toBeVisible();
  await expect.poll(async () => (await readMails(of('SILENT'))).map((m) => m.to), { timeout: 30_000 }).toEqual(expect.arrayContaining(['g.ekdahl@hfs.example', 'y.pruitt@hfs.example']));

  for (const key of ['SILENT', 'LATE-INFO'] as const) await issueFine(hfs, of(key));
  await openFine(hfs, '/fines?tab=issued', of('SILENT'));
  await expect(hfs.locator('#evidence').getByText(/“.*was due/)).toBeVisible();
  await hfs.getByRole('link', { name: 'Open the ticket' }).click();
  await hfs.getByRole('link', { name: 'Evidence and decision' }).click();
  await expect(hfs.locator('#evidence')).toContainText(of('SILENT'));
  const number = of('SILENT');
  const fineMails = async () => (await readMails(number)).filter((m) => m.subject.includes('Fine Notice'));
  await expect.poll(async () => (await fineMails()).length, { timeout: 30_000 }).toBe(2);
  const [notice] = await fineMails();
  const due = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(daysAfter(days.overdue, -1)));
  expect(notice?.subject).toBe(`MCO Provider Resolution Portal Fine Notice \u2013 ${number}`);
  expect(notice?.text).toContain(
    `A written proposal for Provider Resolution ticket ${number} was due ${due}. Your written proposal was not received on or before this date. Your plan has been fined $5,000.00 for the untimely handling of the Provider Resolution Ticket.`,
  );
  expect(notice?.text).toContain('E2E-TIME-SILENT');

  for (const key of ['SILENT', 'LATE-INFO'] as const) await object(plan, of(key));
  await decideObjection(hfs, of('SILENT'), 'The fine stays');
  await decideObjection(hfs, of('LATE-INFO'), 'Rescind the fine');
  await openTicket(plan, '/queue', of('SILENT'));
  await expect(plan.getByText('HFS decided: the fine stays')).toBeVisible();
  await expect(plan.getByRole('link', { name: 'Object to the fine' })).toHaveCount(0);
  await openTicket(plan, '/queue', of('LATE-INFO'));
  await expect(plan.getByText('HFS granted it: the fine is rescinded')).toBeVisible();
  await expectAccessible(plan);
});

test('the silent plan’s ticket is placed in review, and the plan then answers late (D14)', async ({ signIn }) => {
  const [plan, team, hfs] = [await signIn('simone'), await signIn('ines'), await signIn('gloria')];
  await openTicket(team, '/all-tickets', of('SILENT'));
  const path = new URL(team.url()).pathname;
  await team.getByRole('link', { name: 'Place it in Administrative Review' }).click();
  await team.getByRole('button', { name: 'Place it in review' }).click();
  await expect(team.getByText(/Enter the Account Manager’s direction/).first()).toBeVisible();
  await team.getByLabel('Direction of the Account Manager').fill('Review it on what the provider filed.');
  await team.getByRole('button', { name: 'Place it in review' }).click();
  await expect(team.getByText('The ticket is in Administrative Review.')).toBeVisible();

  await plan.goto(path);
  await expect(plan.getByText('Review it on what the provider filed.')).toHaveCount(0);
  await expectAccessible(plan);
  await fillAnswer(plan);
  await expect(plan.getByText('HFS takes your answer into its review (D14).', { exact: false })).toBeVisible();
  await expect(plan.getByText('business days to disagree')).toHaveCount(0);
  await plan.getByRole('button', { name: /^Send/ }).click();
  await expect(plan.getByText('Your written answer is sent.')).toBeVisible();
  await hfs.goto(path.replace('/tickets/', '/reviews/'));
  await expect(hfs.getByText('Late', { exact: true }).first()).toBeVisible();
  await decideFor(hfs, 'For the provider', 'The plan agrees.');
});

import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible } from './portal-test';

/** Types a date into the three boxes of a date question. */
export async function fillDate(page: Page, month: number, day: number, year: number): Promise<void> {
  await page.getByLabel('Month', { exact: true }).fill(String(month));
  await page.getByLabel('Day', { exact: true }).fill(String(day));
  await page.getByLabel('Year', { exact: true }).fill(String(year));
}

/** The day of `days` ago by the sandbox's clock, which the ribbon shows: tests that move it leave the others their window. */
export async function daysAgo(page: Page, days: number): Promise<[month: number, day: number, year: number]> {
  const now = await page.getByRole('complementary', { name: 'Sandbox' }).locator('time').first().getAttribute('datetime');
  const day = new Date(new Date(now ?? '').getTime() - days * 86_400_000);
  return [day.getUTCMonth() + 1, day.getUTCDate(), day.getUTCFullYear()];
}

export type Filing = { trackingNumber: string; plan?: string; received?: [month: number, day: number, year: number] };

/** Files a complaint page by page, as a provider does, up to "Check answers"; it is not sent yet. */
export async function fillComplaint(page: Page, filing: Filing): Promise<void> {
  await page.goto('/file');
  await page.getByLabel('Yes, we have the number').check();
  await fillDate(page, ...(filing.received ?? (await daysAgo(page, 40))));
  await page.getByRole('button', { name: 'Check and start a draft' }).click();
  await expect(page).toHaveURL(/\/eligibility/);
  await page.getByRole('link', { name: 'Continue to the dispute' }).click();
  await fillDispute(page, filing);
  await fillClaim(page);
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page).toHaveURL(/\/files$/);
  await page.getByRole('link', { name: 'Continue', exact: true }).click();
  await expect(page).toHaveURL(/\/contact$/);
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page).toHaveURL(/\/check$/);
}

export async function fillDispute(page: Page, filing: Filing): Promise<void> {
  await expect(page).toHaveURL(/\/dispute$/);
  await page.getByLabel('Health plan').selectOption({ label: filing.plan ?? 'CountyCare Health Plan' });
  await page.getByLabel('Program').selectOption({ label: 'HealthChoice Illinois' });
  await page.getByLabel('The plan’s tracking number for the dispute').fill(filing.trackingNumber);
  await page.getByLabel('We disagree with the plan’s answer').check();
  await page.getByLabel('Kind of issue').selectOption({ label: 'Claims and payment' });
  await page.getByLabel('What happened?').fill('The claim was denied for no authorization. Emergency care needs none.');
  await page.getByLabel('What do you ask the plan to do?').fill('Pay the claim in full.');
  await page.getByRole('button', { name: 'Save and continue' }).click();
}

export async function fillClaim(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/claims/);
  await page.getByLabel('Claim number').last().fill('26-0771001');
  await page.getByLabel('Member name').last().fill('Ada O’Brien-Núñez');
  await page.getByLabel('RIN').last().fill('000 771 001');
  await page.getByLabel('First day of service').last().fill('8/3/2026');
  await page.getByLabel('Last day of service').last().fill('8/3/2026');
  await page.getByLabel('Billed, $').last().fill('$1,240.00');
  await page.getByLabel('Disputed, $').last().fill('1,240');
}

/** Sends what "Check answers" shows; gives the ticket's number. */
export async function sendComplaint(page: Page): Promise<string> {
  await page.getByLabel('We used the plan’s own dispute process first').check();
  await page.getByRole('button', { name: 'Send the complaint' }).click();
  await expect(page).toHaveURL(/\/file\/sent\//);
  return (await page.locator('main').innerText()).match(/PRP-\d{4}-\d{5}/)?.[0] ?? '';
}

/** Opens a ticket of a list by its number, or by its plan’s tracking number, which does not change when the sandbox gets more tickets. */
export async function openTicket(page: Page, list: string, reference: string): Promise<void> {
  await page.goto(list);
  const link = page.locator('tr').filter({ hasText: reference }).getByRole('link', { name: /^PRP-/ }).first();
  const number = (await link.textContent()) ?? '';
  await link.click();
  await expect(page).toHaveTitle(new RegExp(`^${number} ·`));
}

/** The row of a list that names a ticket, on whichever of its pages. */
export async function findRow(page: Page, list: string, number: string): Promise<Locator> {
  await page.goto(list);
  const row = page.getByRole('row', { name: new RegExp(number) });
  while ((await row.count()) === 0) {
    const next = page.getByRole('link', { name: 'Next page' });
    const address = new URL((await next.getAttribute('href')) ?? '', page.url()).href;
    await Promise.all([page.waitForURL(address), next.click()]);
  }
  return row;
}

/** The Portal Team presents a ticket from its work queue, after the preview of the dates that follow. */
export async function presentTicket(team: Page, number: string): Promise<void> {
  await team.goto('/work');
  await team.getByRole('button', { name: `Present ${number}` }).click();
  await expect(team.getByText(/Present 1 ticket: what will happen/)).toBeVisible();
  await team.getByRole('button', { name: 'Present 1 ticket' }).click();
  await expect(team.getByRole('button', { name: `Present ${number}` })).toHaveCount(0);
}

/** The plan fills in a whole answer and gets to the page where it is checked. */
export async function fillAnswer(plan: Page): Promise<void> {
  await plan.getByLabel('Overturned').check();
  await plan.getByLabel('Plan to resolve it').fill('The records show an emergency. We reprocess the claim and pay it in full.');
  await plan.getByLabel('Outcome of claim 26-0771001').selectOption({ index: 1 });
  await plan.getByLabel('Amount for claim 26-0771001').fill('1,240.00');
  await plan.getByLabel('Date', { exact: true }).fill('3/15/2027');
  await plan.getByRole('button', { name: 'Check and send' }).click();
  await expect(plan).toHaveURL(/\/answer/);
}

/** The Portal Team presents several at once. */
export async function presentTickets(team: Page, numbers: readonly string[]): Promise<void> {
  await team.goto('/work');
  for (const number of numbers) await team.getByRole('checkbox', { name: `Select ${number}` }).check();
  await team.getByRole('button', { name: 'Present, with a preview first' }).click();
  await team.getByRole('button', { name: `Present ${numbers.length} tickets` }).click();
  await expect(team.getByText(`${numbers.length} of ${numbers.length} presented`)).toBeVisible();
}

/** The plan answers in time, with the form beside the case. */
export async function sendAnswer(plan: Page, number: string): Promise<void> {
  await openTicket(plan, '/queue', number);
  await fillAnswer(plan);
  await plan.getByRole('button', { name: 'Send the written answer' }).click();
  await expect(plan.getByText('Your written answer is sent.')).toBeVisible();
}

/** The provider disagrees with the answer, and in the same step asks HFS to review where it says what to look at. */
export async function contest(provider: Page, number: string, whatToReview?: string): Promise<void> {
  await openTicket(provider, '/my-tickets', number);
  await provider.getByLabel('I disagree').check();
  await provider.getByRole('button', { name: 'Continue' }).click();
  await provider.getByLabel('Why do you disagree?').fill('The first visit is still denied.');
  if (whatToReview !== undefined) {
    await provider.getByLabel('Ask HFS to review now').check();
    await provider.getByLabel('What should HFS look at?').fill(whatToReview);
  }
  await provider.getByRole('button', { name: 'Send my disagreement' }).click();
  await expect(provider.getByText(whatToReview === undefined ? 'Your disagreement is recorded.' : 'Your request for a review is recorded.')).toBeVisible();
}

/** A side tells HFS what it needs for its review. */
export async function deliver(page: Page, words: string): Promise<void> {
  await page.getByRole('link', { name: 'Write to HFS' }).click();
  await expectAccessible(page);
  await page.getByLabel('What HFS should know').fill(words);
  await page.getByRole('button', { name: 'Send to HFS' }).click();
  await expect(page.getByText('HFS has your information.')).toBeVisible();
}

export async function placeInReview(team: Page, number: string): Promise<void> {
  await team.goto('/work?tab=review');
  await team.getByRole('button', { name: `Place in review (${number})` }).click();
  await expect(team.getByText('Place 1 ticket in review: what will happen')).toBeVisible();
  await expectAccessible(team);
  await team.getByRole('button', { name: 'Place 1 ticket in review' }).click();
  await expect(team.getByText('1 of 1 placed in review')).toBeVisible();
}

/** HFS gives its decision on the page of the review. */
export async function decideFor(page: Page, ruling: string, reasons: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${ruling}`) }).check();
  await page.getByLabel('Reasons').fill(reasons);
  await page.getByRole('button', { name: 'Give the decision' }).click();
  await expect(page.getByText('Your decision is with the Portal Team')).toBeVisible();
}

/** `days` after a day, as `YYYY-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Moves the sandbox's clock to a day, `YYYY-MM-DD`, and waits until every day on the way has been lived through. */
export async function moveClockTo(page: Page, day: string): Promise<string> {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  await page.goto('/sandbox/clock');
  await page.getByLabel('To another day').check();
  await fillDate(page, month, date, year);
  await page.getByRole('button', { name: 'Move the clock' }).click();
  await expect(page.getByRole('button', { name: 'Move the clock' })).toBeVisible({ timeout: 180_000 });
  return page.locator('main').innerText();
}

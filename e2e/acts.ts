import type { Page } from '@playwright/test';
import { expect } from './portal-test';

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

/** Moves the sandbox's clock to a day and waits until every day on the way has been lived through. */
export async function moveClockTo(page: Page, month: number, day: number, year: number): Promise<string> {
  await page.goto('/sandbox/clock');
  await page.getByLabel('To another day').check();
  await fillDate(page, month, day, year);
  await page.getByRole('button', { name: 'Move the clock' }).click();
  await expect(page.getByRole('button', { name: 'Move the clock' })).toBeVisible({ timeout: 120_000 });
  return page.locator('main').innerText();
}

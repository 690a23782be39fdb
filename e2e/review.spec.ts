import { contest, decideFor, deliver, fillComplaint, fillDate, openTicket, placeInReview, presentTicket, sendAnswer, sendComplaint } from './acts';
import { readMails } from './mailbox';
import { expect, expectAccessible, test } from './portal-test';

test('both sides deliver; an expert gives the review back, the Account Manager decides; returned once, then shared and final', async ({ signIn }) => {
  test.setTimeout(300_000);
  const [provider, plan, team, manager, expert] = [await signIn('renata'), await signIn('simone'), await signIn('ines'), await signIn('gloria'), await signIn('priya')];
  await fillComplaint(provider, { trackingNumber: 'CC-E2E-REVIEW' });
  const number = await sendComplaint(provider);
  await presentTicket(team, number);
  await sendAnswer(plan, number);
  await contest(provider, number, 'The triage notes.');
  await deliver(provider, 'The triage notes show an emergency.');
  await openTicket(plan, '/queue?tab=with-hfs', number);
  await expect(plan.getByText('The triage notes show an emergency.')).toBeVisible();
  await deliver(plan, 'The follow-up was planned.');
  await placeInReview(team, number);

  // R17: the Account Manager recommends an expert, the Portal Team names one.
  await manager.goto('/reviews');
  await expectAccessible(manager);
  await manager.getByRole('link', { name: number }).click();
  await expectAccessible(manager);
  await expect(manager.getByText('The follow-up was planned.')).toBeVisible();
  await manager.getByRole('link', { name: 'Recommend an expert' }).click();
  await manager.getByLabel('Why an expert').fill('A question of coding.');
  await manager.getByRole('button', { name: 'Send the recommendation' }).click();
  await expect(manager.getByText('Your recommendation is with the Portal Team')).toBeVisible();
  await team.goto('/work?tab=review');
  await team.getByRole('link', { name: `Name expert (${number})` }).click();
  await team.getByLabel('Subject matter expert').selectOption({ label: 'Priya Raman' });
  await team.getByLabel('Why this person').fill('Coding.');
  await team.getByRole('button', { name: 'Refer the review' }).click();
  await expect(team.getByText('The review is referred.')).toBeVisible();

  await expert.goto('/reviews');
  await expert.getByRole('link', { name: number }).click();
  await expect(expert.getByRole('button', { name: 'Give the decision' })).toBeVisible();
  const address = expert.url();
  await manager.goto(address);
  await expect(manager.getByRole('button', { name: 'Give the decision' })).toHaveCount(0);
  await expert.getByRole('link', { name: 'Return it to the Account Manager' }).click();
  await expert.getByLabel('Why you return it').fill('Not about coding.');
  await expert.getByRole('button', { name: 'Return it to the Account Manager' }).click();
  await expect(expert.getByText('The review is returned.')).toBeVisible();
  expect((await expert.goto(address))?.status()).toBe(404);

  // A question to the provider, with its own date, and its answer.
  await manager.goto(address);
  await manager.getByRole('link', { name: 'Ask the provider or the plan' }).click();
  await manager.getByRole('radio', { name: /^The provider/ }).check();
  await manager.getByLabel('Your question').fill('When was the notice sent?');
  await fillDate(manager, 11, 23, 2026);
  await manager.getByRole('button', { name: 'Send the question' }).click();
  await expect(manager.getByText(/is past\. Enter today or a later day/).first()).toBeVisible();
  await fillDate(manager, 12, 31, 2027);
  await manager.getByRole('button', { name: 'Send the question' }).click();
  await expect(manager.getByText(/more than a year away/).first()).toBeVisible();
  await fillDate(manager, 6, 30, 2027);
  await manager.getByRole('button', { name: 'Send the question' }).click();
  await expect(manager.getByText('Your question is sent.')).toBeVisible();
  await openTicket(provider, '/my-tickets', number);
  await provider.getByRole('link', { name: 'Answer this question' }).click();
  await provider.getByLabel('Your answer').fill('On the day of the visit.');
  await provider.getByRole('button', { name: 'Send the answer' }).click();
  await expect(provider.getByText('HFS has your answer.')).toBeVisible();

  // In part needs a decision for each claim; the form says so at the claim and keeps what was typed.
  await manager.goto(address);
  await manager.getByRole('radio', { name: /^In part/ }).check();
  await manager.getByLabel('Reasons').fill('The first visit was an emergency.');
  await manager.getByRole('button', { name: 'Give the decision' }).click();
  await expect(manager.getByText(/Choose for whom claim 26-0771001 is decided/).first()).toBeVisible();
  await expectAccessible(manager);
  await manager.getByLabel('Decision on claim 26-0771001').selectOption({ label: 'In part' });
  await manager.getByLabel('The plan pays for claim 26-0771001').fill('620');
  await manager.getByRole('button', { name: 'Give the decision' }).click();
  await expect(manager.getByText('Your decision is with the Portal Team')).toBeVisible();
  await openTicket(provider, '/my-tickets', number);
  await expect(provider.getByText('The first visit was an emergency.')).toHaveCount(0);

  // R18: returned before sharing, decided anew, shared, final.
  await team.goto('/work?tab=share');
  await team.getByRole('link', { name: `Read and share (${number})` }).click();
  await expectAccessible(team);
  await team.getByRole('link', { name: 'Return the decision to HFS' }).click();
  await team.getByLabel('Why it is returned').fill('By when does the plan pay?');
  await team.getByRole('button', { name: 'Return it to HFS' }).click();
  await expect(team.getByText('The decision is returned.')).toBeVisible();
  await manager.goto(address);
  await expect(manager.getByText('By when does the plan pay?')).toBeVisible();
  // The form holds the decision as it was given, so that only what is asked has to be written.
  await expect(manager.getByRole('radio', { name: /^In part/ })).toBeChecked();
  await expect(manager.getByLabel('Reasons')).toHaveValue('The first visit was an emergency.');
  await expect(manager.getByLabel('The plan pays for claim 26-0771001')).toHaveValue('620.00');
  await expectAccessible(manager);
  await manager.getByLabel('Decision on claim 26-0771001').selectOption({ label: 'As above' });
  await decideFor(manager, 'For the provider', 'An emergency. The plan pays within 30 days.');
  await team.goto('/work?tab=share');
  await team.getByRole('link', { name: `Read and share (${number})` }).click();
  await team.getByRole('button', { name: 'Share the decision' }).click();
  await expect(team.getByText('The decision is shared and final.')).toBeVisible();
  for (const page of [provider, plan]) {
    await page.goto(address.replace('/reviews/', '/tickets/'));
    await expect(page.getByText('An emergency. The plan pays within 30 days.')).toBeVisible();
    await expectAccessible(page);
  }
  await expect.poll(async () => (await readMails(number)).filter((m) => m.subject.startsWith('HFS has decided')).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
});

import { daysAgo, fillAnswer, fillComplaint, fillDate, openTicket, presentTicket, sendComplaint } from './acts';
import { expect, test } from './portal-test';

test.describe('with script off', () => {
  test.use({ javaScriptEnabled: false });

  test('a provider files, the plan answers, the provider contests and asks for the review', async ({ signIn }) => {
    const provider = await signIn('renata');
    await fillComplaint(provider, { trackingNumber: 'CC-E2E-NOSCRIPT' });
    const number = await sendComplaint(provider);
    await presentTicket(await signIn('ines'), number);

    const plan = await signIn('simone');
    await openTicket(plan, '/queue?tab=new', number);
    await fillAnswer(plan);
    await plan.getByRole('button', { name: 'Send the written answer' }).click();
    await expect(plan).not.toHaveURL(/\/answer/);

    await openTicket(provider, '/my-tickets', number);
    await provider.getByLabel('I disagree').check();
    await provider.getByRole('button', { name: 'Continue' }).click();
    await expect(provider).toHaveURL(/\/contest/);
    // A form error keeps what was typed.
    await provider.getByLabel('Ask HFS to review now').check();
    await provider.getByLabel('What should HFS look at?').fill('The denial of the claim.');
    await provider.getByRole('button', { name: /disagree/i }).click();
    await expect(provider.getByText('Say why you disagree.').first()).toBeVisible();
    await expect(provider.getByLabel('What should HFS look at?')).toHaveValue('The denial of the claim.');
    await provider.getByLabel('Why do you disagree?').fill('Emergency care needs no authorization.');
    await provider.getByRole('button', { name: /disagree/i }).click();
    await expect(provider).not.toHaveURL(/\/contest/);
    await expect(provider.getByText(/review/i).first()).toBeVisible();
  });

  test('two windows: the second one is told what the first has done, and keeps its words', async ({ signIn }) => {
    const provider = await signIn('renata');
    await fillComplaint(provider, { trackingNumber: 'CC-E2E-OVERTAKEN' });
    const number = await sendComplaint(provider);
    await openTicket(provider, '/my-tickets', number);
    const address = `${new URL(provider.url()).pathname}/withdraw`;
    await provider.goto(address);
    const second = await provider.context().newPage();
    await second.goto(address);
    const send = async (page: typeof provider, why: string) => {
      await page.getByLabel('Why do you withdraw it?').fill(why);
      await page.getByRole('button', { name: 'Withdraw this ticket' }).click();
    };
    await send(provider, 'The plan paid.');
    await expect(provider).not.toHaveURL(/\/withdraw/);
    await send(second, 'Paid, says another window.');
    await expect(second.getByText(/the ticket is closed since .+: withdrawn by the provider/).first()).toBeVisible();
    await expect(second.getByLabel('Why do you withdraw it?')).toHaveValue('Paid, says another window.');
    await expect(second.getByRole('button', { name: 'Withdraw this ticket' })).toHaveCount(0);
    for (const act of ['/withdraw', '/extension', '/information']) {
      await second.goto(address.replace('/withdraw', act));
      await expect(second.getByText(/The ticket is closed since .+: withdrawn by the provider\./)).toBeVisible();
    }
  });

  test('the plan asks for information and more time, the provider says that it was provided, HFS decides', async ({ signIn }) => {
    test.setTimeout(180_000);
    const provider = await signIn('renata');
    await fillComplaint(provider, { trackingNumber: 'CC-E2E-NOSCRIPT-2' });
    const number = await sendComplaint(provider);
    await presentTicket(await signIn('ines'), number);
    const plan = await signIn('simone');
    await openTicket(plan, '/queue?tab=new', number);
    const path = new URL(plan.url()).pathname;
    await plan.getByRole('link', { name: 'Ask for information' }).click();
    await plan.getByLabel('What do you need?').fill('The ED records of August 3.');
    await plan.getByRole('button', { name: 'Send the request' }).click();
    await expect(plan.getByText('Your request is sent.', { exact: false })).toBeVisible();
    const second = await plan.context().newPage();
    await second.goto(`${path}/extension`);
    await plan.getByRole('link', { name: 'Ask for an extension' }).click();
    await plan.getByLabel('Why is the time not enough?').fill('The records are with an archive.');
    await plan.getByRole('button', { name: 'Ask for the extension' }).click();
    await expect(plan.getByText('HFS has your request for an extension.')).toBeVisible();
    await second.getByLabel('Why is the time not enough?').fill('Asked in another window.');
    await second.getByRole('button', { name: 'Ask for the extension' }).click();
    await expect(second.getByText(/An extension was asked for on .+, and HFS has not decided it yet \(D7\)\./).first()).toBeVisible();
    await expect(second.getByLabel('Why is the time not enough?')).toHaveValue('Asked in another window.');
    await second.close();

    await provider.goto(`${path}/information`);
    await provider.getByLabel('It was already provided').check();
    await fillDate(provider, ...(await daysAgo(provider, 30)));
    await provider.getByRole('button', { name: 'Send to the plan' }).click();
    await expect(provider.getByRole('alert').getByRole('link')).toHaveCount(1);
    await expect(provider.getByLabel('It was already provided')).toBeChecked();
    await provider.getByLabel('How, and to whom?').fill('By fax to the claims unit, 12 pages.');
    await provider.getByRole('button', { name: 'Send to the plan' }).click();
    await expect(provider.getByText('Your information is sent to the plan.')).toBeVisible();

    const hfs = await signIn('gloria');
    await hfs.goto(`${path}/extension`);
    await hfs.getByLabel('Approve').check();
    await hfs.getByRole('button', { name: 'Record the decision' }).click();
    await expect(hfs.getByLabel('Approve')).toBeChecked();
    await hfs.getByLabel('Reason', { exact: true }).fill('The archive has confirmed the date.');
    await hfs.getByRole('button', { name: 'Record the decision' }).click();
    await expect(hfs.getByText('The decision is recorded.')).toBeVisible();
    await plan.goto(path);
    await expect(plan.getByText('Approved by HFS')).toBeVisible();
  });
});

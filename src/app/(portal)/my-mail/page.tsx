import type { Metadata } from 'next';
import { choiceOf, type SearchParams } from '@/app/lists/list-address';
import { issueFormKey } from '@/server/auth/form-key';
import { requireActor } from '@/server/auth/require-actor';
import { getMyMail, type MyMail } from '@/server/queries/get-my-mail';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { RadioChoices } from '@/ui/forms/radio-choices';
import { SubmitButton } from '@/ui/forms/submit-button';
import { PageTitle } from '@/ui/frame/page-title';
import { Notice } from '@/ui/notice';
import { Wrap, WrapWide } from '@/ui/wrap';
import { chooseRemindersAction } from './actions';
import { MY_MAIL_PURPOSE } from './purposes';

export const metadata: Metadata = { title: 'Your mail' };

const CHOICES = [
  { value: 'single', label: 'Single mails', hint: '7 days and 1 business day ahead of a date, on the day, and the business day after a missed one.' },
  { value: 'digest', label: 'One mail a day', hint: 'At 8:00 each business day: what is overdue, due today and within 7 days, by date. No mail when there is nothing to tell.' },
];

/** How a person is reminded of dates. */
export default async function MyMailPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const mail = await getMyMail(actor);
  const Frame = actor.role === 'provider' ? Wrap : WrapWide;
  return (
    <Frame className="pt-6">
      <PageTitle title="Your mail" />
      {choiceOf(await searchParams, 'done', ['saved']) !== null && (
        <Notice tone="success" announce className="mt-5">
          Saved. The next reminder comes as you chose.
        </Notice>
      )}
      <p className="mt-3 max-w-[44rem]">{wordsOf(mail)}</p>
      {mail.choice === null ? (
        <p className="mt-3 max-w-[44rem]">The portal reminds providers, health plans and the Portal Team of their dates. HFS sees its own by age on its worklists, so there is nothing to choose here.</p>
      ) : (
        <ActionForm action={chooseRemindersAction} className="mt-6 max-w-[44rem]" label="How you are reminded">
          <FormKey commandKey={issueFormKey(actor, MY_MAIL_PURPOSE)} />
          <RadioChoices name="reminders" legend="Reminders of dates" legendAs="h2" hint="Notices, such as a new ticket, an answer or a fine, always come by themselves and at once." choices={CHOICES} defaultValue={mail.choice} />
          <SubmitButton className="mt-6">Save</SubmitButton>
        </ActionForm>
      )}
    </Frame>
  );
}

function wordsOf({ address, isShared }: MyMail): string {
  return isShared ? `The Portal Team’s mail goes to its one address, ${address}. What you choose here holds for all of the team.` : `Your mail goes to ${address}.`;
}

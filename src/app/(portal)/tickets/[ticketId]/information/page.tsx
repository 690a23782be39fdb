import type { Metadata } from 'next';
import type { ComponentProps } from 'react';
import { isPast } from '@/domain/deadlines';
import { hasAction } from '@/domain/tickets/decide';
import { CivilDate } from '@/ui/civil-date';
import { DateField } from '@/ui/forms/date-field';
import { RadioChoices } from '@/ui/forms/radio-choices';
import { FilesField } from '@/ui/forms/files-field';
import { TextArea } from '@/ui/forms/text-area';
import { Notice } from '@/ui/notice';
import { draftForm } from '../../../../forms/form-draft';
import { formFiles } from '../../../../forms/form-files';
import { Typed } from '../parts/plan-answer';
import { loadTicket, ticketTitle, type ActParams, type LoadedTicket } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';
import { ByDate, WhyFollowing } from '../parts/following-date';
import { provideInformationAction, requestInformationAction } from '../request-actions';

export function generateMetadata(props: ActParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Information');
}

/** By the reader's role, whatever the status: where the act is not open, its page says why. */
export default async function InformationPage(props: ActParams) {
  const loaded = await loadTicket(props);
  return hasAction(loaded.actor, 'requestInformation') ? <AskForInformation {...loaded} /> : <SendInformation {...loaded} search={await props.searchParams} />;
}

/** R9: the plan asks within its 5 business days. */
async function AskForInformation({ page, actor }: LoadedTicket) {
  const draft = await draftForm(actor, 'requestInformation', page.ticketId);
  const last = page.dates.find((d) => d.reason.ruleId === 'information-request');
  return (
    <ActPage page={page} actor={actor} action="requestInformation" title="Ask the provider for information" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="requestInformation"
        run={requestInformationAction.bind(null, page.ticketId)}
        button="Send the request"
        draft={draft}
        meaning={
          <>
            <p>
              {page.facts.contact.name} is told by e-mail and has 5 business days to answer<ByDate page={page} of="requestInformation" /> (R10). The answer can be that you have it already.
              {last !== undefined && (
                <>
                  {' '}
                  You can ask until <b><CivilDate date={last.due} /></b> (R9).
                </>
              )}
            </p>
            <p>Your own answer stays due as it is: this does not stop its time (D9).</p>
            <WhyFollowing page={page} of="requestInformation" />
          </>
        }
      >
        <TextArea name="what" label="What do you need?" hint="Name each record or document, and the claim that it belongs to. The provider reads these words." rows={7} maxCharacters={5000} />
      </ActForm>
    </ActPage>
  );
}

/** R10: the provider sends it, or shows that it was already provided; late is taken and flagged (D9). */
async function SendInformation({ page, actor, search }: LoadedTicket & { search: { kept?: string | string[] } }) {
  const files = await formFiles(actor, 'provideInformation', page.ticketId, `/tickets/${page.ticketId}/information`, search);
  const draft = await draftForm(actor, 'provideInformation', page.ticketId, files.initial);
  const due = page.requests.informationDue;
  const asked = page.requests.information[0];
  return (
    <ActPage page={page} actor={actor} action="provideInformation" title="Send the plan what it asked for" hasActForm>
      {due !== null && isPast(page.today, due.due) && (
        <Notice tone="warn" title="This is late" className="mb-6">
          It was due <CivilDate date={due.due} /> (R10). What you send is taken all the same and marked late. Your ticket stays open (D9).
        </Notice>
      )}
      <ActForm
        page={page}
        actor={actor}
        action="provideInformation"
        run={provideInformationAction.bind(null, page.ticketId)}
        button="Send to the plan"
        initial={files.initial}
        draft={draft}
        meaning={
          <>
            {asked !== undefined && (
              <div>
                <p className="font-bold">{page.facts.planShortName} asks for</p>
                <Typed>{asked.what}</Typed>
              </div>
            )}
            <p>{page.facts.planShortName} is told by e-mail, without your words, and reads them here.</p>
          </>
        }
      >
        <InformationFields files={files.field} />
      </ActForm>
    </ActPage>
  );
}

/** With script or without, what the other answer asks for is out of the way once one is chosen. */
function InformationFields({ files }: { files: ComponentProps<typeof FilesField>['files'] }) {
  return (
    <div className="group grid gap-6">
      <RadioChoices
        name="kind"
        legend="What do you want to do?"
        columns={2}
        choices={[
          { value: 'text', label: 'Send it now', hint: 'Write it below, or add files.' },
          { value: 'already_provided', label: 'It was already provided', hint: 'Say when and how.' },
        ]}
      />
      <TextArea name="text" label="Your information" hint="With files, or if it was already provided, you can leave this empty." optional rows={7} maxCharacters={10_000} />
      <FilesField label="Files" optional files={files} />
      <fieldset className="grid gap-5 border-t border-line pt-5 group-has-[[value=text]:checked]:hidden">
        <legend className="sr-only">If it was already provided</legend>
        <DateField name="providedOn" legend="When was it provided?" hint="Only if it was already provided." optional />
        <TextArea name="how" label="How, and to whom?" hint="Such as: by fax to the claims unit, 12 pages." optional rows={3} maxCharacters={1000} />
      </fieldset>
    </div>
  );
}

import type { PersonActor } from '@/domain/access/actor';
import type { TicketPage } from '@/server/queries/get-ticket-page';
import { ButtonLink } from '@/ui/button';
import { ActionForm } from '@/ui/forms/action-form';
import { RadioChoices } from '@/ui/forms/radio-choices';
import { SubmitButton } from '@/ui/forms/submit-button';
import { TurnBody } from '@/ui/ticket/turn-strip';
import { chooseReplyAction } from '../actions';
import { HowToBecomeContact } from './contact-change';
import { outcomeSentence } from './plan-answer';
import { isOpenTo, offerOf } from './ticket-words';

function ReadItFirst({ page }: { page: TicketPage }) {
  return (
    <>
      {outcomeSentence(page, 'It')} <a href="#answer">Read its answer</a> first.
    </>
  );
}

/** R14: agree or disagree; a colleague of the contact can only disagree (R7). */
export function ReplyChoice({ page }: { page: TicketPage; actor: PersonActor }) {
  const question = `${page.facts.planShortName} has answered. Do you agree?`;
  if (!isOpenTo(page, 'accept')) return <ColleagueReply page={page} question={question} />;
  return (
    <TurnBody>
      <ActionForm action={chooseReplyAction.bind(null, page.ticketId)} label="Reply to the plan’s answer">
        <RadioChoices
          name="reply"
          legend={question}
          legendAs="h2"
          hint={<span className="block text-lead text-ink mt-2"><ReadItFirst page={page} /></span>}
          columns={2}
          choices={[
            { value: 'agree', label: 'I agree', hint: 'The ticket is closed as accepted.' },
            { value: 'disagree', label: 'I disagree', hint: 'On the next page you say why, and can ask HFS for a review at once.' },
          ]}
        />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3 mt-6">
          <SubmitButton size="large" pendingText="Opening…">
            Continue
          </SubmitButton>
          <p className="text-ink-soft">Nothing is sent until you check and confirm.</p>
        </div>
      </ActionForm>
    </TurnBody>
  );
}

function ColleagueReply({ page, question }: { page: TicketPage; question: string }) {
  const refused = offerOf(page, 'accept')?.refused;
  return (
    <TurnBody>
      <h2>{question}</h2>
      <p className="text-lead mt-2">
        <ReadItFirst page={page} />
      </p>
      {refused !== undefined && refused !== null && (
        <p className="mt-3">
          To agree: {refused} {page.contactChange !== null && (page.contactChange.people === null ? <HowToBecomeContact change={page.contactChange} /> : <a href="#contact-change">Change the contact</a>)}
        </p>
      )}
      {isOpenTo(page, 'contest') && (
        <p className="flex flex-wrap items-center gap-x-6 gap-y-3 mt-6">
          <ButtonLink size="large" href={`/tickets/${page.ticketId}/contest`}>
            I disagree
          </ButtonLink>
          <span className="text-ink-soft">Nothing is sent until you check and confirm.</span>
        </p>
      )}
    </TurnBody>
  );
}

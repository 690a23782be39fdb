import { isStateRole, type PersonActor } from '@/domain/access/actor';
import { issueFormKey } from '@/server/auth/form-key';
import type { MessageView, TicketPage } from '@/server/queries/get-ticket-page';
import { AppLink } from '@/ui/app-link';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { ActionForm } from '@/ui/forms/action-form';
import { DraftButton } from '@/ui/forms/draft-button';
import { FilesField } from '@/ui/forms/files-field';
import { FormDisclosure } from '@/ui/forms/form-disclosure';
import { FormKey } from '@/ui/forms/form-key';
import { RadioChoices } from '@/ui/forms/radio-choices';
import { SubmitButton } from '@/ui/forms/submit-button';
import { TextArea } from '@/ui/forms/text-area';
import { Icon } from '@/ui/icon';
import { Section } from '@/ui/section';
import { StatusTag } from '@/ui/status-tag';
import { draftForm } from '../../../../forms/form-draft';
import { formFiles } from '../../../../forms/form-files';
import { ticketPurpose } from '../../../../forms/run-ticket-form';
import { postMessageAction, postToPartiesAction } from '../talk-actions';
import { EventFiles } from './files-section';
import { partyWords, readerChoices, seenBy } from './message-words';
import { Typed } from './plan-answer';

type Props = { page: TicketPage; actor: PersonActor; /** Leads back to what was typed before an upload without script. */ kept?: string };

function countWords(count: number): string {
  return count === 1 ? '1 new message' : `${count} new messages`;
}

/** Beside the title: what came since the reader last looked, one press away. */
export function NewMessages({ page }: { page: TicketPage }) {
  const { unread, questions } = page.conversation;
  const asked = questions.filter((q) => q.isNew).length;
  return (
    <>
      {unread > 0 && (
        <a href="#messages" className="font-semibold inline-flex items-center gap-1.5 min-h-6">
          <Icon name="mail" /> {countWords(unread)}
        </a>
      )}
      {asked > 0 && (
        <a href="#questions" className="font-semibold inline-flex items-center gap-1.5 min-h-6">
          <Icon name="circle-question-mark" /> {asked === 1 ? 'News on a question' : `News on ${asked} questions`}
        </a>
      )}
    </>
  );
}

function Message({ message, page, actor }: Props & { message: MessageView }) {
  // Between the parties it is plain who reads; said where it is not.
  const isState = isStateRole(actor.role);
  return (
    <li className="avoid-break border-l-4 border-line pl-4">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <b>{message.by}</b>
        <span className="text-ink-soft">
          <ChicagoInstant at={message.at} />
        </span>
        {message.to === 'state' && <StatusTag icon="lock">Internal note</StatusTag>}
        {message.isNew && <StatusTag tone="turn">New</StatusTag>}
      </p>
      <Typed className="mt-1">{message.text}</Typed>
      <EventFiles page={page} seq={message.seq} className="mt-2" />
      {(isState || message.to !== 'parties') && <p className="mt-1 text-ink-soft">Seen by {seenBy(message.to, page, actor)}.</p>}
    </li>
  );
}

async function WriteForm({ page, actor, kept }: Props) {
  const files = await formFiles(actor, 'postMessage', page.ticketId, `/tickets/${page.ticketId}`, { kept });
  const draft = await draftForm(actor, 'postMessage', page.ticketId, files.initial);
  const { choices } = page.conversation;
  const isParty = !isStateRole(actor.role);
  const action = isParty ? postToPartiesAction : postMessageAction;
  return (
    <ActionForm key={draft.key} action={action.bind(null, page.ticketId)} prefix="message" label="Write a message" initial={draft.initial} draft={draft} className="mt-6 max-w-[44rem]">
      <FormDisclosure summary="Write a message" bodyClassName="grid gap-5">
        <FormKey commandKey={issueFormKey(actor, ticketPurpose('postMessage', page.ticketId))} version={page.eventCount} />
        {isParty ? <p>{partyWords(page, actor)}</p> : <RadioChoices name="to" legend="Who will see it?" hint="The Portal Team and HFS see every message." choices={readerChoices(choices, page)} />}
        <TextArea name="text" label="Message" rows={5} maxCharacters={5000} />
        <FilesField label="Files" optional files={files.field} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <SubmitButton>Send message</SubmitButton>
          <DraftButton />
        </div>
      </FormDisclosure>
    </ActionForm>
  );
}

function emptyWords({ page, actor }: Props): string {
  if (actor.role === 'provider') return `What you and ${page.facts.planShortName} write to each other stands here.`;
  if (actor.role === 'mco') return `What your plan and ${page.facts.contact.name} write to each other stands here.`;
  return 'What the provider, the plan and the State write to each other stands here.';
}

/** R7: the parties talk to each other directly; the State to either, or within itself. */
export function MessagesSection({ page, actor, kept }: Props) {
  const { messages, olderBefore, isNewest, choices, refused, unread } = page.conversation;
  if (messages.length === 0 && choices.length === 0 && (refused === null || page.closing !== null)) return null;
  return (
    <Section id="messages" title="Messages" aside={unread > 0 ? countWords(unread) : undefined}>
      {olderBefore !== null && (
        <p className="mb-4 print:hidden">
          <AppLink href={`/tickets/${page.ticketId}?messages=${olderBefore}#messages`}>Show older messages</AppLink>
        </p>
      )}
      {messages.length === 0 ? (
        <p className="text-ink-soft">{refused ?? emptyWords({ page, actor })}</p>
      ) : (
        <ul className="grid gap-6">
          {messages.map((message) => (
            <Message key={message.seq} message={message} page={page} actor={actor} />
          ))}
        </ul>
      )}
      {!isNewest && (
        <p className="mt-4 print:hidden">
          <AppLink href={`/tickets/${page.ticketId}#messages`}>Back to the newest messages</AppLink>
        </p>
      )}
      {choices.length > 0 && <WriteForm page={page} actor={actor} kept={kept} />}
    </Section>
  );
}

import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import type { PersonActor } from '@/domain/access/actor';
import type { Action } from '@/domain/tickets/transitions';
import { hasAction } from '@/domain/tickets/decide';
import { whereItStands } from '@/domain/tickets/where-it-stands';
import { issueFormKey } from '@/server/auth/form-key';
import type { TicketHeadView } from '@/server/queries/get-ticket-page';
import { AppLink } from '@/ui/app-link';
import { ActionForm } from '@/ui/forms/action-form';
import { DraftButton } from '@/ui/forms/draft-button';
import { FormKey } from '@/ui/forms/form-key';
import { FormOnceSent } from '@/ui/forms/form-once-sent';
import type { FormAction, FormState } from '@/ui/forms/form-state';
import { FormOutcome } from '@/ui/forms/form-outcome';
import { SubmitButton } from '@/ui/forms/submit-button';
import { Breadcrumb } from '@/ui/frame/breadcrumb';
import { TicketNumbers } from '@/ui/frame/ticket-numbers';
import { Notice } from '@/ui/notice';
import { Wrap, WrapWide } from '@/ui/wrap';
import type { DraftForm } from '../../../../forms/form-draft';
import { ticketPurpose } from '../../../../forms/run-ticket-form';
import { homeStep, trackingLabel } from './ticket-head';
import { offerOf } from './ticket-words';

type ActPageProps = {
  page: TicketHeadView;
  actor: PersonActor;
  action: Action;
  title: string;
  /** The page holds an `ActForm`, which says by itself when the act is not open. */
  hasActForm?: boolean;
  /** Where a table stands on the page, too. */
  wide?: boolean;
  children: ReactNode;
};

/** Why the act cannot be done now, in words; null when it can. */
function closedWords(page: TicketHeadView, action: Action): string | null {
  const offer = offerOf(page, action);
  return offer === undefined ? `The ticket is ${whereItStands(page.facts)}.` : offer.refused;
}

function Closed({ page, words }: { page: TicketHeadView; words: ReactNode }) {
  return (
    <Notice tone="warn" title="This cannot be done now">
      <p>{words}</p>
      <p className="mt-2">
        <AppLink href={`/tickets/${page.ticketId}`}>Back to the ticket</AppLink>
      </p>
    </Notice>
  );
}

/** The page of one act on a ticket, for the roles that have it; where it is not open, it says why and leads back. */
export function ActPage({ page, actor, action, title, hasActForm = false, children, wide }: ActPageProps) {
  if (!hasAction(actor, action)) notFound();
  const closed = hasActForm ? null : closedWords(page, action);
  const Width = actor.role === 'provider' ? Wrap : WrapWide;
  const back = `/tickets/${page.ticketId}`;
  return (
    <Width className="pt-6">
      <Breadcrumb trail={[homeStep(actor), { href: back, label: page.number }]} current={title} />
      <div className={wide ? 'max-w-[66rem] mt-3' : 'max-w-[44rem] mt-3'}>
        <h1>{title}</h1>
        <div className="text-lead mt-1">
          <TicketNumbers ticketNumber={page.number} trackingNumber={page.trackingNumber} trackingLabel={trackingLabel(page, actor)} />
        </div>
        <div className="mt-6">{closed === null ? children : <Closed page={page} words={closed} />}</div>
      </div>
    </Width>
  );
}

type ActFormProps = {
  page: TicketHeadView;
  actor: PersonActor;
  action: Action;
  run: FormAction;
  button: string;
  /** What the act means, above the fields. */
  meaning: ReactNode;
  /** Why this one cannot be done, where others of the same act may be open; null or none when it can. */
  closed?: ReactNode;
  /** From `formFiles`, where the form takes files. */
  initial?: FormState;
  /** From `draftForm`, where the form is kept while it is written. */
  draft?: DraftForm;
  children?: ReactNode;
};

/**
 * What it means, what is asked, the button that does it, and the way back. When somebody else acted first, a form that
 * was sent without script comes back to a page whose act is closed: what was typed, or kept, stands here all the same.
 */
export function ActForm({ page, actor, action, run, button, meaning, closed: ownClosed = null, initial, draft, children }: ActFormProps) {
  const closed = ownClosed ?? closedWords(page, action);
  const fields = (
    <>
      <FormOutcome />
      <FormKey commandKey={issueFormKey(actor, ticketPurpose(action, page.ticketId))} version={page.eventCount} />
      {closed === null && <div className="text-lead grid gap-3">{meaning}</div>}
      {children}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        {closed === null && <SubmitButton size={actor.role === 'provider' ? 'large' : 'normal'}>{button}</SubmitButton>}
        {closed === null && draft !== undefined && <DraftButton />}
        <AppLink className="inline-flex items-center min-h-11" href={`/tickets/${page.ticketId}`}>
          {closed === null ? 'Back without sending' : 'Back to the ticket'}
        </AppLink>
      </div>
    </>
  );
  return (
    <ActionForm key={draft?.key} action={run} className="grid gap-6" label={button} initial={draft?.initial ?? initial} draft={closed === null ? draft : undefined} placesOutcome>
      {closed === null ? fields : <FormOnceSent closed={<Closed page={page} words={closed} />}>{fields}</FormOnceSent>}
    </ActionForm>
  );
}

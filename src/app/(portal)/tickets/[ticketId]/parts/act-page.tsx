import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import type { PersonActor } from '@/domain/access/actor';
import type { BuiltAction } from '@/domain/tickets/commands';
import { issueFormKey } from '@/server/auth/form-key';
import type { TicketHeadView } from '@/server/queries/get-ticket-page';
import { AppLink } from '@/ui/app-link';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import type { FormAction, FormState } from '@/ui/forms/form-state';
import { FormOutcome } from '@/ui/forms/form-outcome';
import { SubmitButton } from '@/ui/forms/submit-button';
import { Breadcrumb } from '@/ui/frame/breadcrumb';
import { TicketNumbers } from '@/ui/frame/ticket-numbers';
import { Notice } from '@/ui/notice';
import { Wrap, WrapWide } from '@/ui/wrap';
import { ticketPurpose } from '../../../../forms/run-ticket-form';
import { homeStep, trackingLabel } from './ticket-head';
import { offerOf } from './ticket-words';

type ActPageProps = {
  page: TicketHeadView;
  actor: PersonActor;
  action: BuiltAction;
  title: string;
  children: ReactNode;
};

/** The page of one act on a ticket: only where it is offered; refused, it says why and leads back. */
export function ActPage({ page, actor, action, title, children }: ActPageProps) {
  const offer = offerOf(page, action);
  if (offer === undefined) notFound();
  const Width = actor.role === 'provider' ? Wrap : WrapWide;
  const back = `/tickets/${page.ticketId}`;
  return (
    <Width className="pt-6">
      <Breadcrumb trail={[homeStep(actor), { href: back, label: page.number }]} current={title} />
      <div className="max-w-[44rem] mt-3">
        <h1>{title}</h1>
        <div className="text-lead mt-1">
          <TicketNumbers ticketNumber={page.number} trackingNumber={page.trackingNumber} trackingLabel={trackingLabel(page, actor)} />
        </div>
        {offer.refused === null ? (
          <div className="mt-6">{children}</div>
        ) : (
          <Notice tone="warn" title="This cannot be done now" className="mt-6">
            <p>{offer.refused}</p>
            <p className="mt-2">
              <AppLink href={back}>Back to the ticket</AppLink>
            </p>
          </Notice>
        )}
      </div>
    </Width>
  );
}

type ActFormProps = {
  page: TicketHeadView;
  actor: PersonActor;
  action: BuiltAction;
  run: FormAction;
  button: string;
  /** What the act means, above the fields. */
  meaning: ReactNode;
  /** From `formFiles`, where the form takes files. */
  initial?: FormState;
  children?: ReactNode;
};

/** What it means, what is asked, the button that does it, and the way back. */
export function ActForm({ page, actor, action, run, button, meaning, initial, children }: ActFormProps) {
  return (
    <ActionForm action={run} className="grid gap-6" label={button} initial={initial} placesOutcome>
      <FormOutcome />
      <FormKey commandKey={issueFormKey(actor, ticketPurpose(action, page.ticketId))} version={page.eventCount} />
      <div className="text-lead grid gap-3">{meaning}</div>
      {children}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <SubmitButton size={actor.role === 'provider' ? 'large' : 'normal'}>{button}</SubmitButton>
        <AppLink className="inline-flex items-center min-h-11" href={`/tickets/${page.ticketId}`}>
          Back without sending
        </AppLink>
      </div>
    </ActionForm>
  );
}

import type { ReactNode } from 'react';
import type { PersonActor } from '@/domain/access/actor';
import { isPast } from '@/domain/deadlines';
import type { RequestsView, TicketPage } from '@/server/queries/get-ticket-page';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { CivilDate } from '@/ui/civil-date';
import { Section } from '@/ui/section';
import { StatusTag } from '@/ui/status-tag';
import { Typed } from './plan-answer';
import { isOpenTo } from './ticket-words';

type Props = { page: TicketPage; actor: PersonActor };

/** One side of an exchange: who said it and when on the line, the words under it. */
function Said({ title, at, by, children }: { title: string; at: Date; by: string; children: ReactNode }) {
  return (
    <li className="avoid-break border-b border-line py-3.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <b>{title}</b>
        <span className="text-ink-soft">
          <ChicagoInstant at={at} /> · {by}
        </span>
      </div>
      {children}
    </li>
  );
}

const Late = () => (
  <p className="mt-1">
    <StatusTag tone="soon">Late</StatusTag>
  </p>
);

type Answer = NonNullable<RequestsView['information'][number]['answer']>;

function InformationAnswer({ answer, own }: { answer: Answer; own: boolean }) {
  return (
    <Said title={own ? 'You answered' : 'The provider answered'} at={answer.at} by={answer.by}>
      {answer.late && <Late />}
      {answer.already !== null && (
        <>
          <p>
            Already provided on <b><CivilDate date={answer.already.on} /></b> (R10):
          </p>
          <Typed className="">{answer.already.how}</Typed>
        </>
      )}
      {answer.text !== null && <Typed className="">{answer.text}</Typed>}
    </Said>
  );
}

/** R9, R10: what the plan asked the provider for, and what came. */
export function InformationSection({ page, actor }: Props) {
  const { informationDue } = page.requests;
  const isPlan = actor.role === 'mco';
  const own = actor.role === 'provider';
  // What waits for the provider stands on top of its page already.
  const information = page.requests.information.filter((request) => request.answer !== null || !isOpenTo(page, 'provideInformation'));
  if (information.length === 0) return null;
  const title = isPlan ? 'Information you asked for' : own ? 'Information the plan asked you for' : 'Information the plan asked for';
  return (
    <Section id="information" title={title} aside={informationDue === null ? undefined : <>due <CivilDate date={informationDue.due} /></>}>
      <ol className="border-t border-line">
        {information.flatMap((request) => [
          <Said key={request.at.toISOString()} title={isPlan ? 'You asked' : 'The plan asked'} at={request.at} by={request.by}>
            <Typed className="">{request.what}</Typed>
          </Said>,
          request.answer !== null && <InformationAnswer key={request.answer.at.toISOString()} answer={request.answer} own={own} />,
        ])}
      </ol>
    </Section>
  );
}

type Extension = RequestsView['extensions'][number];

function undecidedWords(page: TicketPage): string {
  return page.requests.extensionTarget === null ? 'HFS did not decide it: the plan’s answer was no longer awaited (D8).' : 'HFS has not decided it yet.';
}

function ExtensionRows({ extension, page, actor }: Props & { extension: Extension }) {
  const { decision, asker } = extension;
  const mine = (asker === 'mco' && actor.role === 'mco') || (asker === 'provider' && actor.role === 'provider');
  return (
    <>
      <Said title={mine ? 'You asked' : asker === 'mco' ? 'The plan asked' : 'The provider asked'} at={extension.at} by={extension.by}>
        <Typed className="">{extension.reason}</Typed>
        {decision === null && <p className="text-ink-soft">{undecidedWords(page)}</p>}
      </Said>
      {decision !== null && (
        <Said title={decision.approved ? 'HFS approved it' : 'HFS denied it'} at={decision.at} by={decision.by}>
          <p>
            The written answer {decision.approved ? 'is due' : 'stays due'} <b><CivilDate date={decision.dueOn} /></b>.
          </p>
          <Typed className="">{decision.reason}</Typed>
        </Said>
      )}
    </>
  );
}

/** R11: who asked for more time and why, and what HFS decided, read by both sides. */
export function ExtensionSection({ page, actor }: Props) {
  const { extensions, extensionTarget } = page.requests;
  if (extensions.length === 0) return null;
  return (
    <Section id="extension" title="Extension" aside={extensionTarget === null ? undefined : <>{isPast(page.today, extensionTarget.due) ? 'HFS aimed to decide by' : 'HFS aims to decide by'} <CivilDate date={extensionTarget.due} /></>}>
      <ol className="border-t border-line">
        {extensions.map((extension) => (
          <ExtensionRows key={extension.at.toISOString()} extension={extension} page={page} actor={actor} />
        ))}
      </ol>
    </Section>
  );
}

/** R7: the plan's own record of its contacts with the provider; the State reads it, too. */
export function ContactLogSection({ page }: Pick<Props, 'page'>) {
  const { contacts } = page.requests;
  const mayLog = isOpenTo(page, 'logContact');
  if (contacts.length === 0 && !mayLog) return null;
  return (
    <Section id="contacts" title="Contact log">
      {contacts.length === 0 ? (
        <p className="text-ink-soft">No contact with the provider is logged yet. Calls and letters that you log here are read by your plan and the State, not by the provider.</p>
      ) : (
        <ol className="border-t border-line">
          {contacts.map((contact) => (
            <li key={contact.id} className="avoid-break grid sm:grid-cols-[13rem_1fr] gap-x-4 py-2.5 border-b border-line">
              <span className="text-ink-soft">{contact.when}</span>
              <span className="whitespace-pre-wrap wrap-anywhere">
                {contact.how} with {contact.withWhom}. {contact.said} <span className="text-ink-soft">{contact.by}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

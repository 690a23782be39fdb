import type { PersonActor } from '@/domain/access/actor';
import type { TicketPage } from '@/server/queries/get-ticket-page';
import { ButtonLink } from '@/ui/button';
import { CivilDate } from '@/ui/civil-date';
import { Facts } from '@/ui/facts';
import { Icon } from '@/ui/icon';
import { Money } from '@/ui/money';
import { Panel, PanelBody } from '@/ui/panel';
import { phoneHref } from '@/ui/phone-href';
import { Section } from '@/ui/section';
import { Typed } from './plan-answer';
import { GROUNDS_WORDS, isOpenTo } from './ticket-words';

/** The complaint as the provider wrote it. */
export function CaseSection({ page, actor }: { page: TicketPage; actor: PersonActor }) {
  const { facts } = page;
  const own = actor.role === 'provider';
  return (
    <Section id="case" title={own ? 'What you wrote' : 'What the provider says'}>
      <Typed>{facts.whatHappened}</Typed>
      <Facts
        className="sm:grid-cols-3 mt-5"
        facts={[
          { label: own ? 'You ask for' : 'Asks for', value: <span className="whitespace-pre-wrap">{facts.desiredOutcome}</span>, note: facts.claimCount === 0 ? undefined : <><Money cents={facts.disputedCents} /> in dispute</> },
          // A provider reads these in the side column, as what it entered.
          ...(own
            ? []
            : [
                { label: 'Issue, program', value: `${facts.issueType}, ${facts.program}` },
                { label: actor.role === 'mco' ? 'You received the dispute' : 'The plan received the dispute', value: <CivilDate date={facts.receivedByMcoOn} />, note: GROUNDS_WORDS[facts.grounds] },
              ]),
        ]}
      />
    </Section>
  );
}

/** R7: whom the plan talks to, and who alone can say that it is resolved. */
export function ContactCard({ page }: { page: TicketPage }) {
  const { contact } = page.facts;
  return (
    <Panel labelledBy="contact-title">
      <PanelBody className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div>
          <h2 id="contact-title" className="text-h3">
            {contact.name}, provider contact
          </h2>
          <p className="mt-1">
            <a href={phoneHref(contact.phone)}>{contact.phone}</a> ·{' '}
            <a className="wrap-anywhere" href={`mailto:${contact.email}`}>
              {contact.email}
            </a>
          </p>
          <p className="text-ink-soft mt-1">Only this person can say that it is resolved for the provider (R7).</p>
        </div>
        {isOpenTo(page, 'logContact') && (
          <ButtonLink variant="secondary" size="small" className="print:hidden" href={`/tickets/${page.ticketId}/log-contact`}>
            <Icon name="phone" /> Log a contact
          </ButtonLink>
        )}
      </PanelBody>
    </Panel>
  );
}

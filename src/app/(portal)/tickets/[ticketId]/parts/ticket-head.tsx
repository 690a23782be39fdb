import type { ReactNode } from 'react';
import type { PersonActor } from '@/domain/access/actor';
import type { TicketHeadView } from '@/server/queries/get-ticket-page';
import { ButtonLink } from '@/ui/button';
import { Breadcrumb } from '@/ui/frame/breadcrumb';
import { PageTitle } from '@/ui/frame/page-title';
import { TicketNumbers } from '@/ui/frame/ticket-numbers';
import { PrintButton } from '@/ui/print-button';
import { StatusTag } from '@/ui/status-tag';
import { homeOf } from '../../../../home-of';
import { portalLinks } from '../../../portal-links';
import { ticketHeading } from './ticket-words';

/** The reader's list of tickets, as the first link of the way to the ticket: the entry that the menu marks. */
export function homeStep(actor: PersonActor): { href: string; label: string } {
  const list = portalLinks(actor.role, null).find((l) => l.covers?.includes('/tickets'));
  return list === undefined ? { href: homeOf(actor.role), label: 'Start' } : { href: list.href, label: list.label };
}

export function trackingLabel(page: TicketHeadView, actor: PersonActor): string {
  return actor.role === 'mco' && actor.planCode === page.facts.planCode ? 'your number' : `${page.facts.planShortName}’s tracking number`;
}

/** Way back, what it is about, both numbers (R3), print. */
export function TicketHead({ page, actor, tags, from = homeStep(actor) }: { page: TicketHeadView; actor: PersonActor; tags?: ReactNode; /** The list that leads here, where it is not the reader's own. */ from?: ReturnType<typeof homeStep> }) {
  return (
    <>
      <Breadcrumb trail={[from]} current={page.number} />
      <PageTitle
        className="mt-3"
        title={ticketHeading(page.facts, actor.role === 'provider')}
        lead={<TicketNumbers ticketNumber={page.number} trackingNumber={page.trackingNumber} trackingLabel={trackingLabel(page, actor)} />}
        aside={
          <>
            <div className="contents max-sm:flex max-sm:basis-full max-sm:empty:hidden flex-wrap items-center gap-x-3 gap-y-2">
              {page.facts.isUrgent && (
                <StatusTag tone="late" icon="siren">
                  Urgent
                </StatusTag>
              )}
              {tags}
            </div>
            <ButtonLink variant="secondary" size="small" className="print:hidden" href={`/tickets/${page.ticketId}/case-file`}>
              Case file
            </ButtonLink>
            <PrintButton />
          </>
        }
      />
    </>
  );
}

import type { ReactNode } from 'react';
import type { PersonActor } from '@/domain/access/actor';
import { Breadcrumb } from '@/ui/frame/breadcrumb';
import { PageTitle } from '@/ui/frame/page-title';
import { TicketNumbers } from '@/ui/frame/ticket-numbers';
import { Wrap, WrapWide } from '@/ui/wrap';
import { homeStep } from './ticket-head';

type Props = { ticket: { ticketId: string; number: string; trackingNumber: string }; actor: PersonActor; title: string; children: ReactNode };

/** A page about a ticket that does nothing to it: the way back, its title, both numbers (R3). */
export function TicketSubPage({ ticket, actor, title, children }: Props) {
  const Width = actor.role === 'provider' ? Wrap : WrapWide;
  return (
    <Width className="pt-6">
      <Breadcrumb trail={[homeStep(actor), { href: `/tickets/${ticket.ticketId}`, label: ticket.number }]} current={title} />
      <PageTitle className="mt-3" title={title} lead={<TicketNumbers ticketNumber={ticket.number} trackingNumber={ticket.trackingNumber} trackingLabel="the plan’s tracking number" />} />
      {children}
    </Width>
  );
}

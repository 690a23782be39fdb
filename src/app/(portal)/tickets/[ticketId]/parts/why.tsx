import type { DueDate } from '@/domain/deadlines';
import type { CalendarDate } from '@/shared/calendar-date';
import type { TicketPage } from '@/server/queries/get-ticket-page';
import { TurnFoot } from '@/ui/ticket/turn-strip';
import { WhyThisDate } from '@/ui/ticket/why-this-date';

/** Under the strip of whose turn it is: why its date is what it is. */
export function TurnWhy({ page, open }: { page: TicketPage; open?: boolean }) {
  const { due } = page.turn;
  if (due === null) return null;
  return (
    <TurnFoot>
      <WhyThisDate reason={due.date.reason} today={page.today} open={open} />
    </TurnFoot>
  );
}

/** A worked-out date that belongs to no clock, with its reason in one line. */
export function WhyDue({ due, today, summary }: { due: DueDate; today: CalendarDate; summary?: string }) {
  return <WhyThisDate reason={due} today={today} form="line" summary={summary} />;
}

/** What the strip shows on its right. */
export function stripDue(page: TicketPage) {
  const { due } = page.turn;
  if (due === null) return undefined;
  return { lead: due.lead, due: due.date.due, today: page.today, kind: due.date.kind, soon: due.date.soon };
}

import { isStateRole, type PersonActor } from '@/domain/access/actor';
import { asActor } from '../db/as-actor';
import { isId } from '../db/find-draft';
import { findTicketInScope } from '../db/find-ticket-in-scope';
import { findViews, VIEWS_PAGE, type ViewPosition, type ViewRow } from '../db/find-views';
import { recordView } from '../db/record-view';
import { ticketScope } from '../db/ticket-scope';
import { pageOf } from '../db/page-of';

export type TicketViews = { ticketId: string; number: string; trackingNumber: string; views: ViewRow[]; /** Where the next page goes on, as its address says it. */ next: string | null; isFirst: boolean };

/** `1700000000000_<person>`: a row's place, for the address of the page behind it. */
function positionText({ hour, personId }: ViewPosition): string {
  return `${hour.getTime()}_${personId}`;
}

function parsePosition(text: string | undefined): ViewPosition | null {
  const [ms = '', personId = ''] = (text ?? '').split('_');
  return /^\d{1,15}$/.test(ms) && isId(personId) ? { hour: new Date(Number(ms)), personId } : null;
}

/**
 * Who opened the ticket, once for each person and hour: the State sees all, a party its own people (lifecycle, "Who may
 * read what"). Null when the ticket does not exist for the reader; looking is recorded as a view, too.
 */
export function getTicketViews(actor: PersonActor, ticketId: string, after?: string): Promise<TicketViews | null> {
  return asActor(actor, async (scope) => {
    const stored = await findTicketInScope(scope.tx, ticketId, await ticketScope(scope, actor), false);
    if (stored === null) return null;
    await recordView(scope, actor, ticketId);
    const position = parsePosition(after);
    const rows = await findViews(scope.tx, ticketId, isStateRole(actor.role) ? null : actor.organizationId, position);
    const page = pageOf(rows, VIEWS_PAGE, positionText);
    const { number, trackingNumber } = stored.ticket;
    return { ticketId, number, trackingNumber, views: page.rows, next: page.next, isFirst: position === null };
  });
}

import type { Metadata } from 'next';
import { AppLink } from '@/ui/app-link';
import { loadTicket, positionOf, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';
import { ClaimsSection } from '../parts/claims-section';
import { DecisionSection } from '../parts/review-sections';
import { isOpenTo } from '../parts/ticket-words';
import { shareDecisionAction } from '../review-actions';

type Props = TicketParams & { searchParams: Promise<{ claims?: string | string[] }> };

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Share the decision');
}

/** R18: the Portal Team reads the decision as both sides will, and shares it for good. */
export default async function SharePage(props: Props) {
  const { page, actor } = await loadTicket(props, { claimsFrom: positionOf((await props.searchParams).claims) });
  return (
    <ActPage page={page} actor={actor} action="shareDecision" title="Share the decision" wide>
      <div className="grid gap-8">
        <DecisionSection page={page} actor={actor} />
        <ClaimsSection page={page} billed={false} path={`/tickets/${page.ticketId}/share`} />
        <ActForm
          page={page}
          actor={actor}
          action="shareDecision"
          run={shareDecisionAction.bind(null, page.ticketId)}
          button="Share the decision"
          meaning={
            <p>
              {page.facts.contact.name} and the staff of {page.facts.planShortName} are told by e-mail and read the decision with its reasons here. The ticket is closed. The decision is final: it cannot be taken back (R18).
            </p>
          }
        />
        {isOpenTo(page, 'returnDecision') && (
          <p>
            Is something missing or unclear?{' '}
            <AppLink className="inline-flex items-center min-h-11" href={`/tickets/${page.ticketId}/return-decision`}>
              Return the decision to HFS
            </AppLink>
          </p>
        )}
      </div>
    </ActPage>
  );
}

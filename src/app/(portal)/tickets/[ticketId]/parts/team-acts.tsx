import { isPast } from '@/domain/deadlines';
import type { Action } from '@/domain/tickets/transitions';
import type { TicketPage } from '@/server/queries/get-ticket-page';
import { AppLink } from '@/ui/app-link';
import { SideSection } from '@/ui/columns';
import { offerOf } from './ticket-words';

const ACTS: { action: Action; path: string; label: string }[] = [
  { action: 'returnAsClosed', path: 'return', label: 'Return it as closed' },
  { action: 'closeNotContested', path: 'close', label: 'Close: not contested' },
  { action: 'closeReviewNotRequested', path: 'close', label: 'Close: no review requested' },
  { action: 'askMco', path: 'ask', label: 'Ask the plan a question' },
  { action: 'transfer', path: 'transfer', label: 'Transfer to another plan' },
  { action: 'reopen', path: 'reopen', label: 'Open it again' },
  { action: 'beginAdministrativeReview', path: 'place-in-review', label: 'Place it in Administrative Review' },
  { action: 'shareDecision', path: 'share', label: 'Share the decision' },
  { action: 'returnDecision', path: 'return-decision', label: 'Return the decision to HFS' },
  { action: 'askParty', path: 'ask-party', label: 'Ask the provider or the plan' },
  { action: 'recommendSme', path: 'recommend-expert', label: 'Recommend an expert' },
  { action: 'referToSme', path: 'refer', label: 'Refer it to an expert' },
  { action: 'returnFromSme', path: 'return-review', label: 'Return it to the Account Manager' },
  { action: 'reassignReview', path: 'reassign', label: 'Reassign the review' },
  { action: 'alertHfs', path: 'alert', label: 'Alert HFS' },
  { action: 'changeProviderContact', path: 'contact', label: 'Change the provider contact' },
  { action: 'correct', path: 'correct', label: 'Correct the ticket' },
];

/** A plan that can still answer in time is no silent plan (D14): nothing is said of a review then. */
function isFarOff({ facts, turn, today }: TicketPage, action: Action, refused: string | null): boolean {
  if (action !== 'beginAdministrativeReview' || refused === null || facts.status !== 'presented') return false;
  return turn.due === null || !isPast(today, turn.due.date.due);
}

type TeamActsProps = { page: TicketPage; /** What a button on the strip does already. */ onStrip?: readonly Action[] };

function offersOf({ page, onStrip = [] }: TeamActsProps) {
  return ACTS.flatMap((act) => {
    const offer = offerOf(page, act.action);
    if (offer === undefined || isFarOff(page, act.action, offer.refused)) return [];
    return offer.refused === null && onStrip.includes(act.action) ? [] : [{ ...act, refused: offer.refused }];
  });
}

/** Whether any of these acts is the reader's. */
export function hasTeamActs(props: TeamActsProps): boolean {
  return offersOf(props).length > 0;
}

/** The Portal Team's acts beside the one on the strip; a refused one says why. */
export function TeamActs(props: TeamActsProps) {
  const { page } = props;
  const offers = offersOf(props);
  if (offers.length === 0) return null;
  return (
    <SideSection id="acts" title="What you can do" first>
      <ul className="grid print:hidden">
        {offers.map((act) => (
          <li key={act.action} className={act.refused === null ? undefined : 'py-2'}>
            {act.refused === null ? (
              <AppLink className="inline-flex items-center min-h-11 font-semibold" href={`/tickets/${page.ticketId}/${act.path}`}>
                {act.label}
              </AppLink>
            ) : (
              <>
                <span className="font-semibold">{act.label}</span>
                <span className="block text-ink-soft">{act.refused}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </SideSection>
  );
}

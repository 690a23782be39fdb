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
  { action: 'alertHfs', path: 'alert', label: 'Alert HFS' },
  { action: 'correct', path: 'correct', label: 'Correct the ticket' },
];

/** The Portal Team's acts beside the one on the strip; a refused one says why. */
export function TeamActs({ page }: { page: TicketPage }) {
  const offers = ACTS.flatMap((act) => {
    const offer = offerOf(page, act.action);
    return offer === undefined ? [] : [{ ...act, refused: offer.refused }];
  });
  if (offers.length === 0) return null;
  return (
    <SideSection title="What you can do" first>
      <ul className="grid gap-2 print:hidden">
        {offers.map((act) => (
          <li key={act.action}>
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

import { CLOSE_REASON_NAMES, STATUS_NAMES } from '@/domain/tickets/status';
import type { Repeat } from '@/server/queries/find-repeats';
import { AppLink } from '@/ui/app-link';
import { Notice } from '@/ui/notice';

/** The provider's own tickets that say the same: pointed out, not forbidden. */
export function Repeats({ repeats }: { repeats: readonly Repeat[] }) {
  return (
    <Notice tone="warn" title={repeats.length === 1 ? 'You have a ticket that looks like this one' : `You have ${repeats.length} tickets that look like this one`}>
      <ul className="grid gap-1.5 mt-1">
        {repeats.map((repeat) => (
          <li key={repeat.ticketId}>
            <AppLink className="font-semibold" href={`/tickets/${repeat.ticketId}`}>
              {repeat.number}
            </AppLink>{' '}
            ({repeat.closeReason === null ? STATUS_NAMES[repeat.status].toLowerCase() : `closed: ${CLOSE_REASON_NAMES[repeat.closeReason]}`}) has {sameAs(repeat)}.
          </li>
        ))}
      </ul>
      <p className="mt-2">A second ticket about the same matter is closed as a duplicate. You can still send this one if it is about something else.</p>
    </Notice>
  );
}

function sameAs({ sameTrackingNumber, claimNumbers }: Repeat): string {
  const [first, ...others] = claimNumbers;
  const claims = first === undefined ? [] : others.length === 0 ? [`the same claim ${first}`] : [`the same claim ${first} and ${others.length} more`];
  return [...(sameTrackingNumber ? ['the same tracking number'] : []), ...claims].join(' and ');
}

import type { TicketPage } from '@/server/queries/get-ticket-page';
import { CivilDate } from '@/ui/civil-date';
import { WhyDue } from './why';

type FollowingDateProps = { page: TicketPage; of: keyof TicketPage['following'] };

/** ", by Tue Dec 1, 2026" behind the time that the act begins; nothing where the date is not known. */
export function ByDate({ page, of }: FollowingDateProps) {
  const due = page.following[of];
  if (due === undefined) return null;
  return (
    <>
      , by <b><CivilDate date={due.due} /></b>
    </>
  );
}

/** Why that date is what it is, under the sentence. */
export function WhyFollowing({ page, of, summary }: FollowingDateProps & { summary?: string }) {
  const due = page.following[of];
  if (due === undefined) return null;
  return (
    <div className="text-base">
      <WhyDue due={due} today={page.today} summary={summary} />
    </div>
  );
}

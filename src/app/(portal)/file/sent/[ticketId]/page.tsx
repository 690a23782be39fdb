import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DEADLINE_RULES } from '@/domain/deadlines';
import { requireActor } from '@/server/auth/require-actor';
import { getSentComplaint, type SentComplaint } from '@/server/queries/get-sent-complaint';
import { ButtonLink } from '@/ui/button';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { CivilDate } from '@/ui/civil-date';
import { Icon } from '@/ui/icon';
import { WhyThisDate } from '@/ui/ticket/why-this-date';
import { Wrap } from '@/ui/wrap';

export const metadata: Metadata = { title: 'Complaint sent' };

type Props = { params: Promise<{ ticketId: string }> };

/** After sending: the number to keep, and what happens next. */
export default async function SentPage({ params }: Props) {
  const actor = await requireActor('provider');
  const sent = await getSentComplaint(actor, (await params).ticketId);
  if (sent === null) notFound();
  const isClosed = sent.closeReason === 'premature' || sent.closeReason === 'untimely';
  return (
    <Wrap className="pt-8">
      <section className={`border rounded-panel px-5 py-6 sm:px-8 ${isClosed ? 'bg-soon-wash border-soon-line' : 'bg-done-wash border-done-line'}`} aria-labelledby="sent">
        <h1 id="sent" className="flex gap-3">
          <Icon name={isClosed ? 'info' : 'circle-check'} className={isClosed ? 'text-soon' : 'text-done'} />
          {isClosed ? 'Recorded, and closed at once' : 'Your complaint was sent'}
        </h1>
        <p className="text-lead mt-3">
          Your ticket number is <b className="whitespace-nowrap">{sent.number}</b>. {sent.plan}’s tracking number stands with it: <b className="wrap-anywhere">{sent.trackingNumber}</b>.
        </p>
        <p className="mt-1">
          Received on <ChicagoInstant at={sent.filedAt} />, Chicago time. An e-mail confirms it to {sent.contactName}, {sent.contactEmail}.
        </p>
      </section>
      <section className="mt-10 max-w-[44rem]" aria-labelledby="next">
        <h2 id="next">What happens next</h2>
        {isClosed ? <ClosedNext sent={sent} /> : <OpenNext sent={sent} />}
      </section>
      <div className="flex flex-wrap gap-x-4 gap-y-3 mt-8">
        <ButtonLink href={`/tickets/${sent.ticketId}`} size="large">
          See the ticket
        </ButtonLink>
        <ButtonLink href="/my-tickets" size="large" variant="secondary">
          My tickets
        </ButtonLink>
      </div>
    </Wrap>
  );
}

const ANSWER_DAYS = DEADLINE_RULES['mco-response'].arithmetic.days;
const CONTEST_DAYS = DEADLINE_RULES.contest.arithmetic.days;

function OpenNext({ sent }: { sent: SentComplaint }) {
  const { presentation } = sent;
  return (
    <ol className="grid gap-4 mt-4 list-decimal pl-6">
      <li className="pl-1">
        The Portal Team checks it and presents it to the plan{presentation && <> by <b><CivilDate date={presentation.dueOn} /></b></>} (R5).
        {presentation && <WhyThisDate reason={presentation} today={sent.today} className="mt-1" />}
      </li>
      <li className="pl-1">From that day the plan has {ANSWER_DAYS} days to answer in writing (R8). {sent.contactName} gets an e-mail when it does.</li>
      <li className="pl-1">You then have {CONTEST_DAYS} business days to agree or disagree (R14). Every date will stand on the ticket.</li>
    </ol>
  );
}

function ClosedNext({ sent }: { sent: SentComplaint }) {
  return sent.closeReason === 'premature' ? (
    <p className="mt-3">It came before its filing window opened, so it is closed and the plan does not get it (R4). File it again once the window is open; the e-mail names both dates.</p>
  ) : (
    <p className="mt-3">It came after its filing window had closed, so it is closed and the plan does not get it (R4). The e-mail names both dates. If they rest on a wrong day, write to the Portal Team.</p>
  );
}

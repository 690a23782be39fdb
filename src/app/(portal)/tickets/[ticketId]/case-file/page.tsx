import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { sizeWords } from '@/domain/tickets/files';
import { requireActor } from '@/server/auth/require-actor';
import { getCaseFilePage, type CaseFilePage } from '@/server/queries/get-case-file-page';
import { buttonClass } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { PORTAL_NAME } from '@/ui/frame/agency';
import { Section } from '@/ui/section';
import { TicketSubPage } from '../parts/ticket-sub-page';
import type { TicketParams } from '../load-ticket';

const load = cache(async (ticketId: string) => {
  const actor = await requireActor();
  return { actor, found: (await getCaseFilePage(actor, ticketId)) ?? notFound() };
});

export async function generateMetadata({ params }: TicketParams): Promise<Metadata> {
  const { found } = await load((await params).ticketId);
  return { title: { absolute: `Case file: ${found.number} · ${PORTAL_NAME}` } };
}

function filesWords({ files: { count, bytes } }: CaseFilePage): string {
  if (count === 0) return 'No files are attached that you may see.';
  return `${count === 1 ? 'The attached file' : `The ${count} attached files`} that you may see, ${sizeWords(bytes)}.`;
}

function Holds({ found }: { found: CaseFilePage }) {
  return (
    <ul className="list-disc pl-6 grid gap-2">
      <li>The case to read, as a PDF that works with screen readers: all dates with their reasons, what each side wrote, claims, history.</li>
      <li>{filesWords(found)}</li>
      <li>The history of {found.eventCount} events in the form in which it is sealed{found.hidden > 0 && `. Of ${found.hidden} that you may not read, only the seal is in it`}.</li>
      <li>A list of check sums, and a page that says how anybody can check that nothing was changed.</li>
    </ul>
  );
}

/** What a case file holds, the file itself, and what to compare one with. */
export default async function CaseFileRoute({ params }: TicketParams) {
  const { actor, found } = await load((await params).ticketId);
  return (
    <TicketSubPage ticket={found} actor={actor} title="Case file">
      <div className="mt-6 max-w-[44rem] grid gap-6">
        <p className="text-lead">One ZIP file with everything about this ticket that you may see.</p>
        <Holds found={found} />
        <p>
          <a className={buttonClass('primary', 'large')} href={`/tickets/${found.ticketId}/case-file/download`} download>
            <Icon name="download" /> Download the case file
          </a>
        </p>
        <p className="text-ink-soft">
          It is made while you download it; your browser shows how far it has come. It holds health information: keep it as carefully as the ticket.
        </p>
        <Section id="compare" title="Compare a case file with the portal">
          <p>A case file names the number of events and the last hash. While nothing is added to the ticket, they are these:</p>
          <dl className="mt-3 grid gap-2">
            <div>
              <dt className="font-bold">Events</dt>
              <dd>{found.eventCount}</dd>
            </div>
            <div>
              <dt className="font-bold">Last hash</dt>
              <dd className="font-mono wrap-anywhere">{found.lastHash}</dd>
            </div>
          </dl>
        </Section>
      </div>
    </TicketSubPage>
  );
}

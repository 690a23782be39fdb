import type { ReplyView, TicketPage } from '@/server/queries/get-ticket-page';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { Section } from '@/ui/section';
import { StatusTag } from '@/ui/status-tag';
import { Typed } from './plan-answer';

const TITLES: Record<ReplyView['kind'], string> = { contest: 'Why the provider disagrees', review: 'What HFS should look at' };
const OWN_TITLES: Record<ReplyView['kind'], string> = { contest: 'Why you disagree', review: 'What you ask HFS to look at' };

/** The provider's disagreement and request for a review, word for word. */
export function Replies({ page, own }: { page: TicketPage; own: boolean }) {
  return page.replies.map((reply) => (
    <Section key={reply.kind} id={reply.kind} title={(own ? OWN_TITLES : TITLES)[reply.kind]} aside={<ChicagoInstant at={reply.at} />}>
      {reply.late && (
        <p className="mb-2">
          <StatusTag tone="soon">Late</StatusTag> It came after the time to disagree (D18).
        </p>
      )}
      <Typed>{reply.text}</Typed>
      <p className="mt-2 text-ink-soft">{reply.by}</p>
    </Section>
  ));
}

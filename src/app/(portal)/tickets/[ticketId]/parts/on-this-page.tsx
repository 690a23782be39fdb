import type { TicketPage } from '@/server/queries/get-ticket-page';

type Part = { href: string; label: string; count?: number; /** In sight beside the case on a wide screen; far below on a narrow one. */ aside?: boolean };

function partsOf(page: TicketPage): (Part | null)[] {
  const { review, conversation, requests, claims, files, mail } = page;
  // Of a long conversation one page is here, and its length would read as the whole's.
  const isWhole = conversation.isNewest && conversation.olderBefore === null;
  const canTalk = conversation.messages.length + conversation.choices.length > 0;
  return [
    review?.decision ? { href: '#decision', label: 'Decision' } : null,
    page.answer === null ? null : { href: '#answer', label: 'Answer' },
    review === null ? null : { href: '#deliveries', label: 'Information for HFS' },
    review === null || review.questions.length === 0 ? null : { href: '#hfs-questions', label: 'Questions of HFS', count: review.questions.length },
    canTalk ? { href: '#messages', label: 'Messages', count: isWhole ? conversation.messages.length : undefined } : null,
    page.fines.length === 0 ? null : { href: '#fines', label: page.fines.length === 1 ? 'Fine' : 'Fines' },
    { href: '#case', label: 'Complaint' },
    claims === null ? null : { href: '#claims', label: 'Claims', count: claims.count },
    files.length === 0 ? null : { href: '#files', label: 'Files', count: files.length },
    requests.contacts.length === 0 ? null : { href: '#contacts', label: 'Contact log', count: requests.contacts.length },
    mail === null || mail.length === 0 ? null : { href: '#mail', label: 'E-mails' },
    { href: '#history', label: 'History' },
    page.dates.length === 0 ? null : { href: '#dates', label: 'All dates', aside: true },
  ];
}

/** The parts of a ticket as links, so that a long case stays one glance wide. */
export function OnThisPage({ page, hasActs }: { page: TicketPage; hasActs?: boolean }) {
  const acts: Part[] = hasActs ? [{ href: '#acts', label: 'What you can do', aside: true }] : [];
  const parts = [...acts, ...partsOf(page).filter((part) => part !== null)];
  return (
    <nav aria-label="On this page" className="border-y border-line py-1 print:hidden">
      <ul className="flex flex-wrap gap-x-5">
        {parts.map(({ href, label, count, aside }) => (
          <li key={href} className={aside ? 'lg:hidden' : undefined}>
            <a className="inline-flex items-center gap-1.5 min-h-11 lg:min-h-9" href={href}>
              {label}
              {count !== undefined && count > 0 && <span className="text-ink-soft num">{count.toLocaleString('en-US')}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

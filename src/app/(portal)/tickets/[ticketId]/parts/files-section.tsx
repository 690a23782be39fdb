import { kindFacts } from '@/domain/tickets/files';
import type { TicketFile, TicketPage } from '@/server/queries/get-ticket-page';
import { formatChicagoInstant } from '@/shared/chicago';
import { Section } from '@/ui/section';
import { FileList, type FileView } from '@/ui/ticket/file-list';

/** A file as the list shows it, with the addresses under its ticket. */
export function fileView(ticketId: string, file: TicketFile): FileView {
  const { id, name, kind, bytes, state, fault } = file;
  const { name: kindName, isViewable } = kindFacts(kind);
  const href = `/tickets/${ticketId}/files/${id}`;
  return { id, name, kindName, bytes, state, isDamaged: fault !== null, href, viewHref: isViewable ? `${href}?view` : null };
}

/** The files that one event holds, for the place where the page tells of that event. */
export function EventFiles({ page, seq, className }: { page: Pick<TicketPage, 'ticketId' | 'files'>; seq: number; className?: string }) {
  const files = page.files.filter((f) => f.seq === seq);
  return files.length === 0 ? null : (
    <div className={className}>
      <FileList files={files.map((f) => fileView(page.ticketId, f))} label="Files" />
    </div>
  );
}

/** All files of the ticket that its reader may see, by the act that they came with. */
export function FilesSection({ page }: { page: Pick<TicketPage, 'ticketId' | 'files'> }) {
  if (page.files.length === 0) return null;
  return (
    <Section id="files" title="Files">
      <div className="grid gap-5">
        {[...Map.groupBy(page.files, (f) => f.seq)].map(([seq, files]) => (
          <div key={seq}>
            <h3 className="text-base font-semibold text-ink">{files[0]?.event}</h3>
            <p className="text-ink-soft mb-1">
              {files[0]?.by}, {formatChicagoInstant(files[0]?.at ?? new Date(0))}
            </p>
            <FileList files={files.map((f) => fileView(page.ticketId, f))} label={`Files: ${files[0]?.event ?? ''}`} />
          </div>
        ))}
      </div>
    </Section>
  );
}

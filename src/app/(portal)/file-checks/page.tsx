import type { Metadata } from 'next';
import { sizeWords } from '@/domain/tickets/files';
import { requireActor } from '@/server/auth/require-actor';
import { getFileChecks, type CheckedFile } from '@/server/queries/get-file-checks';
import { AppLink } from '@/ui/app-link';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { PageTitle } from '@/ui/frame/page-title';
import { Notice } from '@/ui/notice';
import { StatusTag } from '@/ui/status-tag';
import { DataTable } from '@/ui/table/data-table';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { WrapWide } from '@/ui/wrap';
import { AdministrationTabs } from '../administration-tabs';

export const metadata: Metadata = { title: 'File checks' };

const TROUBLE: Record<CheckedFile['trouble'], { tag: string; tone: 'late' | 'soon'; words: string }> = {
  infected: { tag: 'Refused', tone: 'late', words: 'The virus scanner found something in it. Its content was deleted, and whoever uploaded it was told.' },
  gone: { tag: 'Gone', tone: 'late', words: 'Its content is missing from the store. Put it back from a copy; it is whole again once it was read.' },
  changed: { tag: 'Changed', tone: 'late', words: 'What is stored is not what came. Nobody can open it. Put it back from a copy.' },
  held: { tag: 'Waiting', tone: 'soon', words: 'The virus scanner has given no judgement for an hour. It is asked again by itself.' },
};

function Scanner({ hasScanner }: { hasScanner: boolean }) {
  return hasScanner ? (
    <Notice tone="success" title="Files are checked for viruses">
      Each file is held until the scanner found it clean. What it refuses stands below.
    </Notice>
  ) : (
    <Notice tone="warn" title="Files are not checked for viruses">
      This site has no virus scanner, so every file is marked “not scanned for viruses”. Whoever runs the site sets one up (CLAMD_HOST).
    </Notice>
  );
}

function Files({ files }: { files: readonly CheckedFile[] }) {
  return (
    <DataTable label="Files that need a look, the newest first" stack>
      <TableHead columns={[{ label: 'File' }, { label: 'State' }, { label: 'Since' }, { label: 'Ticket' }, { label: 'Uploaded by' }]} />
      <TableBody>
        {files.map((file) => {
          const { tag, tone, words } = TROUBLE[file.trouble];
          return (
            <Row key={file.id}>
              <RowHead sub={words}>
                <span className="wrap-anywhere" dir="auto">
                  {file.name}
                </span>
              </RowHead>
              <Cell label="State">
                <StatusTag tone={tone}>{tag}</StatusTag>
              </Cell>
              <Cell label="Since">
                <ChicagoInstant at={file.since} short />
              </Cell>
              <Cell label="Ticket">{file.ticket === null ? 'Not sent' : <AppLink href={`/tickets/${file.ticket.id}#files`}>{file.ticket.number}</AppLink>}</Cell>
              <Cell label="Uploaded by">{file.by}</Cell>
            </Row>
          );
        })}
      </TableBody>
    </DataTable>
  );
}

/** Whether files are scanned, and every file that was refused, is damaged or waits too long. */
export default async function FileChecksPage() {
  const actor = await requireActor('portal_team', 'administration');
  const { hasScanner, limits, files, isMore } = await getFileChecks(actor);
  return (
    <WrapWide className={actor.role === 'administration' ? 'pt-4' : 'pt-6'}>
      {actor.role === 'administration' && <AdministrationTabs current="/file-checks" />}
      <PageTitle title="File checks" />
      <p className="mt-3 max-w-[44rem]">
        One file can have up to {sizeWords(limits.fileBytes)}, all files of a ticket together up to {sizeWords(limits.ticketBytes)}. The content of each is compared with its recorded sum whenever somebody opens it.
      </p>
      <div className="mt-5 max-w-[44rem]">
        <Scanner hasScanner={hasScanner} />
      </div>
      <div className="mt-8">{files.length === 0 ? <p>No file was refused, is damaged or waits for its check.</p> : <Files files={files} />}</div>
      {isMore && <p className="mt-4">Only the newest {files.length} are shown.</p>}
    </WrapWide>
  );
}

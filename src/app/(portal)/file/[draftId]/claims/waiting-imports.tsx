import type { DraftView } from '@/server/queries/get-draft';
import { ButtonLink } from '@/ui/button';
import { Downloads } from '@/ui/download-link';
import { Icon } from '@/ui/icon';
import { joinClasses } from '@/ui/join-classes';
import { importHref, previewHref } from './import/import-address';

const linesWords = (n: number) => (n === 1 ? '1 line waits' : `${n.toLocaleString('en-US')} lines wait`);

/** Files whose lines are not in the complaint yet; nothing where there is none. */
export function WaitingImports({ view, className }: { view: DraftView; className?: string }) {
  if (view.imports.length === 0) return null;
  return (
    <ul className={joinClasses('grid gap-3', className)} aria-label="Files that wait">
      {view.imports.map((file) => (
        <li key={file.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border border-line rounded-panel bg-wash px-5 py-3">
          <div className="flex gap-3 min-w-0">
            <Icon name="file-spreadsheet" className="mt-0.5 text-navy" />
            <p className="min-w-0">
              <b className="wrap-anywhere">{file.fileName}</b>
              <br />
              {linesWords(file.lines)}: not in your complaint yet
            </p>
          </div>
          <ButtonLink variant="secondary" size="small" href={previewHref(view.id, file.id)}>
            Check and add<span className="sr-only"> the lines of {file.fileName}</span>
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

/** The way to many lines at once, above the lines that are typed. */
export function ImportOffer({ view }: { view: DraftView }) {
  return (
    <div className="grid gap-3 mt-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border border-line rounded-panel bg-wash px-5 py-3">
        <div className="flex gap-3 min-w-0">
          <Icon name="file-spreadsheet" className="mt-0.5 text-navy" />
          <p>
            <b>Many claims?</b> Import them from a spreadsheet.
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Downloads label="Template" what="template for claim lines" hrefOf={(format) => `/file/template/${format}`} />
          <ButtonLink variant="secondary" size="small" href={importHref(view.id)}>
            Import a file
          </ButtonLink>
        </div>
      </div>
      <WaitingImports view={view} />
    </div>
  );
}

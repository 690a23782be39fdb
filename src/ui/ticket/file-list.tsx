import { sizeWords, type FileState } from '@/domain/tickets/files';
import { Icon } from '@/ui/icon';

/** A file of a ticket as its reader may use it. */
export type FileView = {
  id: string;
  name: string;
  kindName: string;
  bytes: number;
  state: FileState;
  /** Its bytes are gone, or are not those that came. */
  isDamaged: boolean;
  /** The download. */
  href: string;
  /** To look at it without a download; null for kinds that browsers do not show. */
  viewHref: string | null;
  /** "Kestrel Park, Oct 15, 2026" */
  by?: string;
};

function problemOf({ state, isDamaged }: FileView): string | null {
  if (state === 'infected') return 'Refused: the virus scanner found something in it. Its content was deleted.';
  return isDamaged ? 'Damaged: what is stored is not what came. The Portal Team can see this and looks into it.' : null;
}

const STATE_WORDS: Partial<Record<FileState, string>> = { held: 'being checked for viruses, open in a moment', not_scanned: 'not scanned for viruses' };

function FileLine({ file }: { file: FileView }) {
  const problem = problemOf(file);
  const isOpen = problem === null && file.state !== 'held';
  const note = [file.kindName, sizeWords(file.bytes), STATE_WORDS[file.state], file.by].filter(Boolean).join(', ');
  return (
    <li className="flex gap-3 py-2 border-b border-line last:border-b-0">
      <Icon name={problem === null ? 'file-text' : 'circle-alert'} className={problem === null ? 'mt-1 text-ink-soft' : 'mt-1 text-late'} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          {isOpen ? (
            // NB: no AppLink, which would load the file once more as if it were a page.
            <a href={file.href} className="font-semibold wrap-anywhere inline-flex items-center min-h-6" dir="auto" download>
              {file.name}
            </a>
          ) : (
            <span className="font-semibold wrap-anywhere" dir="auto">
              {file.name}
            </span>
          )}
          {isOpen && file.viewHref !== null && (
            <a href={file.viewHref} rel="external" className="inline-flex items-center min-h-6 print:hidden">
              View<span className="sr-only"> {file.name}</span>
            </a>
          )}
        </p>
        <p className="text-ink-soft">{note}</p>
        {problem !== null && <p className="text-late font-semibold">{problem}</p>}
      </div>
    </li>
  );
}

/** The files of an act or of a whole ticket: each to download, pictures and PDFs to look at in place. */
export function FileList({ files, label }: { files: readonly FileView[]; label: string }) {
  if (files.length === 0) return null;
  return (
    <ul aria-label={label} className="border-y border-line">
      {files.map((file) => (
        <FileLine key={file.id} file={file} />
      ))}
    </ul>
  );
}

'use client';

import { sizeWords } from '@/domain/tickets/files';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { FILES_FRAME, UPLOAD_PATH, type WaitingFile } from './files-frame';
import type { Upload } from './upload-queue';

const STATE_WORDS: Record<WaitingFile['state'], string> = {
  storing: 'on its way',
  held: 'waits for the virus check',
  clean: 'checked for viruses',
  not_scanned: 'not scanned for viruses',
  infected: 'refused: the virus scanner found something in it',
};

const ROW = 'flex flex-wrap items-center gap-x-4 gap-y-1 py-2 border-b border-line last:border-b-0';

/** A file that is kept: what it is, and the way to take it out again. Without script the button loads the page anew. */
export function SavedFile({ file, onRemove }: { file: WaitingFile; onRemove: (() => void) | null }) {
  const button = onRemove === null ? ({ type: 'submit', name: FILES_FRAME.remove, value: file.id, formAction: UPLOAD_PATH, formEncType: 'multipart/form-data' } as const) : ({ type: 'button', onClick: onRemove } as const);
  return (
    <li className={ROW}>
      <Icon name={file.state === 'infected' ? 'circle-alert' : 'file-text'} className={file.state === 'infected' ? 'text-late' : 'text-ink-soft'} />
      <span className="min-w-0 flex-1 basis-48">
        <span className="font-semibold wrap-anywhere" dir="auto">
          {file.name}
        </span>
        <span className={file.state === 'infected' ? 'block text-late font-semibold' : 'block text-ink-soft'}>
          {file.kindName}, {sizeWords(file.bytes)}, {STATE_WORDS[file.state]}
        </span>
      </span>
      <Button {...button} variant="quiet" size="small">
        Remove<span className="sr-only"> {file.name}</span>
      </Button>
    </li>
  );
}

function Progress({ upload }: { upload: Upload }) {
  if (upload.state === 'waiting') return <span className="block text-ink-soft">Waits for its turn</span>;
  return (
    <span className="flex items-center gap-3 text-ink-soft">
      <progress className="h-2 w-40 max-w-full accent-action" max={100} value={upload.percent} aria-label={`Upload of ${upload.file.name}`} />
      {upload.percent < 100 ? `${upload.percent}%` : 'Being checked…'}
    </span>
  );
}

/** A file that is on its way, or that did not get there. */
export function UploadEntry({ upload, onRetry, onDismiss }: { upload: Upload; onRetry: () => void; onDismiss: () => void }) {
  const { file, state, message } = upload;
  const isOver = state === 'failed' || state === 'refused';
  return (
    <li className={ROW}>
      <Icon name={isOver ? 'circle-alert' : 'arrow-up'} className={isOver ? 'text-late' : 'text-ink-soft'} />
      <span className="min-w-0 flex-1 basis-48">
        <span className="font-semibold wrap-anywhere" dir="auto">
          {file.name}
        </span>
        {isOver ? <span className="block text-late font-semibold">Not added. {message}</span> : <Progress upload={upload} />}
      </span>
      {state === 'failed' && (
        <Button type="button" variant="quiet" size="small" onClick={onRetry}>
          Try again<span className="sr-only"> to add {file.name}</span>
        </Button>
      )}
      {isOver && (
        <Button type="button" variant="quiet" size="small" onClick={onDismiss}>
          Hide<span className="sr-only"> {file.name}</span>
        </Button>
      )}
    </li>
  );
}

'use client';

import { useEffect, useRef, useState, useSyncExternalStore, type ChangeEvent, type DragEvent, type ReactNode, type RefObject } from 'react';
import { ACCEPTED_EXTENSIONS, KINDS_IN_WORDS, sizeWords } from '@/domain/tickets/files';
import { Button } from '@/ui/button';
import { joinClasses } from '@/ui/join-classes';
import { useHasScript } from '@/ui/use-has-script';
import { FieldErrorText, FieldHint, Optional } from './field-parts';
import { SavedFile, UploadEntry } from './file-entry';
import { FILES_FRAME, UPLOAD_PATH, type FormFiles } from './files-frame';
import { useField } from './form-context';
import { UploadQueue } from './upload-queue';

type FilesFieldProps = {
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  /** From `formFiles`. */
  files: FormFiles;
  /** The form names the files that it attaches; not where the server keeps a draft that holds them. */
  sendsIds?: boolean;
  className?: string;
};

/** A form that is sent while a file is on its way would leave it behind: it waits, and says so. */
function useHoldWhileBusy(isBusy: boolean, say: (text: string) => void) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!isBusy || !form) return undefined;
    const hold = (e: SubmitEvent) => {
      e.preventDefault();
      e.stopImmediatePropagation();
      say('A file is still on its way. Wait until it was added, then send the form.');
    };
    form.addEventListener('submit', hold, true);
    return () => form.removeEventListener('submit', hold, true);
  }, [isBusy, say]);
  return place;
}

function dropsInto(add: (files: readonly File[]) => void) {
  return {
    onDragOver: (e: DragEvent) => e.preventDefault(),
    onDrop: (e: DragEvent) => {
      e.preventDefault();
      add([...e.dataTransfer.files]);
    },
  };
}

/** What was chosen before the page's script ran is not forgotten. */
function useChosenEarly(add: (files: readonly File[]) => void) {
  const input = useRef<HTMLInputElement>(null);
  const first = useRef(add);
  useEffect(() => {
    const early = [...(input.current?.files ?? [])];
    if (early.length === 0) return;
    first.current(early);
    if (input.current) input.current.value = '';
  }, []);
  return input;
}

type ChooserProps = { input: RefObject<HTMLInputElement | null>; onChosen: ((files: readonly File[]) => void) | null };

/** The browser's own chooser. Without script a button beside it uploads what was chosen and keeps what was typed. */
function Chooser({ input, onChosen }: ChooserProps) {
  const field = useField('files');
  const choose = (e: ChangeEvent<HTMLInputElement>) => {
    onChosen?.([...(e.target.files ?? [])]);
    e.target.value = '';
  };
  return (
    <div className="flex flex-wrap items-center gap-3 mt-1">
      <input
        ref={input}
        id={field.id}
        type="file"
        multiple
        accept={ACCEPTED_EXTENSIONS}
        {...(onChosen === null ? { name: FILES_FRAME.chosen } : { onChange: choose })}
        aria-describedby={joinClasses(field.hintId, field.error && field.errorId)}
        aria-invalid={field.error === undefined ? undefined : true}
        className="max-w-full min-h-11 file:mr-3 file:min-h-11 file:px-4 file:rounded-field file:border file:border-solid file:border-line-strong file:bg-white file:font-semibold file:text-ink hover:file:bg-wash file:cursor-pointer"
      />
      {onChosen === null && (
        <Button type="submit" variant="secondary" formAction={UPLOAD_PATH} formEncType="multipart/form-data" formMethod="post">
          Upload
        </Button>
      )}
    </div>
  );
}

/** Which act of what the files are for, and which of them the form attaches. */
function Frame({ files, ids }: { files: FormFiles; ids: readonly string[] }) {
  return (
    <>
      <input type="hidden" name={FILES_FRAME.place} value={files.place} />
      <input type="hidden" name={FILES_FRAME.key} value={files.uploadKey} />
      <input type="hidden" name={FILES_FRAME.back} value={files.back} />
      {ids.map((id) => (
        <input key={id} type="hidden" name="files" value={id} />
      ))}
    </>
  );
}

/** Adds files to a form: with script each is sent as soon as it is chosen; kept by the server, none is lost by an error. */
export function FilesField({ label, hint, optional, files, sendsIds = true, className }: FilesFieldProps) {
  const field = useField('files');
  const hasScript = useHasScript();
  const [queue] = useState(() => new UploadQueue(files));
  const { saved, uploads, news } = useSyncExternalStore(queue.subscribe, queue.state, queue.state);
  const isBusy = uploads.some((u) => u.state === 'waiting' || u.state === 'sending');
  const { add, retry, dismiss, remove, look } = queue;
  // Which of them is not there any more, or was refused meanwhile, shows beside the error that says so.
  useEffect(() => {
    if (field.error !== undefined) void look();
  }, [field.error, look]);
  const [held, setHeld] = useState('');
  const place = useHoldWhileBusy(isBusy, setHeld);
  const input = useChosenEarly(add);
  const shown = hasScript ? saved : files.waiting;
  const thenBack = (act: () => void) => () => {
    act();
    input.current?.focus();
  };
  return (
    <div ref={place} className={className} {...(hasScript && dropsInto(add))}>
      <Frame files={files} ids={sendsIds ? shown.filter((f) => f.state !== 'infected').map((f) => f.id) : []} />
      <label htmlFor={field.id} className="block font-semibold">
        {label}
        {optional && <Optional />}
      </label>
      <FieldHint id={field.hintId}>
        {hint && <span className="block">{hint}</span>}
        {KINDS_IN_WORDS}; up to {sizeWords(files.limits.fileBytes)} each.
      </FieldHint>
      {field.error && <FieldErrorText id={field.errorId} message={field.error} />}
      <Chooser input={input} onChosen={hasScript ? add : null} />
      {(shown.length > 0 || uploads.length > 0) && (
        <ul className="mt-2 border-t border-line" aria-label={`${label}: added`}>
          {shown.map((f) => <SavedFile key={f.id} file={f} onRemove={hasScript ? thenBack(() => void remove(f)) : null} />)}
          {uploads.map((u) => <UploadEntry key={`u${u.key}`} upload={u} onRetry={thenBack(() => retry(u.key))} onDismiss={thenBack(() => dismiss(u.key))} />)}
        </ul>
      )}
      {isBusy && held !== '' && <p className="mt-2 font-semibold text-late">{held}</p>}
      <p className="sr-only" role="status">
        {isBusy && held !== '' ? held : news}
      </p>
    </div>
  );
}

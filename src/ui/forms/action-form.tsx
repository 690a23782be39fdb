'use client';

import { useActionState, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { joinClasses } from '@/ui/join-classes';
import { DraftNote } from './draft-button';
import { DRAFT_SEEN, type ShownDraft } from './draft-frame';
import { FormContext } from './form-context';
import { FormOutcome } from './form-outcome';
import { keptSince } from './kept-drafts';
import { IDLE, type FormAction, type FormState } from './form-state';
import { useDraft } from './use-draft';
import { useTypedSince } from './use-typed-since';

type ActionFormProps = {
  /** A server action; it works before and without script. */
  action: FormAction;
  children: ReactNode;
  className?: string;
  /** For what belongs to the form but stands outside of it, such as `BulkBar`’s button. */
  id?: string;
  /** Starts every id in the form; needed where a page has two forms. */
  prefix?: string;
  /** Names the form for assistive technology, where no heading does. */
  label?: string;
  labelledBy?: string;
  /** What the form shows before it was sent: the errors of a draft that was kept as it was typed. */
  initial?: FormState;
  /** The page puts `FormOutcome` itself, such as right under its title. */
  placesOutcome?: boolean;
  /** Its action keeps it as a draft: done while it is written, and by `DraftButton`. */
  draft?: ShownDraft;
};

/** A form around a server action: keeps what was typed, also while it was on its way, shows errors in a summary and beside the fields. */
export function ActionForm({ action, children, className, id, prefix = 'f', label, labelledBy, placesOutcome, draft, initial = IDLE }: ActionFormProps) {
  const [state, formAction] = useActionState(action, keptSince(draft?.page) ?? initial);
  const scope = useMemo(() => ({ state, prefix }), [state, prefix]);
  const form = useRef<HTMLFormElement>(null);
  useTypedSince(form, state);
  const draftNote = useDraft(form, action, state, draft?.page);
  useErrorTitle(state.status === 'error');
  return (
    <FormContext value={scope}>
      <form ref={form} id={id} action={formAction} className={joinClasses('print:hidden', className)} aria-label={label} aria-labelledby={labelledBy} noValidate>
        {draft !== undefined && <input type="hidden" name={DRAFT_SEEN} value={draft.seen} />}
        {!placesOutcome && <FormOutcome className="mb-6" />}
        <DraftNote value={draftNote}>{children}</DraftNote>
      </form>
    </FormContext>
  );
}

const MARK = 'Error: ';

/**
 * "Error: " before the page's title, so that it is the first thing that is read out. NB: a page reached by a link has its
 * title a moment later than its form, and the form may go after the next page's title came: no title is put back.
 */
function useErrorTitle(isError: boolean): void {
  useEffect(() => {
    if (!isError) return undefined;
    const mark = () => {
      if (document.title !== '' && !document.title.startsWith(MARK)) document.title = MARK + document.title;
    };
    mark();
    const watch = new MutationObserver(mark);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      watch.disconnect();
      if (document.title.startsWith(MARK)) document.title = document.title.slice(MARK.length);
    };
  }, [isError]);
}

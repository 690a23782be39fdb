'use client';

import { useEffect, useState, type RefObject } from 'react';
import { KEEP_INTENT } from './draft-frame';
import { forgetKept, rememberKept } from './kept-drafts';
import { IDLE, type FormAction, type FormState } from './form-state';

/** So long after the last change. */
const DELAY_MS = 1500;
const NOT_KEPT = 'The draft could not be saved. What you typed is still here.';

function noteOf(state: FormState): string {
  switch (state.status) {
    case 'idle':
      return '';
    case 'saved':
      return state.message;
    case 'error':
      return state.errors[0]?.message ?? state.notes?.[0] ?? NOT_KEPT;
  }
}

/** The form's fields without its files, which are kept by themselves. */
function fieldsOf(form: HTMLFormElement): FormData {
  const fields = new FormData();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
  fields.set(KEEP_INTENT.name, KEEP_INTENT.value);
  return fields;
}

/** Keeps the form by its own action while it is being written, and what is left when its reader goes; tells how it went. */
export function useDraft(form: RefObject<HTMLFormElement | null>, action: FormAction, state: FormState, page: string | undefined): string {
  const [note, setNote] = useState('');
  useEffect(() => {
    const element = form.current;
    if (page === undefined || element === null) return undefined;
    rememberKept(page, state);
    let timer: ReturnType<typeof setTimeout> | null = null;
    const cancel = () => {
      if (timer !== null) clearTimeout(timer);
      const wasDue = timer !== null;
      timer = null;
      return wasDue;
    };
    const save = () => {
      timer = null;
      action(IDLE, fieldsOf(element)).then((kept) => {
        rememberKept(page, kept);
        setNote(noteOf(kept));
      }, () => setNote(NOT_KEPT));
    };
    const onInput = () => {
      cancel();
      timer = setTimeout(save, DELAY_MS);
    };
    const onSubmit = () => {
      cancel();
      forgetKept(page);
    };
    const onHide = () => {
      if (document.visibilityState === 'hidden' && cancel()) save();
    };
    // A form that was sent and came back is kept as it is now.
    if (state.status === 'error') onInput();
    element.addEventListener('input', onInput);
    element.addEventListener('submit', onSubmit);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      element.removeEventListener('input', onInput);
      element.removeEventListener('submit', onSubmit);
      document.removeEventListener('visibilitychange', onHide);
      if (cancel()) save();
    };
  }, [form, action, state, page]);
  return note;
}

'use client';

import { useEffect, useRef, useState, type RefObject } from 'react';
import { KEEP_INTENT } from './draft-frame';
import { forgetKept, rememberKept } from './kept-drafts';
import { IDLE, type FormAction, type FormState } from './form-state';
import { saveWhenTyped } from './save-when-typed';

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
  const shown = useRef(state);
  // A page that is loaded anew under its form shows what was kept by then: only what is kept after that is remembered for it.
  const latest = useRef(page);
  useEffect(() => {
    latest.current = page;
    if (state === shown.current) return;
    shown.current = state;
    rememberKept(page, state);
  }, [state, page]);
  const isKept = page !== undefined;
  useEffect(() => {
    const element = form.current;
    if (!isKept || element === null) return undefined;
    const save = () => {
      action(IDLE, fieldsOf(element)).then((kept) => {
        rememberKept(latest.current, kept);
        setNote(noteOf(kept));
      }, () => setNote(NOT_KEPT));
    };
    // A form that was sent and came back is kept as it is now.
    return saveWhenTyped(element, { save, onSubmit: () => forgetKept(latest.current), isChanged: state.status === 'error' });
  }, [form, action, state, isKept]);
  return note;
}

'use client';

import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isChecked = (control: Control): control is HTMLInputElement => control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');

function controlOf(target: EventTarget | null): Control | null {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return target;
  // A file cannot be chosen by script.
  return target instanceof HTMLInputElement && target.type !== 'file' && target.type !== 'hidden' ? target : null;
}

/** Which control it is, also when another one stands in its place: boxes and choices share a name. */
function keyOf(control: Control): string {
  return isChecked(control) ? `${control.name}\n${control.value}` : control.name;
}

const typedIn = (control: Control): string | boolean => (isChecked(control) ? control.checked : control.value);

function putBack(control: Control, typed: string | boolean): void {
  if (typedIn(control) === typed) return;
  if (isChecked(control)) control.checked = typed === true;
  else control.value = String(typed);
  // Whatever counts characters or boxes hears of it.
  for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }));
}

/**
 * Keeps what is typed while a form is on its way. When its action comes back, the form is reset to what was sent; what
 * was typed after that goes over it again.
 */
export function useTypedSince(form: RefObject<HTMLFormElement | null>, state: unknown): void {
  const typed = useRef<Map<string, string | boolean> | null>(null);
  useEffect(() => {
    const element = form.current;
    if (element === null) return undefined;
    const onSubmit = () => {
      typed.current = new Map();
    };
    const onInput = ({ target }: Event) => {
      const control = controlOf(target);
      if (typed.current === null || control === null || control.form !== element) return;
      typed.current.set(keyOf(control), typedIn(control));
    };
    element.addEventListener('submit', onSubmit);
    // What belongs to the form may stand outside of it.
    document.addEventListener('input', onInput);
    return () => {
      element.removeEventListener('submit', onSubmit);
      document.removeEventListener('input', onInput);
    };
  }, [form]);
  // NB: the reset comes before this, in the same commit.
  useLayoutEffect(() => {
    const kept = typed.current;
    typed.current = null;
    if (kept === null || form.current === null) return;
    for (const element of form.current.elements) {
      const control = controlOf(element);
      const value = control === null ? undefined : kept.get(keyOf(control));
      if (control !== null && value !== undefined) putBack(control, value);
    }
  }, [form, state]);
}

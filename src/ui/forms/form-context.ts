'use client';

import { createContext, useContext } from 'react';
import { fieldId } from './field-id';
import { IDLE, type FormState } from './form-state';

type FormScope = { state: FormState; /** Keeps ids apart where a page has two forms. */ prefix: string };

export const FormContext = createContext<FormScope>({ state: IDLE, prefix: 'f' });

export function useFormScope(): FormScope {
  return useContext(FormContext);
}

export type FieldBinding = {
  id: string;
  hintId: string;
  errorId: string;
  error: string | undefined;
  /** What was typed when the form came back, else undefined: then the page's own default stands. */
  typed: string | string[] | undefined;
  /** The form came back with values: a box that is not among them was not checked. */
  cameBack: boolean;
};

/** What a field shows: its ids, its error and what was typed before. */
export function useField(name: string): FieldBinding {
  const { state, prefix } = useFormScope();
  const values = state.status === 'idle' ? undefined : state.values;
  const id = fieldId(name, prefix);
  return {
    id,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    error: state.status === 'error' ? state.errors.find((issue) => issue.field === name)?.message : undefined,
    typed: values?.[name],
    cameBack: values !== undefined,
  };
}

export function firstText(typed: string | string[] | undefined): string | undefined {
  return Array.isArray(typed) ? typed[0] : typed;
}

/** The value of `aria-describedby` for the parts that are there. */
export function describedBy(field: FieldBinding, hint: unknown, ...others: (string | undefined)[]): string | undefined {
  return [hint ? field.hintId : undefined, field.error ? field.errorId : undefined, ...others].filter(Boolean).join(' ') || undefined;
}

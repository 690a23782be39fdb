'use client';

import type { ReactNode } from 'react';
import { useField } from './form-context';

type FieldOnceAskedProps = { /** The field that is asked. */ name: string; /** The field whose error asks for it. */ of: string; children: ReactNode };

/** A field that only some answers need: there once the error of another one asks for it, and as long as it is answered. */
export function FieldOnceAsked({ name, of, children }: FieldOnceAskedProps) {
  const other = useField(of);
  const own = useField(name);
  return other.error !== undefined || own.typed !== undefined ? children : null;
}

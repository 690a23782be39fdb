'use client';

import type { ReactNode } from 'react';
import { useFormScope } from './form-context';

type FormOnceSentProps = { otherwise: ReactNode; children: ReactNode };

/** What a form holds once it was sent and came back; before that, something else stands in its place. */
export function FormOnceSent({ otherwise, children }: FormOnceSentProps) {
  return useFormScope().state.status === 'idle' ? otherwise : children;
}

'use client';

import type { ReactNode } from 'react';
import { useFormScope } from './form-context';

type FormOnceSentProps = { /** Why it cannot be sent. */ closed: ReactNode; children: ReactNode };

/** A form that cannot be sent any more: what it holds is shown only where something was typed. Its error, if it has one, says why by itself. */
export function FormOnceSent({ closed, children }: FormOnceSentProps) {
  const { status } = useFormScope().state;
  return (
    <>
      {status !== 'error' && closed}
      {status !== 'idle' && children}
    </>
  );
}

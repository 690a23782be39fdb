'use client';

import type { ReactNode } from 'react';
import { Disclosure } from '@/ui/disclosure';
import { useFormScope } from './form-context';

type FormDisclosureProps = { summary: ReactNode; children: ReactNode; className?: string; bodyClassName?: string };

/** The fields of the form around it, opened by whoever wants to fill them in, and open when the form came back, or holds a draft. */
export function FormDisclosure({ summary, children, className, bodyClassName }: FormDisclosureProps) {
  const { state } = useFormScope();
  return (
    <Disclosure summary={summary} open={state.status !== 'idle'} className={className} bodyClassName={bodyClassName}>
      {children}
    </Disclosure>
  );
}

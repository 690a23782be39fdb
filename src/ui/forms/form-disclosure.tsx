'use client';

import type { ComponentProps } from 'react';
import { Disclosure } from '@/ui/disclosure';
import { useFormScope } from './form-context';

type FormDisclosureProps = Omit<ComponentProps<typeof Disclosure>, 'open'>;

/** The fields of the form around it, opened by whoever wants to fill them in, and open when the form came back, or holds a draft. */
export function FormDisclosure(props: FormDisclosureProps) {
  const { state } = useFormScope();
  return <Disclosure {...props} open={state.status !== 'idle'} />;
}

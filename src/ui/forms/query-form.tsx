'use client';

import { useMemo, type ReactNode } from 'react';
import { ErrorSummary } from './error-summary';
import { FormContext } from './form-context';
import type { FormIssue, FormValues } from './form-state';

type QueryFormProps = {
  /** The address that answers; what is asked travels in it, so it can be kept and shared. */
  action: string;
  label: string;
  /** What was asked last, with what was wrong with it. */
  values?: FormValues;
  errors?: readonly FormIssue[];
  prefix?: string;
  className?: string;
  children: ReactNode;
};

/** A question whose answer changes nothing: a plain GET form that works without script and keeps what was typed. */
export function QueryForm({ action, label, values, errors = [], prefix = 'q', className, children }: QueryFormProps) {
  const scope = useMemo(
    () => ({ prefix, state: values === undefined ? ({ status: 'idle' } as const) : ({ status: 'error', title: '', errors, values } as const) }),
    [prefix, values, errors],
  );
  return (
    <FormContext value={scope}>
      <form method="get" action={action} aria-label={label} className={className} noValidate>
        {errors.length > 0 && <ErrorSummary title={errors.length === 1 ? 'There is a problem' : 'There are problems'} notes={[]} errors={errors} prefix={prefix} />}
        {children}
      </form>
    </FormContext>
  );
}

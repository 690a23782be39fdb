'use client';

import { Notice } from '@/ui/notice';
import { ErrorSummary } from './error-summary';
import { useFormScope } from './form-context';

/** The error summary or the "saved" message of the form around it; nothing before the form was sent. */
export function FormOutcome({ className }: { className?: string }) {
  const { state, prefix } = useFormScope();
  if (state.status === 'idle') return null;
  return (
    <div className={className}>
      {state.status === 'error' ? (
        <ErrorSummary title={state.title} notes={state.notes} errors={state.errors} prefix={prefix} />
      ) : (
        <Notice tone="success" announce>
          <p className="font-semibold">{state.message}</p>
        </Notice>
      )}
    </div>
  );
}

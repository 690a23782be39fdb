'use client';

import { useEffect, useRef } from 'react';
import { AppLink } from '@/ui/app-link';
import { Icon } from '@/ui/icon';
import { fieldId } from './field-id';
import type { FormIssue } from './form-state';

type ErrorSummaryProps = {
  title: string;
  notes?: readonly string[];
  errors: readonly FormIssue[];
  /** The prefix of the form's ids. */
  prefix?: string;
};

const NOTHING_LOST = ['Nothing was lost and nothing was sent.'];

/** What happened, that nothing was lost, and a link to each field. Takes the focus when it appears. */
export function ErrorSummary({ title, notes = NOTHING_LOST, errors, prefix }: ErrorSummaryProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), [errors, title]);
  return (
    <section ref={box} className="border-[3px] border-late rounded-panel p-5" role="alert" tabIndex={-1} aria-label={title}>
      <h2 className="text-h3 text-late flex gap-2">
        <Icon name="circle-alert" />
        {title}
      </h2>
      {notes.map((note) => (
        <p key={note} className="mt-2">
          {note}
        </p>
      ))}
      {errors.length > 0 && (
        <ul className="mt-3 grid gap-2">
          {errors.map((issue) => (
            <li key={`${issue.field} ${issue.message}`}>
              <AppLink className="text-late font-semibold hover:text-late" href={issue.href ?? `#${fieldId(issue.field, prefix)}`}>
                {issue.summary ?? issue.message}
              </AppLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

import type { FieldIssue } from '@/shared/domain-error';

/** What was typed, by field name; several values for check boxes of one name. */
export type FormValues = Record<string, string | string[]>;

/** `summary` replaces the message in the summary, such as "Line 3: …"; `href` leads to a field of another page. */
export type FormIssue = FieldIssue & { summary?: string; href?: string };

/** What a form shows after its action ran. Success usually redirects; `saved` is for forms that stay, such as a draft. */
export type FormState =
  | { status: 'idle' }
  | {
      status: 'error';
      /** "2 of 6 claim lines need a fix", "Someone else acted since you opened this page" */
      title: string;
      /** Sentences under the title; without them it says that nothing was lost. */
      notes?: readonly string[];
      errors: readonly FormIssue[];
      values: FormValues;
      /** The ticket's version now, so that a stale form can be sent again after it was read. */
      version?: number;
    }
  | { status: 'saved'; message: string; values?: FormValues; version?: number };

export type FormAction = (state: FormState, formData: FormData) => Promise<FormState>;

export const IDLE: FormState = { status: 'idle' };

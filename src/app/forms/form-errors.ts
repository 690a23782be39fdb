import type { DomainError, FieldIssue } from '@/shared/domain-error';
import { wordsOf } from '@/shared/domain-error';
import type { FormState } from '@/ui/forms/form-state';
import { formValues } from '@/ui/forms/form-values';

export { fieldIssues } from '@/domain/tickets/field-issues';

function titleOf(issues: readonly FieldIssue[]): string {
  return issues.length === 1 ? 'One thing needs a fix' : `${issues.length} things need a fix`;
}

/** What the form shows when a command refuses it; everything that was typed stays. */
export function formError(error: DomainError, formData: FormData, secret?: readonly string[]): FormState {
  const values = formValues(formData, secret);
  switch (error.kind) {
    case 'invalid':
      return { status: 'error', title: titleOf(error.issues), errors: error.issues, values };
    case 'stale':
      return { status: 'error', title: 'Someone else acted since you opened this page', notes: [...error.changed, 'Nothing was sent, and what you typed is still here. Load the page again to see the ticket as it is now.'], errors: [], values };
    default:
      return { status: 'error', title: 'This was not done', notes: [wordsOf(error), 'What you typed is still here.'], errors: [], values };
  }
}

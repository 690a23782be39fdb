import type { z } from 'zod';
import type { FieldIssue } from '@/shared/domain-error';

/** A schema's issues as one message per field, each named as the form names it (`claims.0.rin`). */
export function fieldIssues(error: z.ZodError): FieldIssue[] {
  const issues = new Map<string, string>();
  for (const issue of error.issues) {
    const field = issue.path.join('.');
    const message = issue.code === 'unrecognized_keys' ? 'This form has a field that does not belong to it. Load the page again.' : issue.message;
    if (!issues.has(field)) issues.set(field, message);
  }
  return [...issues].map(([field, message]) => ({ field, message }));
}

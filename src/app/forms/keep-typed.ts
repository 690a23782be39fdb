import { isDatabaseDown } from '@/server/database-down';
import type { FormState } from '@/ui/forms/form-state';
import { formError } from './form-errors';

const REASON = 'The portal cannot reach its database right now. It works again by itself as soon as the database is back: send this again in a minute. Sent twice, it counts once.';

/** Runs a form's action; when the database does not answer, the form comes back with all that was typed. */
export async function keepTyped(formData: FormData, work: () => Promise<FormState>, secret?: readonly string[]): Promise<FormState> {
  try {
    return await work();
  } catch (error) {
    // Redirects and *not found* travel as errors, too; they go on their way.
    if (!isDatabaseDown(error)) throw error;
    return formError({ kind: 'unavailable', reason: REASON }, formData, secret);
  }
}

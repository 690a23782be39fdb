import { formValues } from '@/ui/forms/form-values';
import { MORE_FOLLOWS, type BulkAction, type BulkLine, type BulkState } from './bulk-state';

export type BulkProgress = { done: number; total: number };

/** Few enough that a batch is soon done and the bar moves, many enough that the way to the server does not matter. */
const BATCH = 10;

/** What the framework throws to lead somewhere else is not a failure; a fault of the server's has a digest, too. */
function leadsElsewhere(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'digest' in error && typeof error.digest === 'string' && error.digest.startsWith('NEXT_');
}

function whole(title: string, lines: readonly BulkLine[], total: number): BulkState['outcome'] {
  const done = lines.filter((line) => line.done).length;
  return { title: title.replace(/^\d+ of \d+/, `${done} of ${total}`), lines: [...lines.filter((line) => !line.done), ...lines.filter((line) => line.done)] };
}

/** What is known when the server, or the way to it, fails half-way. The preview stays, with the key that it came with, so pressing its button again is safe. */
function brokenOff(before: BulkState, lines: readonly BulkLine[], total: number, formData: FormData): BulkState {
  return {
    form: { status: 'error', title: `This broke off after ${lines.length} of ${total}`, notes: ['What was done stays done. Press the button again: nothing is done twice.'], errors: [], values: formValues(formData) },
    preview: before.preview,
    outcome: lines.length === 0 ? null : whole(`0 of ${total} done before that`, lines, total),
  };
}

/**
 * Runs a confirmed bulk act in batches, so that its progress shows; without script the same act runs at once. One that is
 * refused does not stop the others, and a fault leaves the page with what is known.
 */
export function inBatches(action: BulkAction, report: (progress: BulkProgress | null) => void): BulkAction {
  return async (state, formData) => {
    const ready = formData.getAll('previewed');
    if (ready.length === 0 || formData.has('only') || formData.get('intent') === 'clear') return action(state, formData);
    const lines: BulkLine[] = [];
    let last: BulkState = state;
    // NB: what is told before the first wait belongs to the transition and would show at its end only.
    await Promise.resolve();
    try {
      for (let from = 0; from < ready.length; from += BATCH) {
        if (ready.length > BATCH) report({ done: from, total: ready.length });
        const batch = new FormData();
        for (const [name, value] of formData) if (name !== 'previewed') batch.append(name, value);
        for (const id of ready.slice(from, from + BATCH)) batch.append('previewed', id);
        if (from + BATCH < ready.length) batch.set(MORE_FOLLOWS, 'yes');
        last = await action(state, batch);
        if (last.outcome === null) return { ...last, outcome: lines.length === 0 ? null : whole(`0 of ${ready.length} done before that`, lines, ready.length) };
        lines.push(...last.outcome.lines);
      }
      return { ...last, outcome: last.outcome === null ? null : whole(last.outcome.title, lines, lines.length) };
    } catch (error) {
      if (leadsElsewhere(error)) throw error;
      return brokenOff(state, lines, ready.length, formData);
    } finally {
      report(null);
    }
  };
}

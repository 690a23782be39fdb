import { IDLE, type FormState } from '@/ui/forms/form-state';

/** What became of one row of a bulk act; a refusal of one does not stop the others. */
export type BulkLine = { label: string; href: string; done: boolean; /** What was done or why not, as a sentence. */ text: string };

export type BulkFact = { label: string; /** In bold before the rest. */ lead?: string; text?: string };

/** What an act that cannot be undone will bring about, shown before it is done. */
export type BulkPreview = {
  title: string;
  facts: readonly BulkFact[];
  /** Rows that were picked but for which the act is refused, each with its reason. */
  refused: readonly BulkLine[];
  /** The rows that are ready, as hidden fields: only what was shown is done. */
  ready: readonly string[];
  /** The due date that was shown, which the act holds to. */
  shownDueOn?: string;
  /** What the act needs beside the rows, as hidden fields. */
  hidden?: Readonly<Record<string, string>>;
  /** Words that the act needs, asked for beside its button. */
  note?: { name: string; label: string; hint?: string; maxCharacters: number };
  /** The button that does it; null when every row is refused. */
  act: { intent: string; label: string } | null;
};

export type BulkState = {
  /** Errors of the form itself, and what was picked. */
  form: FormState;
  preview: BulkPreview | null;
  outcome: { title: string; lines: readonly BulkLine[] } | null;
};

/** A field that says that the same act goes on with more rows: the page is drawn anew after the last ones alone. */
export const MORE_FOLLOWS = 'moreFollows';

export type BulkAction = (state: BulkState, formData: FormData) => Promise<BulkState>;

export const IDLE_BULK: BulkState = { form: IDLE, preview: null, outcome: null };

'use client';

import { createContext, useActionState, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { FormContext } from '@/ui/forms/form-context';
import { FormOutcome } from '@/ui/forms/form-outcome';
import { useHasScript } from '@/ui/use-has-script';
import { BulkOutcome } from './bulk-outcome';
import { BulkPreviewPanel } from './bulk-preview';
import { BulkProgressBar } from './bulk-progress-bar';
import { IDLE_BULK, type BulkAction } from './bulk-state';
import { inBatches, type BulkProgress } from './in-batches';

const HasPreview = createContext(false);

/** `BulkBar` gives way to the preview of what it asked for. */
export function BarSlot({ children }: { children: ReactNode }) {
  return useContext(HasPreview) ? null : children;
}

type BulkFormProps = {
  id: string;
  action: BulkAction;
  /** "Tickets to present" */
  label: string;
  /** The form's key and the table with its boxes and, in a `BarSlot`, its bar. */
  children: ReactNode;
  /** What stands in the table's place while there is no row, as after an act that took the last ones away. */
  empty?: ReactNode;
};

/**
 * A form over a table: its boxes pick rows, its bar acts on them, and each row's outcome is told. It stays on the page
 * when no row is left, or what became of the last ones would go with them. Works without script.
 */
export function BulkForm({ id, action, label, children, empty }: BulkFormProps) {
  const [progress, setProgress] = useState<BulkProgress | null>(null);
  const hasScript = useHasScript();
  const batched = useMemo(() => inBatches(action, setProgress), [action]);
  // NB: without script the form must carry the server's own action.
  const [state, formAction] = useActionState(hasScript ? batched : action, IDLE_BULK);
  const scope = useMemo(() => ({ state: state.form, prefix: id }), [state.form, id]);
  const news = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.preview !== null || state.outcome !== null) news.current?.focus();
  }, [state]);
  const isEmpty = empty !== undefined && empty !== null && empty !== false;
  const told = (
    <div ref={news} tabIndex={-1} className="outline-none">
      {state.form.status === 'error' && <FormOutcome className="mb-5" />}
      {state.outcome && <BulkOutcome {...state.outcome} />}
      {progress && <BulkProgressBar {...progress} />}
      {state.preview && !isEmpty && <BulkPreviewPanel preview={state.preview} />}
    </div>
  );
  if (isEmpty)
    return (
      <FormContext value={scope}>
        {told}
        {empty}
      </FormContext>
    );
  return (
    <FormContext value={scope}>
      <form id={id} action={formAction} aria-label={label} noValidate>
        {told}
        <HasPreview value={state.preview !== null}>{children}</HasPreview>
      </form>
    </FormContext>
  );
}

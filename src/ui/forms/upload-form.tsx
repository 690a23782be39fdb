'use client';

import { useMemo, type ReactNode } from 'react';
import { UPLOAD_PATH } from './files-frame';
import { FormContext } from './form-context';
import { FormOutcome } from './form-outcome';
import type { FormState } from './form-state';

/** A form that does nothing but add files; `initial` says what became of an upload without script. */
export function UploadForm({ initial, label, children }: { initial: FormState; label: string; children: ReactNode }) {
  const scope = useMemo(() => ({ state: initial, prefix: 'f' }), [initial]);
  return (
    <FormContext value={scope}>
      <form action={UPLOAD_PATH} method="post" encType="multipart/form-data" aria-label={label} className="print:hidden">
        <FormOutcome className="mb-6" />
        {children}
      </form>
    </FormContext>
  );
}

'use client';

import type { MouseEvent } from 'react';

/** Unpicks every row. Without script it is the form's reset, which does the same on a page that was not sent yet. */
export function ClearSelection({ formId }: { formId: string }) {
  const clear = (event: MouseEvent) => {
    event.preventDefault();
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    for (const box of form.elements) if (box instanceof HTMLInputElement && box.type === 'checkbox') box.checked = false;
    document.dispatchEvent(new Event('change'));
  };
  return (
    <button type="reset" form={formId} onClick={clear} className="ml-auto max-lg:order-1 underline underline-offset-2 font-semibold min-h-11 lg:min-h-9">
      Clear selection
    </button>
  );
}

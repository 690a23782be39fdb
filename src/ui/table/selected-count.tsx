'use client';

import { useEffect, useState } from 'react';

type SelectedCountProps = { formId: string; name: string; /** What stands there before anything is selected and without script. */ none: string };

/** "3 selected", counted while boxes named `name` of the form are checked. */
export function SelectedCount({ formId, name, none }: SelectedCountProps) {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const recount = () => setCount(document.querySelectorAll(`input[type=checkbox][name="${CSS.escape(name)}"]:checked`).length);
    // A reset changes the boxes only after its event.
    const recountAfterReset = () => setTimeout(recount);
    recount();
    document.addEventListener('change', recount);
    const form = document.getElementById(formId);
    form?.addEventListener('reset', recountAfterReset);
    return () => {
      document.removeEventListener('change', recount);
      form?.removeEventListener('reset', recountAfterReset);
    };
  }, [formId, name]);
  return <span aria-live="polite">{count > 0 ? `${count} selected` : none}</span>;
}

'use client';

import { useHasScript } from '@/ui/use-has-script';

/** Picks every row on this page. It needs script, so without it there is nothing to press. */
export function PickAll({ name, label }: { name: string; label: string }) {
  if (!useHasScript()) return null;
  const pickAll = (checked: boolean) => {
    for (const box of document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${CSS.escape(name)}"]`)) box.checked = checked;
  };
  return (
    <label className="inline-flex p-3 -m-3 cursor-pointer">
      <input type="checkbox" onChange={(event) => pickAll(event.currentTarget.checked)} />
      <span className="sr-only">{label}</span>
    </label>
  );
}

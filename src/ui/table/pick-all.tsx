'use client';

import { useEffect, useRef } from 'react';
import { useHasScript } from '@/ui/use-has-script';

function boxesOf(name: string): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${CSS.escape(name)}"]`)];
}

/** Picks every row on this page, and is checked while all of them are. It needs script, so without it there is nothing to press. */
export function PickAll({ name, label }: { name: string; label: string }) {
  const all = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // A form that was sent is reset only after its event, so the rows are looked at in the next task.
    const follow = () => setTimeout(() => {
      const boxes = boxesOf(name);
      if (all.current !== null) all.current.checked = boxes.length > 0 && boxes.every((box) => box.checked);
    });
    document.addEventListener('change', follow);
    document.addEventListener('reset', follow);
    return () => {
      document.removeEventListener('change', follow);
      document.removeEventListener('reset', follow);
    };
  }, [name]);
  // The column keeps its head for who hears it.
  if (!useHasScript()) return <span className="sr-only">Select</span>;
  const pickAll = (checked: boolean) => {
    for (const box of boxesOf(name)) box.checked = checked;
  };
  return (
    <label className="inline-flex p-3 -m-3 cursor-pointer">
      <input ref={all} type="checkbox" onChange={(event) => pickAll(event.currentTarget.checked)} />
      <span className="sr-only">{label}</span>
    </label>
  );
}

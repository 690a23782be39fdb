import type { ReactNode } from 'react';
import { Icon } from '@/ui/icon';

/** The look of every box that takes text. */
export const FIELD_CLASS =
  'w-full min-h-11 px-3 py-2 border border-line-strong rounded-field bg-white text-ink placeholder:text-ink-soft aria-invalid:border-2 aria-invalid:border-late';

/** 36 px in staff rows and filters; on a phone it stays 44. */
export const SMALL_FIELD_CLASS =
  'w-full min-h-11 lg:min-h-9 px-3 py-1 border border-line-strong rounded-field bg-white text-ink placeholder:text-ink-soft aria-invalid:border-2 aria-invalid:border-late';

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={id} className="text-ink-soft">
      {children}
    </div>
  );
}

/** Stands above the input, with an icon and a word that a screen reader says first. */
export function FieldErrorText({ id, message }: { id: string; message: string }) {
  return (
    <p id={id} className="flex gap-1.5 text-late font-semibold">
      <Icon name="circle-alert" className="mt-0.5" />
      <span>
        <span className="sr-only">Error: </span>
        {message}
      </span>
    </p>
  );
}

export function Optional() {
  return <span className="font-normal text-ink-soft"> (optional)</span>;
}

'use client';

import { useState, type ChangeEvent } from 'react';
import { FIELD_CLASS } from './field-parts';
import { describedBy, useField } from './form-context';
import { FormField, type FieldProps } from './form-field';

type FileFieldProps = Pick<FieldProps, 'name' | 'label' | 'hint' | 'className'> & {
  accept?: string;
  /** More is not even sent, since the server would cut it off without reading it; `words` say so. */
  most?: { bytes: number; words: string };
};

/** One file. `accept` only sorts what the browser offers: the server judges what came. */
export function FileField({ name, label, hint, accept, most, className }: FileFieldProps) {
  const told = useField(name);
  const [isTooLarge, setTooLarge] = useState(false);
  const field = isTooLarge ? { ...told, error: most?.words } : told;
  const look = (e: ChangeEvent<HTMLInputElement>) => {
    const isOver = most !== undefined && (e.target.files?.[0]?.size ?? 0) > most.bytes;
    setTooLarge(isOver);
    if (isOver) e.target.value = '';
  };
  return (
    <FormField {...{ field, label, hint, className }}>
      <input type="file" id={field.id} name={name} accept={accept} onChange={look} className={FIELD_CLASS} aria-invalid={field.error ? true : undefined} aria-describedby={describedBy(field, hint)} />
      <p className="sr-only" role="status">
        {isTooLarge && most?.words}
      </p>
    </FormField>
  );
}

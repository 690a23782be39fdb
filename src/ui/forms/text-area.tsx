'use client';

import { useEffect, useState } from 'react';
import { FIELD_CLASS } from './field-parts';
import { describedBy, firstText, useField } from './form-context';
import { FormField, type FieldProps } from './form-field';

type TextAreaProps = FieldProps & { defaultValue?: string; rows?: number; /** Counted for the writer; the server refuses more. */ maxCharacters?: number };

export function TextArea({ name, label, hint, optional, lightLabel, hiddenLabel, className, defaultValue, rows = 5, maxCharacters }: TextAreaProps) {
  const field = useField(name);
  const text = firstText(field.typed) ?? defaultValue ?? '';
  const [length, setLength] = useState<number | null>(null);
  const countId = `${field.id}-count`;
  // Without script there is no count, rather than one that stands still.
  useEffect(() => setLength(text.length), [text]);
  return (
    <FormField {...{ field, label, hint, optional, lightLabel, hiddenLabel, className }}>
      <textarea
        id={field.id}
        name={name}
        rows={rows}
        className={`${FIELD_CLASS} block`}
        defaultValue={text}
        onInput={(event) => setLength(event.currentTarget.value.length)}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy(field, hint, maxCharacters && length !== null ? countId : undefined)}
      />
      {maxCharacters !== undefined && length !== null && <CharacterCount id={countId} length={length} most={maxCharacters} />}
    </FormField>
  );
}

function CharacterCount({ id, length, most }: { id: string; length: number; most: number }) {
  const left = most - length;
  const words = left >= 0 ? `${left.toLocaleString('en-US')} characters left` : `${(-left).toLocaleString('en-US')} characters too many`;
  return (
    <p id={id} className={left < 0 ? 'mt-1 text-late font-semibold num' : 'mt-1 text-ink-soft num'}>
      {words}
      {/* Read out only when it begins to matter. */}
      <span className="sr-only" role="status">
        {left < most * 0.1 ? words : ''}
      </span>
    </p>
  );
}

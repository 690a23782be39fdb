'use client';

import { useState } from 'react';
import { useHasScript } from '@/ui/use-has-script';
import { FIELD_CLASS } from './field-parts';
import { describedBy, firstText, useField } from './form-context';
import { FormField, type FieldProps } from './form-field';

type TextAreaProps = FieldProps & { defaultValue?: string; rows?: number; /** Counted for the writer; the server refuses more. */ maxCharacters?: number };

export function TextArea({ name, label, hint, optional, lightLabel, hiddenLabel, className, defaultValue, rows = 5, maxCharacters }: TextAreaProps) {
  const field = useField(name);
  const text = firstText(field.typed) ?? defaultValue ?? '';
  const [writing, setWriting] = useState({ from: text, length: text.length });
  // Without script there is no count, rather than one that stands still.
  const hasCount = useHasScript() && maxCharacters !== undefined;
  const countId = `${field.id}-count`;
  // A form that came back shows another text: then its own length counts.
  const length = writing.from === text ? writing.length : text.length;
  return (
    <FormField {...{ field, label, hint, optional, lightLabel, hiddenLabel, className }}>
      <textarea
        id={field.id}
        name={name}
        rows={rows}
        className={`${FIELD_CLASS} block`}
        defaultValue={text}
        onInput={(event) => setWriting({ from: text, length: event.currentTarget.value.length })}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy(field, hint, hasCount ? countId : undefined)}
      />
      {hasCount && <CharacterCount id={countId} length={length} most={maxCharacters} />}
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

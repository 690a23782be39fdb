'use client';

import { FIELD_CLASS } from './field-parts';
import { describedBy, useField } from './form-context';
import { FormField, type FieldProps } from './form-field';

/** One file. `accept` only sorts what the browser offers: the server judges what came. */
export function FileField({ name, label, hint, accept, className }: Pick<FieldProps, 'name' | 'label' | 'hint' | 'className'> & { accept?: string }) {
  const field = useField(name);
  return (
    <FormField {...{ field, label, hint, className }}>
      <input type="file" id={field.id} name={name} accept={accept} className={FIELD_CLASS} aria-invalid={field.error ? true : undefined} aria-describedby={describedBy(field, hint)} />
    </FormField>
  );
}

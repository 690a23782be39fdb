'use client';

import type { ComponentProps } from 'react';
import { joinClasses } from '@/ui/join-classes';
import { FIELD_CLASS, SMALL_FIELD_CLASS } from './field-parts';
import { describedBy, firstText, useField } from './form-context';
import { FormField, type FieldProps } from './form-field';

type TextFieldProps = FieldProps &
  Pick<ComponentProps<'input'>, 'type' | 'inputMode' | 'autoComplete' | 'spellCheck' | 'autoCapitalize' | 'readOnly'> & {
    defaultValue?: string;
    inputClassName?: string;
    /** A password is never shown again after an error. */
    secret?: boolean;
  };

export function TextField(props: TextFieldProps) {
  const { name, label, hint, optional, lightLabel, hiddenLabel, small, className, defaultValue, inputClassName, secret, type = 'text', ...rest } = props;
  const field = useField(name);
  return (
    <FormField {...{ field, label, hint, optional, lightLabel, hiddenLabel, className }}>
      <input
        {...rest}
        type={type}
        id={field.id}
        name={name}
        className={joinClasses(small ? SMALL_FIELD_CLASS : FIELD_CLASS, inputClassName)}
        defaultValue={secret ? undefined : (firstText(field.typed) ?? defaultValue)}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy(field, hint)}
      />
    </FormField>
  );
}

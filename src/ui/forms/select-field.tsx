'use client';

import { Icon } from '@/ui/icon';
import { joinClasses } from '@/ui/join-classes';
import { FIELD_CLASS, SMALL_FIELD_CLASS } from './field-parts';
import { describedBy, firstText, useField } from './form-context';
import { FormField, type FieldProps } from './form-field';

export type SelectOption = { value: string; label: string };

type SelectFieldProps = FieldProps & {
  options: readonly SelectOption[];
  /** The first, empty option: "Choose", "All programs". Left out, the first option is chosen. */
  emptyLabel?: string;
  defaultValue?: string;
};

export function SelectField({ name, label, hint, optional, lightLabel, hiddenLabel, small, className, options, emptyLabel, defaultValue = '' }: SelectFieldProps) {
  const field = useField(name);
  const value = firstText(field.typed) ?? defaultValue;
  return (
    <FormField {...{ field, label, hint, optional, lightLabel, hiddenLabel, className }}>
      <span className="block relative">
        <select
          // A select takes its default only when it is made, so another default makes another select.
          key={value}
          id={field.id}
          name={name}
          defaultValue={value}
          className={joinClasses(small ? SMALL_FIELD_CLASS : FIELD_CLASS, 'appearance-none pr-9 text-ellipsis')}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={describedBy(field, hint)}
        >
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-right" className="absolute right-3 top-1/2 -translate-y-1/2 rotate-90 size-4 text-ink pointer-events-none" />
      </span>
    </FormField>
  );
}

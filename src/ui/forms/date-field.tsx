'use client';

import type { ReactNode } from 'react';
import { FIELD_CLASS } from './field-parts';
import { FieldSet, type LegendLook } from './field-set';
import { firstText, useField, type FieldBinding } from './form-context';
import type { DateParts } from './date-input';

type DateFieldProps = {
  /** The inputs are named `x-month`, `x-day`, `x-year`; an error of field `x` stands over all three. */
  name: string;
  legend: string;
  legendAs?: LegendLook;
  /** An example in the same order: "Example: 10 20 2026". */
  hint?: ReactNode;
  defaultParts?: DateParts;
  optional?: boolean;
  /** Beside the year: the form's button, where the date is its last question. */
  beside?: ReactNode;
  className?: string;
};

/** A date as month, day and year, each typed. */
export function DateField({ name, legend, legendAs, hint, defaultParts, optional, beside, className }: DateFieldProps) {
  const field = useField(name);
  return (
    <FieldSet {...{ legend, legendAs, hint, optional, className }} id={field.id} error={field.error}>
      <div className="flex flex-wrap items-end gap-3 mt-2">
        <DatePart name={`${name}-month`} label="Month" width="w-20" whole={field} isFirst defaultValue={defaultParts?.month} />
        <DatePart name={`${name}-day`} label="Day" width="w-20" whole={field} defaultValue={defaultParts?.day} />
        <DatePart name={`${name}-year`} label="Year" width="w-24" whole={field} defaultValue={defaultParts?.year} />
        {beside}
      </div>
    </FieldSet>
  );
}

type DatePartProps = { name: string; label: string; width: string; whole: FieldBinding; isFirst?: boolean; defaultValue?: string };

function DatePart({ name, label, width, whole, isFirst, defaultValue }: DatePartProps) {
  const part = useField(name);
  const id = isFirst ? whole.id : part.id;
  return (
    <div className={width}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        className={FIELD_CLASS}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={firstText(part.typed) ?? defaultValue}
        aria-invalid={whole.error || part.error ? true : undefined}
        aria-describedby={whole.error ? whole.errorId : undefined}
      />
    </div>
  );
}

import type { ReactNode } from 'react';
import { joinClasses } from '@/ui/join-classes';
import { FieldErrorText, FieldHint, Optional } from './field-parts';
import type { FieldBinding } from './form-context';

/** What every labelled field can be given. */
export type FieldProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  /** Label in plain weight: for fields under a bold legend. */
  lightLabel?: boolean;
  /** The label is read out but not drawn, where the table says it already. */
  hiddenLabel?: boolean;
  /** 36 px high in staff rows and filters. */
  small?: boolean;
  className?: string;
};

type FormFieldProps = Omit<FieldProps, 'name' | 'small'> & { field: FieldBinding; children: ReactNode };

/** Label, hint and error above one input, tied to it by id. */
export function FormField({ field, label, hint, optional, lightLabel, hiddenLabel, className, children }: FormFieldProps) {
  return (
    <div className={className}>
      <label htmlFor={field.id} className={joinClasses(hiddenLabel ? 'sr-only' : 'block', !lightLabel && 'font-semibold')}>
        {label}
        {optional && <Optional />}
      </label>
      {hint && <FieldHint id={field.hintId}>{hint}</FieldHint>}
      {field.error && <FieldErrorText id={field.errorId} message={field.error} />}
      <div className={hiddenLabel ? undefined : 'mt-1'}>{children}</div>
    </div>
  );
}

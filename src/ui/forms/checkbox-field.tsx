'use client';

import type { ReactNode } from 'react';
import { joinClasses } from '@/ui/join-classes';
import { CHOICE_CLASS } from './choice-class';
import { FieldErrorText } from './field-parts';
import { describedBy, useField } from './form-context';

type CheckboxFieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  defaultChecked?: boolean;
  /** In a card, for what must be confirmed. */
  card?: boolean;
  className?: string;
};

export function CheckboxField({ name, label, hint, value = 'on', defaultChecked, card, className }: CheckboxFieldProps) {
  const field = useField(name);
  const isTyped = Array.isArray(field.typed) ? field.typed.includes(value) : field.typed === value;
  return (
    <div className={className}>
      {field.error && <FieldErrorText id={field.errorId} message={field.error} />}
      <label className={joinClasses(card ? CHOICE_CLASS : 'flex items-start gap-2.5 py-2.5 cursor-pointer', field.error && 'mt-1')}>
        <input
          type="checkbox"
          className="mt-0.5"
          id={field.id}
          name={name}
          value={value}
          defaultChecked={field.cameBack ? isTyped : defaultChecked}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={describedBy(field, hint)}
        />
        <span className="min-w-0">
          {label}
          {hint && (
            <span id={field.hintId} className="block text-ink-soft">
              {hint}
            </span>
          )}
        </span>
      </label>
    </div>
  );
}

/** "I confirm that …": a check box in a card, never checked beforehand. */
export function ConfirmCheck(props: Omit<CheckboxFieldProps, 'card' | 'defaultChecked'>) {
  return <CheckboxField {...props} card />;
}

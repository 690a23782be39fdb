'use client';

import type { ReactNode } from 'react';
import { CHOICE_CLASS } from './choice-class';
import { FieldSet, type LegendLook } from './field-set';
import { useField } from './form-context';
import type { Choice } from './radio-choices';

type CheckboxChoicesProps = {
  name: string;
  legend: string;
  legendAs?: LegendLook;
  hint?: ReactNode;
  choices: readonly Choice[];
  defaultValues?: readonly string[];
  className?: string;
};

/** Any number of answers, sent under one name. */
export function CheckboxChoices({ name, legend, legendAs, hint, choices, defaultValues = [], className }: CheckboxChoicesProps) {
  const field = useField(name);
  const checked = field.cameBack ? [field.typed ?? []].flat() : defaultValues;
  return (
    <FieldSet {...{ legend, legendAs, hint, className }} id={field.id} error={field.error}>
      <div className="grid gap-3 mt-2">
        {choices.map((choice, index) => (
          <label key={choice.value} className={CHOICE_CLASS}>
            <input
              type="checkbox"
              className="mt-0.5"
              id={index === 0 ? field.id : undefined}
              name={name}
              value={choice.value}
              defaultChecked={checked.includes(choice.value)}
              aria-invalid={field.error ? true : undefined}
            />
            <span className="min-w-0">
              <b className="block">{choice.label}</b>
              {choice.hint && <span className="block text-ink-soft">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldSet>
  );
}

'use client';

import type { ReactNode } from 'react';
import { joinClasses } from '@/ui/join-classes';
import { CHOICE_CLASS } from './choice-class';
import { FieldSet, type LegendLook } from './field-set';
import { firstText, useField } from './form-context';

export type Choice = { value: string; label: string; hint?: ReactNode };

type RadioChoicesProps = {
  name: string;
  legend: string;
  legendAs?: LegendLook;
  hint?: ReactNode;
  choices: readonly Choice[];
  /** NB: none for a decision; a decision has no default. */
  defaultValue?: string;
  /** Two columns from 480 px on; `phone` keeps both beside each other at any width. */
  columns?: 1 | 2 | 'phone';
  optional?: boolean;
  className?: string;
};

const COLUMNS = { 1: '', 2: 'sm:grid-cols-2', phone: 'grid-cols-2' };

/** One answer out of a few, each a card that can be pressed anywhere. */
export function RadioChoices({ name, legend, legendAs, hint, choices, defaultValue, columns = 1, optional, className }: RadioChoicesProps) {
  const field = useField(name);
  const chosen = field.cameBack ? firstText(field.typed) : defaultValue;
  return (
    <FieldSet {...{ legend, legendAs, hint, optional, className }} id={field.id} error={field.error}>
      <div className={joinClasses('grid gap-3', legendAs === undefined || legendAs === 'label' ? 'mt-2' : 'mt-5', COLUMNS[columns])}>
        {choices.map((choice, index) => (
          <label key={choice.value} className={CHOICE_CLASS}>
            <input
              type="radio"
              className="mt-0.5"
              // The summary's link leads to the first choice.
              id={index === 0 ? field.id : undefined}
              name={name}
              value={choice.value}
              defaultChecked={chosen === choice.value}
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

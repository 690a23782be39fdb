import type { ReactNode } from 'react';
import { assertNever } from '@/shared/assert-never';
import { FieldErrorText, FieldHint, Optional } from './field-parts';

/** `label`: bold text; `h1`, `h2`, `h3`: the question is the heading of the page or section. */
export type LegendLook = 'label' | 'h1' | 'h2' | 'h3';

type FieldSetProps = {
  legend: string;
  legendAs?: LegendLook;
  hint?: ReactNode;
  optional?: boolean;
  error?: string;
  /** Ids are made from it: `…-hint`, `…-error`. */
  id: string;
  className?: string;
  children: ReactNode;
};

/** A group of fields with one question over them. */
export function FieldSet({ legend, legendAs = 'label', hint, optional, error, id, className, children }: FieldSetProps) {
  const described = [hint ? `${id}-hint` : undefined, error ? `${id}-error` : undefined].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset aria-describedby={described} className={className}>
      <legend className="block w-full">
        <Legend as={legendAs}>
          {legend}
          {optional && <Optional />}
        </Legend>
      </legend>
      {hint && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
      {error && <FieldErrorText id={`${id}-error`} message={error} />}
      {children}
    </fieldset>
  );
}

function Legend({ as, children }: { as: LegendLook; children: ReactNode }) {
  switch (as) {
    case 'h1':
      return <h1>{children}</h1>;
    case 'h2':
      return <h2>{children}</h2>;
    case 'h3':
      return <h3>{children}</h3>;
    case 'label':
      return <span className="font-semibold">{children}</span>;
    default:
      return assertNever(as);
  }
}

import type { ReactNode } from 'react';
import { joinClasses } from './join-classes';

export type Fact = { label: string; value: ReactNode; /** A second line in plain weight. */ note?: ReactNode };

/** Soft label above bold value. `className` sets columns, such as `sm:grid-cols-3`. */
export function Facts({ facts, className }: { facts: readonly Fact[]; className?: string }) {
  return (
    <dl className={joinClasses('grid gap-3', className)}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt className="text-ink-soft">{fact.label}</dt>
          <dd className="font-semibold wrap-anywhere">{fact.value}</dd>
          {fact.note && <dd>{fact.note}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Label left, value right, a hairline under each: evidence, check answers. */
export function FactRows({ facts, className }: { facts: readonly (Fact & { action?: ReactNode })[]; className?: string }) {
  return (
    <dl className={joinClasses('border-t border-line', className)}>
      {facts.map((fact) => (
        <div key={fact.label} className="grid sm:grid-cols-[11rem_minmax(0,1fr)_auto] gap-x-4 py-2.5 border-b border-line">
          <dt className="text-ink-soft">{fact.label}</dt>
          <dd className="wrap-anywhere">
            {fact.value}
            {fact.note && <span className="block text-ink-soft">{fact.note}</span>}
          </dd>
          {fact.action && <dd>{fact.action}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Label left, figure right: counts and sums. The last row can be the total. */
export function Figures({ figures, totalLast }: { figures: readonly { label: string; value: ReactNode }[]; totalLast?: boolean }) {
  return (
    <dl>
      {figures.map((figure, index) => (
        <div
          key={figure.label}
          className={joinClasses('flex justify-between gap-4 py-1.5', totalLast && index === figures.length - 1 ? 'font-bold' : 'border-b border-line')}
        >
          <dt>{figure.label}</dt>
          <dd className="num whitespace-nowrap">{figure.value}</dd>
        </div>
      ))}
    </dl>
  );
}

import type { ReactNode } from 'react';
import { joinClasses } from './join-classes';

type PanelProps = {
  children: ReactNode;
  className?: string;
  /** Only the panel that is being worked in floats. */
  floating?: boolean;
  /** The heading's id, when the panel is a region of its own. */
  labelledBy?: string;
  id?: string;
};

const FRAME = 'border border-line rounded-panel bg-white print:shadow-none';

export function Panel({ children, className, floating, labelledBy, id }: PanelProps) {
  const classes = joinClasses(FRAME, floating && 'shadow-float', className);
  return labelledBy ? (
    <section id={id} className={classes} aria-labelledby={labelledBy}>
      {children}
    </section>
  ) : (
    <div id={id} className={classes}>
      {children}
    </div>
  );
}

export function PanelHead({ children, wash }: { children: ReactNode; wash?: boolean }) {
  return (
    <div className={joinClasses('flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 py-3 border-b border-line rounded-t-panel', wash && 'bg-wash')}>{children}</div>
  );
}

export function PanelBody({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={joinClasses('p-5', className)}>{children}</div>;
}

export function PanelFoot({ children }: { children: ReactNode }) {
  return <div className="border-t border-line bg-wash rounded-b-panel p-5">{children}</div>;
}

import type { ReactNode } from 'react';
import { joinClasses } from './join-classes';

const SIDES = {
  narrow: 'gap-x-12 lg:grid-cols-[minmax(0,1fr)_19rem]',
  form: 'gap-x-12 lg:grid-cols-[minmax(0,1fr)_23rem]',
  answer: 'gap-x-10 lg:grid-cols-[minmax(0,1fr)_33rem]',
  evidence: 'gap-x-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,41rem)]',
};

type ColumnsProps = {
  children: ReactNode;
  side: ReactNode;
  /** narrow: facts beside a provider's page; form: short forms beside a table; answer: the plan's form; evidence: the fine desk. */
  sideWidth?: keyof typeof SIDES;
  className?: string;
};

/** Two columns from 1024 px on, one under the other below. */
export function Columns({ children, side, sideWidth = 'narrow', className }: ColumnsProps) {
  return (
    <div className={joinClasses('grid gap-y-10', SIDES[sideWidth], className)}>
      <div className="grid gap-10 content-start">{children}</div>
      {side}
    </div>
  );
}

/** The narrow column's sections: "What happens next", "All dates", "About this ticket". */
export function SideColumn({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside className="grid gap-8 content-start" aria-label={label}>
      {children}
    </aside>
  );
}

export function SideSection({ id, title, children, first }: { id?: string; title: string; children: ReactNode; first?: boolean }) {
  return (
    <section id={id} className={joinClasses('pt-4', first ? 'border-t-4 border-navy' : 'border-t border-line')}>
      <h2 className="text-h3">{title}</h2>
      <div className="mt-3">{children}</div>
    </section>
  );
}

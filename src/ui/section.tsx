import type { ReactNode } from 'react';

type SectionProps = { id: string; title: string; /** On the right of the title. */ aside?: ReactNode; children: ReactNode; className?: string };

/** A titled part of a page; its heading's id is `<id>-title`. */
export function Section({ id, title, aside, children, className }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={className}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id={`${id}-title`}>{title}</h2>
        {aside && <div className="text-ink-soft">{aside}</div>}
      </div>
      <div className="mt-4">{children}</div>
    </section>
  );
}

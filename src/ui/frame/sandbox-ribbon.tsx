import type { ReactNode } from 'react';
import { joinClasses } from '@/ui/join-classes';
import { wrapClass } from '@/ui/wrap';

type SandboxRibbonProps = {
  /** "Tue Nov 24, 2026, 9:41 AM" */
  clockText: string;
  /** The same instant for machines: "2026-11-24T09:41". */
  clockIso: string;
  /** A link or a form's button that moves the clock. */
  action?: ReactNode;
  wide?: boolean;
};

export function SandboxRibbon({ clockText, clockIso, action, wide }: SandboxRibbonProps) {
  return (
    <aside className="bg-sandbox-wash text-sandbox border-b border-[#cdbdec] print:hidden [&_a]:text-inherit [&_a]:font-semibold" aria-label="Sandbox">
      <div className={joinClasses(wrapClass(wide), 'flex flex-wrap items-center gap-x-4 py-1.5')}>
        <p>
          <b>Sandbox.</b> <span className="max-md:hidden">Made-up people, providers and numbers.</span>
        </p>
        <p>
          <span className="max-md:hidden">The clock reads </span>
          <time dateTime={clockIso}>{clockText}</time>
        </p>
        {action}
      </div>
    </aside>
  );
}

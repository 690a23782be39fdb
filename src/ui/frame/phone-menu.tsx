'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** The menu below 1024 px: a native disclosure, so it works without script. The key closes it when the page changes. */
export function PhoneMenu({ button, children }: { button: ReactNode; children: ReactNode }) {
  const pathname = usePathname();
  return (
    <details key={pathname} className="lg:hidden relative ml-auto">
      <summary className="inline-flex items-center gap-2 min-h-11 px-3 py-1 rounded-field bg-white text-navy font-semibold leading-tight hover:bg-navy-pale">
        {button}
      </summary>
      <div className="absolute right-0 z-30 mt-2 w-80 max-w-[calc(100vw-2rem)] bg-navy border border-white/30 rounded-panel shadow-float p-4">{children}</div>
    </details>
  );
}

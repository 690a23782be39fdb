import type { ReactNode } from 'react';

/** A form's button that looks like a link on navy, such as "Sign out". */
export function MastheadButton({ children }: { children: ReactNode }) {
  return (
    <button type="submit" className="min-h-11 underline underline-offset-[0.18em] decoration-1 hover:decoration-2 whitespace-nowrap text-white">
      {children}
    </button>
  );
}

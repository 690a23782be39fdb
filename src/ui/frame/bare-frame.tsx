import type { ReactNode } from 'react';
import { wrapClass } from '@/ui/wrap';
import { PORTAL_NAME } from './agency';
import { Main } from './main';

/** Frame of a page that cannot ask the database for anything: the portal's name, a way home, nothing else. */
export function BareFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="on-navy bg-navy text-white print:hidden">
        <div className={wrapClass()}>
          {/* NB: a full load, since the state of the page that failed must not stay. */}
          <a className="inline-flex items-center min-h-16 text-lead sm:text-h3 font-bold no-underline text-white hover:text-white" href="/" rel="external">
            {PORTAL_NAME}
          </a>
        </div>
      </header>
      <Main>
        <div className={wrapClass()}>{children}</div>
      </Main>
    </>
  );
}

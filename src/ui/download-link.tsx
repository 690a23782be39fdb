import type { ReactNode } from 'react';
import { Icon } from './icon';
import { joinClasses } from './join-classes';

/** A link to a file: the browser fetches it itself, so that it is saved while it is being written. */
export function DownloadLink({ href, children, className }: { href: string; children: ReactNode; className?: string }) {
  return (
    <a href={href} download className={joinClasses('inline-flex items-center min-h-11', className)}>
      {children}
    </a>
  );
}

type DownloadsProps = { /** "Download" */ label?: string; /** What is downloaded, for who hears it: "these tickets". */ what: string; hrefOf: (format: 'csv' | 'xlsx') => string; className?: string };

/** "Download: CSV, XLSX" */
export function Downloads({ label = 'Download', what, hrefOf, className }: DownloadsProps) {
  return (
    <p className={joinClasses('flex flex-wrap items-center gap-x-2 print:hidden', className)}>
      <Icon name="download" />
      <span>{label}:</span>
      <DownloadLink href={hrefOf('xlsx')}>
        Excel<span className="sr-only">, {what}</span>
      </DownloadLink>
      <DownloadLink href={hrefOf('csv')}>
        CSV<span className="sr-only">, {what}</span>
      </DownloadLink>
    </p>
  );
}

import { AppLink } from '@/ui/app-link';

type PaginationProps = {
  /** "50 of 131 shown" */
  shown: string;
  /** Present on every page but the first: key-set pages lead on and back to the start. */
  firstHref?: string | null;
  nextHref?: string | null;
  label?: string;
};

export function Pagination({ shown, firstHref, nextHref, label = 'Pages' }: PaginationProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-3 print:hidden">
      <p>{shown}</p>
      {firstHref && (
        <AppLink className="inline-flex items-center min-h-11" href={firstHref}>
          ‹ First page
        </AppLink>
      )}
      {nextHref && (
        <AppLink className="inline-flex items-center min-h-11" href={nextHref}>
          Next page ›
        </AppLink>
      )}
    </nav>
  );
}

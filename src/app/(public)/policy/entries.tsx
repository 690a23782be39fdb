import type { ReactNode } from 'react';

/** Rules or decisions, each under its number; the number is the anchor to which pages and mails lead. */
export function Entries({ children }: { children: ReactNode }) {
  return <dl className="max-w-[52rem] border-b border-line">{children}</dl>;
}

type EntryProps = { id: string; title: string; children: ReactNode };

export function Entry({ id, title, children }: EntryProps) {
  return (
    <div id={id} className="scroll-mt-2 border-t border-line py-4 sm:grid sm:grid-cols-[4rem_minmax(0,1fr)] target:bg-action-wash target:outline-8 target:outline-action-wash">
      <dt className="font-bold text-navy">{id}</dt>
      <dd>
        <b className="block">{title}</b>
        {children}
      </dd>
    </div>
  );
}

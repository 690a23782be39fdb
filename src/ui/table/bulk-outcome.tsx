import { AppLink } from '@/ui/app-link';
import { Notice } from '@/ui/notice';
import type { BulkLine } from './bulk-state';

/** What became of each picked row: all in one line when all went well, else the refused ones with their reasons. */
export function BulkOutcome({ title, lines }: { title: string; lines: readonly BulkLine[] }) {
  const refused = lines.filter((line) => !line.done);
  return (
    <Notice tone={refused.length === 0 ? 'success' : 'warn'} title={title} announce className="mb-5">
      <BulkLines lines={lines} />
    </Notice>
  );
}

export function BulkLines({ lines }: { lines: readonly BulkLine[] }) {
  return (
    <ul className="grid gap-1 mt-1">
      {lines.map((line) => (
        <li key={line.href}>
          <AppLink href={line.href}>{line.label}</AppLink>: {line.text}
        </li>
      ))}
    </ul>
  );
}

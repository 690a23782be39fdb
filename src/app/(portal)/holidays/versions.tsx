import type { VersionLine } from '@/server/queries/get-holidays-page';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { Section } from '@/ui/section';

function progress({ lookedAt, moved, finesUndone, finishedAt }: NonNullable<VersionLine['move']>): string {
  const tickets = (n: number) => (n === 1 ? '1 ticket' : `${n} tickets`);
  const fines = finesUndone === 0 ? '' : ` and ${finesUndone === 1 ? '1 fine is' : `${finesUndone} fines are`} undone`;
  if (finishedAt === null) return `Moving dates: ${tickets(lookedAt)} looked at so far, ${moved} moved. Load the page again to see how it goes on.`;
  return moved === 0 ? 'No date moved.' : `Dates of ${tickets(moved)} moved later${fines}.`;
}

/** Every version of the table with who made it and what it moved; a clock names the version that it was counted with. */
export function Versions({ versions }: { versions: readonly VersionLine[] }) {
  return (
    <Section id="versions" title="Versions" className="mt-10">
      <ol className="grid gap-4 mt-3">
        {versions.map(({ version, note, createdAt, move }) => (
          <li key={version} className="border-l-4 border-navy-pale pl-4">
            <b>Version {version}</b>, <ChicagoInstant at={createdAt} />
            {move !== null && <>, by {move.by}</>}
            <p className="wrap-anywhere">{note}</p>
            {move !== null && <p>{progress(move)}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

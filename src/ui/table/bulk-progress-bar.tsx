import type { BulkProgress } from './in-batches';

/** How far a bulk act has got, for the eye and for the ear. */
export function BulkProgressBar({ done, total }: BulkProgress) {
  return (
    <div role="status" className="border border-line rounded-panel bg-wash px-5 py-4 mb-5">
      <p className="font-semibold">
        {done} of {total} done. Please keep this page open.
      </p>
      <progress className="appearance-none w-full h-3 mt-2 rounded-field overflow-hidden bg-navy-pale [&::-webkit-progress-bar]:bg-navy-pale [&::-webkit-progress-value]:bg-action [&::-moz-progress-bar]:bg-action" value={done} max={total} aria-label="Progress" />
    </div>
  );
}

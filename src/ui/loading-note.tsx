/** Stands where a slow part of a page will appear. */
export function LoadingNote({ what }: { what: string }) {
  return (
    <p role="status" className="flex items-center gap-3 border border-line rounded-panel bg-wash px-5 py-6 text-ink-soft">
      Loading {what}…
    </p>
  );
}

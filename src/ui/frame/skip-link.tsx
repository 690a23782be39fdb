/** First thing that the Tab key reaches; `Main` is its target. */
export function SkipLink() {
  return (
    <a className="absolute left-4 -top-20 focus:top-2 z-50 bg-white px-4 py-3 rounded-field print:hidden" href="#main">
      Skip to main content
    </a>
  );
}

/** A text in which each rule and decision that it cites leads there. */
export function CitedText({ children }: { children: string }) {
  return children.split(/\b([RD]\d{1,2})\b/).map((part, i) =>
    // The split puts what was cited at every second place.
    i % 2 === 1 ? (
      <a key={i} href={`#${part}`}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}

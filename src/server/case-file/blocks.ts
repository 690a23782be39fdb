/** What a document is made of, in the order in which it is read. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'text'; text: string }
  /** "Label: value", one under the other; a value may be long. */
  | { kind: 'facts'; facts: Fact[] }
  | { kind: 'list'; items: string[] }
  /** Short cells only: a row is never broken between pages. `widths` are shares of the line. */
  | { kind: 'table'; columns: Column[]; rows: string[][] };

export type Fact = { label: string; value: string };
export type Column = { heading: string; share: number; isNumber?: boolean };

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
export const text = (words: string): Block => ({ kind: 'text', text: words });

/** Facts of which those without a value are left out. */
export function facts(...pairs: readonly (readonly [label: string, value: string | null])[]): Block {
  return { kind: 'facts', facts: pairs.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value }])) };
}

/** A titled part, or nothing where it would be empty. */
export function part(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [heading(2, title), ...blocks];
}

/** Everything that a document says, without its form. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block): string[] => {
      switch (block.kind) {
        case 'heading':
        case 'text':
          return [block.text];
        case 'facts':
          return block.facts.map(({ label, value }) => `${label}: ${value}`);
        case 'list':
          return block.items;
        case 'table':
          return [block.columns.map((c) => c.heading).join(' | '), ...block.rows.map((row) => row.join(' | '))];
      }
    })
    .join('\n');
}

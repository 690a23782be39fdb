/**
 * A list to its end, a chunk at a time, each in a transaction of its own: whoever takes it slowly keeps none open, and
 * what was read is forgotten once it was taken.
 */
export async function* inChunks<Item, Position>(read: (after: Position | null) => Promise<{ items: Item[]; next: Position | null }>): AsyncGenerator<Item[]> {
  let after: Position | null = null;
  do {
    const chunk: { items: Item[]; next: Position | null } = await read(after);
    yield chunk.items;
    after = chunk.next;
  } while (after !== null);
}

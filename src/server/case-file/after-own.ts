/** The end of what each person asked for last in this process, as long as it has not come. */
const ends = new Map<string, Promise<void>>();

/**
 * Does a person's work after that person's earlier work has ended, well or not: whoever asks for much at once waits for
 * it, and nobody else does.
 */
export function afterOwn<T>(personId: string, work: () => Promise<T>): Promise<T> {
  const mine = (ends.get(personId) ?? Promise.resolve()).then(work);
  const end = mine.then(() => undefined, () => undefined).then(() => {
    if (ends.get(personId) === end) ends.delete(personId);
  });
  ends.set(personId, end);
  return mine;
}

/** Counts beside tabs and groups stop here: nobody acts on the exact size of a longer list, and counting it takes time. */
export const COUNT_CAP = 500;

/** A count that stopped at one more than the cap reads `500+`. */
export function countWords(count: number): string {
  return count > COUNT_CAP ? `${COUNT_CAP}+` : String(count);
}

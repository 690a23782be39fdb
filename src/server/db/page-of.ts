/** Some rows of a list, and where the next ones begin; null where there are no more. */
export type PageOf<Row, Position> = { rows: Row[]; next: Position | null };

/** The first `take` of rows of which one more was read where there are more, and the place of the last of them. */
export function pageOf<Row, Position>(rows: readonly Row[], take: number, positionOf: (last: Row) => Position | null): PageOf<Row, Position> {
  const shown = rows.slice(0, take);
  const last = rows.length > take ? shown.at(-1) : undefined;
  return { rows: shown, next: last === undefined ? null : positionOf(last) };
}

/** One thing to measure; its rate per second. */
export type Subject<Name extends string> = { name: Name; measure: () => Promise<number> };

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]];
  return (low + high) / 2;
}

/** The rates of all subjects, round by round; `ratio` compares two of them within each round. */
export class Rounds<Name extends string> {
  constructor(private readonly rounds: readonly ReadonlyMap<Name, number>[]) {}

  rate(name: Name): number {
    return median(this.rounds.map((round) => round.get(name) ?? 0));
  }

  /** The median of the ratios of each round, whose two rates were measured within seconds of each other. */
  ratio(name: Name, to: Name): number {
    return median(this.rounds.map((round) => (round.get(name) ?? 0) / (round.get(to) ?? 1)));
  }
}

/** Measures all subjects in turn, `count` times, each second time backwards, so that a busy moment favours none of them. */
export async function inRounds<Name extends string>(count: number, subjects: readonly Subject<Name>[]): Promise<Rounds<Name>> {
  const rounds: Map<Name, number>[] = [];
  for (let i = 0; i < count; i += 1) {
    const round = new Map<Name, number>();
    for (const { name, measure } of i % 2 === 0 ? subjects : [...subjects].reverse()) round.set(name, await measure());
    rounds.push(round);
  }
  return new Rounds(rounds);
}

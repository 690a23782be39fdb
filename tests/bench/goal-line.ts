/** What a goal of the issue asks for: a most, in the figure's own unit. */
export type Goal = { most: number; words: string };

/** One figure beside its goal, and whether it is met; without a goal the figure alone. */
export function goalLine(what: string, figure: string, measured: number, goal: Goal | null): string {
  const line = `  ${what.padEnd(44)} ${figure.padEnd(46)}`;
  if (goal === null) return line.trimEnd();
  const missed = ((measured / goal.most - 1) * 100).toFixed(0);
  return `${line} goal: ${goal.words}, ${measured <= goal.most ? 'met' : `missed by ${missed} %`}`;
}

export const ms = (time: number): string => `${time < 10 ? time.toFixed(1) : Math.round(time).toLocaleString('en-US')} ms`;
export const mb = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

/** What some work gives, and how many milliseconds it took. */
export async function timed<T>(work: () => Promise<T>): Promise<{ value: T; time: number }> {
  const started = performance.now();
  const value = await work();
  return { value, time: performance.now() - started };
}

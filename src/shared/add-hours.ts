/** An instant some hours of real time later; never used for due dates, which are civil dates. */
export function addHours(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * 3_600_000);
}

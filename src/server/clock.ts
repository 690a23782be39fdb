/** The only place that reads the time. A sandbox's movable clock is applied in the database, by `portal_time`. */
export function realNow(): Date {
  return new Date();
}

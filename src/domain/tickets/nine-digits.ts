/** R3: nine bare digits look like a RIN or a Social Security number, so the form asks before it takes them. NB: loaded by browsers. */
export function looksLikeNineDigits(value: string): boolean {
  return /^\d{9}$/.test(value.trim());
}

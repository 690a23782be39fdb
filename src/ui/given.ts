type Attribute = string | number | undefined;

/**
 * The attributes that have a value. One that is undefined draws nothing but is still sent to the browser, in every cell of
 * a long table.
 */
export function given(attributes: Record<string, Attribute>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

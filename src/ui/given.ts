type Attribute = string | number | undefined;

/**
 * The attributes that have a value. One that is undefined draws nothing but is still sent to the browser, in every cell of
 * a long table.
 */
export function given(attributes: Record<string, Attribute>): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) kept[name] = value;
  return kept;
}

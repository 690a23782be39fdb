export type Query = Record<string, string | string[] | undefined>;

/** What stands in the address, as the form that it came from. */
export function queryForm(query: Query): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(query)) for (const text of Array.isArray(value) ? value : [value ?? '']) form.append(name, text);
  return form;
}

/** One answer of such a form, empty where there is none. */
export function queryText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

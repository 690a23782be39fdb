import { dateFromForm } from '@/ui/forms/date-input';
import { DRAFT_SEEN } from '@/ui/forms/draft-frame';
import { isFilesFrame } from '@/ui/forms/files-frame';

type Nested = { [key: string]: string | string[] | Nested | Nested[] };

/** The form's own fields, which no command knows: the framework's, the key and the version that the page had shown. */
function isFrame(name: string): boolean {
  return name.startsWith('$ACTION') || name === 'commandKey' || name === 'version' || name === DRAFT_SEEN || isFilesFrame(name);
}

/** No prototype: a name such as `constructor` finds nothing here that belongs to every object of the process. */
function emptyObject(): Nested {
  return Object.create(null) as Nested;
}

// No command nests deeper than `claims.0.rin`.
const NESTED_NAME = /^[A-Za-z]\w*(\.\w{1,40}){1,3}$/;

/** `claims.0.rin` as its parts; a name that no page writes stays whole, so that the schema refuses it. */
function pathOf(name: string): string[] {
  return NESTED_NAME.test(name) && !name.includes('__proto__') ? name.split('.') : [name];
}

function put(target: Nested, path: string[], value: string | string[]): void {
  const [head = '', ...rest] = path;
  if (rest.length === 0) target[head] = value;
  else {
    const inner = (target[head] ??= emptyObject());
    if (typeof inner === 'object' && !Array.isArray(inner)) put(inner, rest, value);
  }
}

/** `{ "0": a, "1": b }` becomes `[a, b]`, in the order of the numbers. */
function lists(value: Nested): Nested | Nested[] {
  const entries = Object.entries(value).map(([key, v]): [string, Nested[string]] => [key, typeof v === 'object' && !Array.isArray(v) ? lists(v) : v]);
  if (entries.length > 0 && entries.every(([key]) => /^\d{1,4}$/.test(key)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, v]) => v as Nested);
  return Object.fromEntries(entries);
}

export type FormShape = {
  /** Fields that `DateField` or `DateTextField` sent. */
  dates?: readonly string[];
  /** Fields of the page that are not the command's, such as a radio button that shows others. */
  omit?: readonly string[];
};

/**
 * A form as a plain object for a command's strict schema: `claims.0.rin` nests, dates become `YYYY-MM-DD`. A field that
 * the schema does not know stays in, so that the schema refuses it.
 */
export function formObject(formData: FormData, shape: FormShape = {}): Record<string, unknown> {
  const dates = shape.dates ?? [];
  const isDatePart = (name: string) => dates.some((d) => name === d || name === `${d}-month` || name === `${d}-day` || name === `${d}-year`);
  const result = emptyObject();
  for (const name of new Set(formData.keys())) {
    if (isFrame(name) || isDatePart(name) || shape.omit?.includes(name)) continue;
    const values = formData.getAll(name).filter((v): v is string => typeof v === 'string');
    const [only, ...others] = values;
    if (only !== undefined) put(result, pathOf(name), others.length > 0 ? values : only);
  }
  for (const name of dates) put(result, pathOf(name), dateFromForm(formData, name));
  return lists(result) as Record<string, unknown>;
}

import type { FormValues } from './form-state';

/** What to show again after an error: every text field but the framework's own and those named in `secret`. */
export function formValues(formData: FormData, secret: readonly string[] = []): FormValues {
  const values: FormValues = {};
  for (const name of new Set(formData.keys())) {
    // No page has such a field, and written here it would change what the object is.
    if (name === '__proto__') continue;
    if (name.startsWith('$ACTION') || secret.includes(name)) continue;
    const texts = formData.getAll(name).filter((value) => typeof value === 'string');
    const [only, ...others] = texts;
    if (only !== undefined) values[name] = others.length > 0 ? texts : only;
  }
  return values;
}

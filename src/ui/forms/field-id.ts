/** The id of a field, or of the first box of a group: what an error summary links to. */
export function fieldId(name: string, prefix = 'f'): string {
  return `${prefix}-${name.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
}

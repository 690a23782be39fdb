export type ShortcutAct = 'next' | 'previous' | 'open' | 'pick' | 'assign' | 'answer' | 'search' | 'help';

/** What each key does, as the help says it. One key each, and none in a field, where keys are letters (WCAG 2.1.4). */
export const SHORTCUTS: readonly { key: string; act: ShortcutAct; words: string }[] = [
  { key: 'j', act: 'next', words: 'Next ticket of the list' },
  { key: 'k', act: 'previous', words: 'Previous ticket of the list' },
  { key: 'o', act: 'open', words: 'Open the ticket that has the focus' },
  { key: 'x', act: 'pick', words: 'Select it, or take the selection back' },
  { key: 'a', act: 'assign', words: 'Assign it to me' },
  { key: 'r', act: 'answer', words: 'Answer it: go to its answer or decision' },
  { key: '/', act: 'search', words: 'Search' },
  { key: '?', act: 'help', words: 'This help' },
];

export type KeyPress = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; isComposing: boolean; defaultPrevented: boolean };

/** What a key press asks for, given whether it went into a field or a dialog is open; null for everything else. */
export function shortcutOf(press: KeyPress, isTyping: boolean): ShortcutAct | null {
  if (isTyping || press.defaultPrevented || press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return null;
  return SHORTCUTS.find((s) => s.key === press.key)?.act ?? null;
}

/** The place before or after one in a list; the first where it is not in it, and none beyond the ends. */
export function neighbour<T>(items: readonly T[], current: T | null, step: 1 | -1): T | null {
  const at = current === null ? -1 : items.indexOf(current);
  if (at < 0) return items[0] ?? null;
  return items[at + step] ?? null;
}

import { describe, expect, it } from 'vitest';
import { neighbour, SHORTCUTS, shortcutOf, type KeyPress } from '@/ui/keyboard/shortcuts';

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({ key, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, defaultPrevented: false, ...change });

describe('keyboard shortcuts', () => {
  it('have one key each, all of them in the help', () => {
    expect(new Set(SHORTCUTS.map((s) => s.key)).size).toBe(SHORTCUTS.length);
    expect(SHORTCUTS.map((s) => s.key).join('')).toBe('jkoxar/?');
    for (const { key, act } of SHORTCUTS) expect(shortcutOf(press(key), false)).toBe(act);
  });

  it('are letters in a field, and leave the browser and other programs theirs', () => {
    for (const { key } of SHORTCUTS) expect(shortcutOf(press(key), true)).toBeNull();
    for (const change of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }, { defaultPrevented: true }]) expect(shortcutOf(press('a', change), false)).toBeNull();
    for (const key of ['J', 'Enter', 'Tab', 'Escape', 'ArrowDown', ' ']) expect(shortcutOf(press(key), false)).toBeNull();
  });

  it('go from row to row, begin at the first, and end at the ends', () => {
    expect([neighbour(['a', 'b'], null, 1), neighbour(['a', 'b'], 'gone', -1), neighbour(['a', 'b'], 'a', 1)]).toEqual(['a', 'a', 'b']);
    expect([neighbour(['a', 'b'], 'b', 1), neighbour(['a', 'b'], 'a', -1), neighbour([], null, 1)]).toEqual([null, null, null]);
  });
});

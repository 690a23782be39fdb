export const KEYBOARD_PURPOSE = 'keyboard';

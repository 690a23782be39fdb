import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ICON_NAMES } from '@/ui/icon';

it('has a shape in the sprite for each icon name, and none besides', () => {
  const sprite = readFileSync(new URL('../../../public/icons.svg', import.meta.url), 'utf8');
  const shapes = [...sprite.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(shapes)).toEqual(new Set(ICON_NAMES));
  expect(shapes).toHaveLength(ICON_NAMES.length);
});

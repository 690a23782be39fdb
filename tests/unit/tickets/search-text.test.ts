import { describe, expect, it } from 'vitest';
import { readSearchText } from '@/domain/tickets/search-text';

describe('a search text', () => {
  it('is one line, whatever was pasted', () => {
    expect(readSearchText('  Percy\0\u0007\n Quill ')).toEqual({ ok: true, value: 'Percy Quill' });
  });

  it.each(['', '  a1 ', '%%%', '__\0__'])('of fewer than three letters or digits is none: %j', (typed) => {
    expect(readSearchText(typed)).toMatchObject({ ok: false, error: { issues: [{ field: 'q' }] } });
  });
});

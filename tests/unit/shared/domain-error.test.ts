import { describe, expect, it } from 'vitest';
import { assertNever } from '@/shared/assert-never';
import { httpStatusOf, wordsOf, type DomainError } from '@/shared/domain-error';
import { err, ok } from '@/shared/result';

const CASES: [DomainError, number, string][] = [
  [{ kind: 'not_found' }, 404, 'Not found.'],
  [{ kind: 'not_allowed', reason: 'The window has ended.' }, 409, 'The window has ended.'],
  [{ kind: 'invalid', issues: [{ field: 'a', message: 'Enter a.' }, { field: 'b', message: 'Enter b.' }] }, 422, 'Enter a. Enter b.'],
  [{ kind: 'stale', changed: ['The plan answered.'] }, 409, 'Someone else acted since you opened this page. The plan answered.'],
  [{ kind: 'conflict', reason: 'Sent before.' }, 409, 'Sent before.'],
  [{ kind: 'unavailable', reason: 'Try again later.' }, 503, 'Try again later.'],
];

describe('expected failures', () => {
  it.each(CASES)('%j', (error, status, words) => {
    expect(httpStatusOf(error)).toBe(status);
    expect(wordsOf(error)).toBe(words);
  });

  it('wraps results', () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(err('no')).toEqual({ ok: false, error: 'no' });
  });

  it('throws on a case that was forgotten', () => {
    expect(() => assertNever('new' as never)).toThrow(/"new"/);
  });
});

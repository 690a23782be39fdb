import { describe, expect, it } from 'vitest';
import { cents, formatCents, parseCents, sumCents } from '@/shared/cents';

describe('parseCents', () => {
  it.each([
    ['1,240.00', 124000, 'as printed on a bill'],
    ['$1,240', 124000, 'dollar sign, no cents'],
    ['  1240  ', 124000, 'spaces around'],
    ['$ 12.5', 1250, 'space after the sign, one digit of cents'],
    ['\u00a01,240.00\u00a0', 124000, 'no-break spaces of a spreadsheet'],
    ['.50', 50, 'cents alone'],
    ['7.', 700, 'point without cents'],
    ['0', 0, 'zero'],
    ['000012', 1200, 'leading zeros'],
    ['0.29', 29, 'not exact as a binary fraction'],
    ['1.15', 115, '1.15 * 100 is 114.99999999999999'],
    ['99,999,999.99', 9_999_999_999, 'the most'],
  ])('%j is %i cents: %s', (typed, expected) => {
    expect(parseCents(typed)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['', /No amount was given/],
    ['   ', /No amount was given/],
    ['-5', /less than zero/],
    ['$-5', /less than zero/],
    ['-$5', /less than zero/],
    ['\u22125', /less than zero/],
    ['(5.00)', /less than zero/],
    ['5-', /less than zero/],
    ['1e9', /without an e/],
    ['$', /no number after the \$/],
    ['1.005', /two digits/],
    ['12,40', /not written as dollars/],
    ['1,2345', /not written as dollars/],
    ['1,240,', /not written as dollars/],
    ['1.240,00', /not written as dollars/],
    ['.', /not written as dollars/],
    ['1.2.3', /not written as dollars/],
    ['$$5', /not an amount/],
    ['five', /not an amount/],
    ['٥', /not an amount/],
    ['0x10', /not an amount/],
    ['NaN', /not an amount/],
    ['Infinity', /not an amount/],
    ['5\u00005', /not an amount/],
    ['100,000,000', /most that can be entered/],
    ['99999999.995', /two digits/],
    ['9'.repeat(400), /most that can be entered/],
  ])('%j is refused', (typed, message) => {
    const parsed = parseCents(typed);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) {
      expect(parsed.error.message).toMatch(message);
      expect(parsed.error.message).toContain('such as 1,240.00');
    }
  });
});

describe('formatCents', () => {
  it.each([
    [0, '$0.00'],
    [5, '$0.05'],
    [124000, '$1,240.00'],
    [500000, '$5,000.00'],
    [100000, '$1,000.00'],
    [9_999_999_999, '$99,999,999.99'],
    [-1250, '-$12.50'],
  ])('%i reads %s', (amount, text) => {
    expect(formatCents(cents(amount))).toBe(text);
  });
});

describe('cents', () => {
  it('refuses what is not a whole number', () => {
    expect(() => cents(0.5)).toThrow(RangeError);
    expect(() => cents(Number.NaN)).toThrow(RangeError);
  });

  it('adds up', () => {
    expect(sumCents([])).toBe(0);
    expect(sumCents([cents(1), cents(2), cents(500000)])).toBe(500003);
  });
});

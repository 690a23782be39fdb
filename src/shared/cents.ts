import { err, ok, type Result } from './result';

declare const centsBrand: unique symbol;

/** An amount of money in whole US cents. */
export type Cents = number & { readonly [centsBrand]: true };

export type BadAmount = { kind: 'bad_amount'; message: string };

const MOST_CENTS = 99_999_999_99;
const EXPECTED = 'Enter dollars, such as 1,240.00.';

/** Whole cents from a literal or a database row; anything else is a bug and throws. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not whole cents: ${value}`);
  return value as Cents;
}

/** The total of some amounts, in cents. */
export function sumCents(amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce((total, amount) => total + amount, 0));
}

function refuse(why: string): { ok: false; error: BadAmount } {
  return err({ kind: 'bad_amount', message: `${why} ${EXPECTED}` });
}

/**
 * Dollars as people type them (`1,240.00`, `$1,240`, spaces around), from $0 to $99,999,999.99. A comma must stand
 * between thousands, so that `12,40` is asked about and not read as 1,240.
 */
export function parseCents(text: string): Result<Cents, BadAmount> {
  const typed = text.trim();
  if (typed === '') return refuse('No amount was given.');
  if (/^\(.*\)$|^\$?\s*[-\u2010-\u2015\u2212]|-$/.test(typed)) return refuse('An amount cannot be less than zero.');
  const amount = typed.replace(/^\$\s*/, '');
  if (amount === '') return refuse('There is no number after the $ sign.');
  if (/^[\d.]+e[+]?\d+$/i.test(amount)) return refuse('Write the amount out in full, without an e.');
  const parts = /^(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d*))?$/.exec(amount);
  const dollars = parts?.[1]?.replaceAll(',', '') ?? '';
  const fraction = parts?.[2] ?? '';
  if (dollars + fraction === '') return refuse(/^[\d,. ]+$/.test(amount) ? 'This number is not written as dollars.' : 'This is not an amount of money.');
  if (fraction.length > 2) return refuse('An amount has at most two digits after the point.');
  // Leading zeros are harmless; more than ten digits could not be held exactly.
  const value = dollars.replace(/^0+/, '').length > 10 ? Infinity : Number(dollars) * 100 + Number(fraction.padEnd(2, '0'));
  if (value > MOST_CENTS) return refuse('The most that can be entered is $99,999,999.99.');
  return ok(cents(value));
}

/** `$1,240.00`; an amount below zero gets its sign before the dollar sign. */
export function formatCents(amount: Cents): string {
  const whole = Math.abs(amount);
  const dollars = String(Math.floor(whole / 100)).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}$${dollars}.${String(whole % 100).padStart(2, '0')}`;
}

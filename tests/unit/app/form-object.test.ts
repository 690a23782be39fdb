import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formObject } from '@/app/forms/form-object';
import { formValues } from '@/ui/forms/form-values';

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe('a form as an object', () => {
  it('nests claim lines in the order of their numbers', () => {
    expect(formObject(form(['claims.1.rin', 'b'], ['claims.0.rin', 'a'], ['note', 'n']))).toEqual({ claims: [{ rin: 'a' }, { rin: 'b' }], note: 'n' });
  });

  it('joins the parts of a date', () => {
    const fields: [string, string][] = [['askedOn-month', '2'], ['askedOn-day', '9'], ['askedOn-year', '2026']];
    expect(formObject(form(...fields), { dates: ['askedOn'] })).toEqual({ askedOn: '2026-02-09' });
  });
});

// A form's field names are typed by whoever sends it: none may reach what all objects of the process share.
describe('field names that would reach the prototype of all objects', () => {
  const NAMES = ['__proto__.kind', '__proto__', 'claims.__proto__.kind', 'a.__proto__.__proto__.kind', 'constructor.prototype.kind', 'constructor', 'toString.kind'];

  afterEach(() => {
    Reflect.deleteProperty(Object.prototype, 'kind');
  });

  it.each(NAMES)('%s changes nothing', (name) => {
    formObject(form([name, 'week']));
    formValues(form([name, 'week'], [name, 'month']));
    expect(Reflect.get({}, 'kind')).toBeUndefined();
    expect(Reflect.get(Object, 'kind')).toBeUndefined();
    expect(typeof Object.prototype.toString).toBe('function');
  });

  it.each(NAMES.filter((n) => n !== '__proto__'))('%s is refused by a strict schema', (name) => {
    expect(z.strictObject({ note: z.string() }).safeParse(formObject(form(['note', 'n'], [name, 'x']))).success).toBe(false);
  });

  it('a name that nests without end is refused, not followed', () => {
    const deep = Array.from({ length: 100_000 }, () => 'a').join('.');
    expect(z.strictObject({}).safeParse(formObject(form([deep, 'x']))).success).toBe(false);
  });

  it('the values shown again stay a plain object', () => {
    const values = formValues(form(['__proto__', 'a'], ['__proto__', 'b'], ['note', 'n']));
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
    expect(values).toEqual({ note: 'n' });
  });
});

import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DatabaseDown } from '@/server/database-down';
import { logConsole, safeError, withoutAddresses } from '@/server/log';

const SECRET = 'Ada R. Lindqvist';

/** As PostgreSQL reports a row that a constraint refused: the row's values stand in it. */
function databaseError(): Error {
  return Object.assign(new Error(`new row violates a check: (${SECRET})`), { severity: 'ERROR', code: '23514', constraint: 'claims_rin_known', detail: `Failing row contains (${SECRET}, 000118420).` });
}

describe('an error in the log', () => {
  it.each([
    ['of PostgreSQL', databaseError()],
    ['of PostgreSQL, inside another', new Error('It failed', { cause: databaseError() })],
    ['of Prisma', Object.assign(new Error(`Invalid invocation: { memberName: "${SECRET}" }`), { name: 'PrismaClientValidationError', meta: { memberName: SECRET } })],
    ['of a body that is no JSON', new SyntaxError(`Unexpected token in "${SECRET}"`)],
    ['of a schema', z.strictObject({}).safeParse({ [SECRET]: 1 }).error ?? new Error('no error')],
    ['of PostgreSQL that could not be reached', new DatabaseDown(databaseError())],
  ])('%s says nothing that was stored or typed', (_what, error) => {
    expect(JSON.stringify(safeError(error))).not.toContain(SECRET);
  });

  it('says what kind it is, where it came from, and our own words', () => {
    expect(safeError(databaseError())).toMatchObject({ code: '23514', constraint: 'claims_rin_known' });
    const ours = safeError(Object.assign(new Error('The worker pool ended', { cause: new TypeError('x is not a function') }), { digest: '1234' }));
    expect(ours).toMatchObject({ name: 'Error', message: 'The worker pool ended', digest: '1234', cause: { name: 'TypeError', message: 'x is not a function' } });
    expect(ours.at[0]).toMatch(/^at .*log\.test\.ts/);
  });

  it.each([[undefined], [null], ['a text'], [{ message: 7, stack: {} }]])('%j is no reason to fail', (thrown) => {
    expect(safeError(thrown).at).toEqual([]);
  });
});

describe('a mail address', () => {
  it.each([
    ['550 <ines.o’neil@provider.example>: no such mailbox', '550 <[address]>: no such mailbox'],
    ['to ines@provider.example, cc zoë@example', 'to [address], cc [address]'],
    ['at the office @ noon', 'at the office @ noon'],
  ])('is taken out of %j', (words, without) => {
    expect(withoutAddresses(words)).toBe(without);
  });
});

describe('the console of a process', () => {
  const real = { ...console };
  afterEach(() => void Object.assign(console, real));

  it('goes through the log: its first line, its error made safe', () => {
    const lines: string[] = [];
    const stream = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
    logConsole(pino({ serializers: { error: (error: unknown) => safeError(error) } }, stream));
    console.error('⨯', databaseError(), { body: SECRET });
    console.warn(`for ines@provider.example\n${SECRET}`);
    expect(lines.join('')).not.toContain(SECRET);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ level: 50, msg: '⨯', error: { code: '23514' } }, { level: 40, msg: 'for [address]' }]);
  });
});

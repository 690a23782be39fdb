import { describe, expect, it } from 'vitest';
import { DatabaseDown, isDatabaseDown, needsDatabase } from '@/server/database-down';

describe('a database that does not answer', () => {
  it.each([
    ['a refused connection', Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })],
    ['a shutdown in the middle', Object.assign(new Error('x'), { code: '57P01' })],
    ['a database that takes no connections', Object.assign(new Error('Database error'), { code: 'P2039', meta: { driverAdapterError: { cause: { originalCode: '55000' } } } })],
    ['one that Prisma wraps', Object.assign(new Error('Raw query failed. Code: `N/A`. Message: `Connection terminated unexpectedly`'), { code: 'P2010' })],
    ['a connection that broke between two statements', new Error('Client has encountered a connection error and is not queryable')],
    ['a cause below', new Error('outer', { cause: Object.assign(new Error('inner'), { code: 'ECONNRESET' }) })],
  ])('%s is told apart', async (_what, error) => {
    expect(isDatabaseDown(error)).toBe(true);
    await expect(needsDatabase(() => Promise.reject(error))).rejects.toBeInstanceOf(DatabaseDown);
  });

  it.each([
    ['a unique key', Object.assign(new Error('Unique constraint failed'), { code: 'P2002' })],
    ['a syntax error', Object.assign(new Error('syntax error at or near'), { code: '42601' })],
    ['a bug', new TypeError('x is undefined')],
    ['nothing', null],
  ])('%s is not', async (_what, error) => {
    expect(isDatabaseDown(error)).toBe(false);
    await expect(needsDatabase(() => Promise.reject(error as Error))).rejects.toBe(error);
  });

  it('carries a digest that the error page knows, new for each time', () => {
    const digest = new DatabaseDown(null).digest;
    expect(digest).toMatch(/^database-down-[0-9a-f]{8}$/);
    expect(new DatabaseDown(null).digest).not.toBe(digest);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PEOPLE, personOf, SANDBOX_PASSWORD, type PersonKey } from '@/server/sandbox/cast/cast';

const readme = readFileSync('README.md', 'utf8');

describe('the README', () => {
  it('names people who can sign in to the sandbox, with the password that they have', () => {
    const known = new Set<string>((Object.keys(PEOPLE) as PersonKey[]).map((key) => personOf(key).email));
    const named = [...readme.matchAll(/`([^`\s]+@[^`\s]+\.example)`/g)].map(([, address = '']) => address);
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((address) => !known.has(address))).toEqual([]);
    expect(readme).toContain(`\`${SANDBOX_PASSWORD}\``);
  });
});

import { afterEach, beforeEach, expect, vi } from 'vitest';

let seen: unknown[][] = [];

beforeEach(() => {
  seen = [];
  vi.spyOn(console, 'error').mockImplementation((...args: unknown[]) => {
    seen.push(args);
  });
});

// A test that expects an error on the console takes over the spy itself.
afterEach(() => {
  vi.restoreAllMocks();
  expect(seen, 'console.error was called').toEqual([]);
});

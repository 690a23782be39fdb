import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const source = new AsyncLocalStorage<() => string>();

/** A new random id; while the sandbox is made one in a fixed order, so that it is the same on every machine. */
export function newId(): string {
  return source.getStore()?.() ?? randomUUID();
}

/** Runs `work` with ids from `ids` in place of random ones. */
export function withIds<T>(ids: () => string, work: () => Promise<T>): Promise<T> {
  return source.run(ids, work);
}

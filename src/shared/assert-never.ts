/** The end of every `switch` over a union: a case that was forgotten does not compile; at run time it is a bug. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}

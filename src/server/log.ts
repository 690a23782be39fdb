import { pino, type Logger } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** What may be known of an error: what kind, where in the code, and the words that this code wrote itself. */
export type SafeError = { name: string; message?: string; code?: string; constraint?: string; digest?: string; at: string[]; cause?: SafeError };

type Told = { name?: unknown; message?: unknown; stack?: unknown; code?: unknown; constraint?: unknown; digest?: unknown; severity?: unknown; cause?: unknown };

/** Their words quote what was asked or stored: a row, a query's arguments, a piece of a body. */
const QUOTING = /^(Prisma|DriverAdapter|Zod|SyntaxError)/;

/** A mail address is a person; everything that looks like one is taken out of a line. */
export const withoutAddresses = (text: string): string => text.replace(/[^\s<>"'“”(),;@]+@[^\s<>"'“”(),;@]+/g, '[address]');

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** An error without health information, addresses or anything that a person typed; nothing of a database error but its code. */
export function safeError(error: unknown, depth = 0): SafeError {
  if (typeof error !== 'object' || error === null) return { name: typeof error, at: [] };
  const told = error as Told;
  const name = text(told.name) ?? 'Error';
  const isQuoting = QUOTING.test(name) || told.severity !== undefined;
  const message = isQuoting ? undefined : text(told.message);
  const [code, constraint, digest] = [told.code, told.constraint, told.digest].map(text);
  return {
    name,
    ...(message !== undefined && { message: withoutAddresses(message) }),
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint }),
    ...(digest !== undefined && { digest }),
    at: (text(told.stack) ?? '').split('\n').filter((line) => /^\s+at /.test(line)).map((line) => line.trim()),
    ...(told.cause !== undefined && depth < 4 && { cause: safeError(told.cause, depth + 1) }),
  };
}

/** The log of one process, a line of JSON per event on standard output. Pass errors as `{ error }`. */
export function createLog(name: string): Logger {
  return pino({ name, serializers: { error: (error: unknown) => safeError(error) } });
}

/**
 * Lets everything that goes to the console of a process (Next says there what failed, with all that an error carries)
 * go through its log instead.
 */
export function logConsole(log: Log): void {
  const line = (write: Log['error']) => (...said: unknown[]) => {
    const words = said.filter((part) => typeof part === 'string').join(' ').split('\n')[0] ?? '';
    const error = said.find((part) => typeof part === 'object' && part !== null && 'stack' in part);
    write.call(log, error === undefined ? {} : { error }, withoutAddresses(words).trim());
  };
  Object.assign(console, { error: line(log.error), warn: line(log.warn), log: line(log.info), info: line(log.info), debug: line(log.debug) });
}

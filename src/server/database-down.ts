import { randomBytes } from 'node:crypto';
import { FileStoreDown } from './file-store-down';

/** The database did not answer. Its digest tells the error page so, and is the reference by which the log is found. */
export class DatabaseDown extends Error {
  readonly digest = `database-down-${randomBytes(4).toString('hex')}`;
  constructor(cause: unknown) {
    super('The database does not answer.', { cause });
  }
}

/** Connection failures of PostgreSQL (classes 08 and 57), of the network, and of Prisma's pool, wherever they stand. */
const CODES = /^(08...|57P0[1-3]|55000|53300|P1001|P1002|P1008|P1017|P2024|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/;
const WORDS = /not currently accepting connections|Connection terminated|terminating connection|server closed the connection|timeout exceeded when trying to connect|Can't reach database|Unable to start a transaction|ECONNREFUSED|connection error and is not queryable|was closed and is not queryable/i;

type Layer = { code?: unknown; originalCode?: unknown; kind?: unknown; message?: unknown; cause?: unknown; meta?: { code?: unknown; driverAdapterError?: unknown } };

/** Does this error mean that the database could not be reached, rather than that a query is wrong? */
export function isDatabaseDown(error: unknown, depth = 0): boolean {
  if (error instanceof DatabaseDown) return true;
  // Its network fails with the same codes.
  if (error instanceof FileStoreDown) return false;
  if (typeof error !== 'object' || error === null || depth > 5) return false;
  const layer = error as Layer;
  if ([layer.code, layer.originalCode, layer.kind, layer.meta?.code].some((code) => typeof code === 'string' && CODES.test(code))) return true;
  if (typeof layer.message === 'string' && WORDS.test(layer.message)) return true;
  return isDatabaseDown(layer.cause, depth + 1) || isDatabaseDown(layer.meta?.driverAdapterError, depth + 1);
}

/** Runs what needs the database; a failure to reach it becomes `DatabaseDown`, anything else stays as it is. */
export async function needsDatabase<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isDatabaseDown(error) && !(error instanceof DatabaseDown) ? new DatabaseDown(error) : error;
  }
}

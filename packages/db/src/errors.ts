/**
 * What the database layer tells its callers apart.
 *
 * `unavailable`: nothing was done or it cannot be known (database away, pool exhausted, timed out);
 * trying later may work. `notFound`: the person of the scope does not exist. `misuse`: a bug of the
 * caller, such as a second statement in a one-flight scope. `setup`: the machine or the server cannot
 * do what is needed; the message is a plain sentence for the person who starts Vida.
 */
export type DbErrorCode = "unavailable" | "notFound" | "misuse" | "setup";

export class DbError extends Error {
  readonly code: DbErrorCode;

  constructor(code: DbErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "DbError";
    this.code = code;
  }
}

/** Tells whether an error is one of this layer's, optionally of one code. */
export function isDbError(error: unknown, code?: DbErrorCode): error is DbError {
  return error instanceof DbError && (code === undefined || error.code === code);
}

const UNAVAILABLE_SQLSTATES = new Set([
  "53000", // insufficient resources
  "53100", // disk full
  "53200", // out of memory
  "53300", // too many connections
  "53400", // configuration limit exceeded
  "55P03", // lock not available (lock_timeout)
  "57014", // statement timeout
  "57P01", // terminated by an administrator
  "57P02", // crash shutdown
  "57P03", // starting up
  "57P05", // idle session timeout
  "58030", // the disk did not read or write
  "25P03", // idle in transaction timeout
  "40001", // serialization failure
  "40P01", // deadlock
]);
const UNAVAILABLE_SYSTEM_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENOENT", // the unix socket is gone
]);
const UNAVAILABLE_PRISMA_CODES = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "P2034",
  "P2037",
]);
const UNAVAILABLE_KINDS = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
  "TransactionWriteConflict",
  "TransactionAlreadyClosed",
]);
const UNAVAILABLE_MESSAGES =
  /timeout exceeded when trying to connect|connection terminated|connection timeout|not queryable|pool after calling end|client was closed|timeout expired/i;

/**
 * Tells whether an error means that the database could not serve now, whatever layer raised it.
 *
 * Knows `pg`'s, Prisma's and the driver adapter's shapes and looks through `cause`. Such a failure
 * leaves nothing half done: the transaction it hit was not committed, except that the answer to a
 * COMMIT itself may be lost, which only an action id can tell.
 */
export function isUnavailable(error: unknown): boolean {
  for (let depth = 0, current: unknown = error; depth < 6 && isRecord(current); depth += 1) {
    if (current instanceof DbError) return current.code === "unavailable";
    const { code, kind, originalCode, message } = current;
    for (const value of [code, originalCode]) {
      if (typeof value !== "string") continue;
      if (UNAVAILABLE_SQLSTATES.has(value) || value.startsWith("08")) return true;
      if (UNAVAILABLE_SYSTEM_CODES.has(value) || UNAVAILABLE_PRISMA_CODES.has(value)) return true;
    }
    if (typeof kind === "string" && UNAVAILABLE_KINDS.has(kind)) return true;
    if (typeof message === "string" && UNAVAILABLE_MESSAGES.test(message)) return true;
    current =
      "cause" in current && current.cause !== undefined ? current.cause : driverError(current);
  }
  return false;
}

/** Prisma keeps the driver's error under `meta.driverAdapterError`. */
function driverError(error: Record<string, unknown>): unknown {
  return isRecord(error["meta"]) ? error["meta"]["driverAdapterError"] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

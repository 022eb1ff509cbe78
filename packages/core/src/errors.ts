export type ErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "invalid"
  | "conflict"
  | "limited"
  | "unavailable";

export type ErrorDetails = {
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  readonly [key: string]: unknown;
};

/**
 * What a person's request may be answered with instead of a result.
 *
 * The codes are closed; `reason` is stable and names the rule (`tracking.outOfRange`). The three doors
 * translate it (tRPC error, tool message, job outcome); any other error is a bug.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly reason: string;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, reason: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(`${code}: ${reason}`, options);
    this.name = "DomainError";
    this.code = code;
    this.reason = reason;
    this.details = details;
  }
}

/** Ends an operation with a typed refusal. */
export function fail(code: ErrorCode, reason: string, details?: ErrorDetails): never {
  throw new DomainError(code, reason, details);
}

/** Tells a typed refusal, optionally of one reason, from a bug. */
export function isDomainError(error: unknown, reason?: string): error is DomainError {
  return error instanceof DomainError && (reason === undefined || error.reason === reason);
}

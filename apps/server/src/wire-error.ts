import { isDomainError, type ErrorCode } from "@vida/core/errors";
import { isUnavailable } from "@vida/db/errors";
import type { FastifyError } from "fastify";

/** HTTP status and JSON-RPC code of each code of the contract, as tRPC numbers them. */
const statusOf: Record<ErrorCode, [http: number, rpc: number]> = {
  unauthenticated: [401, -32001],
  forbidden: [403, -32003],
  not_found: [404, -32004],
  invalid: [400, -32600],
  conflict: [409, -32009],
  limited: [429, -32029],
  unavailable: [503, -32603],
};

export type WireError = {
  status: number;
  headers: Record<string, string>;
  body: { error: { message: string; code: number; data: Record<string, unknown> } };
};

/** An error in the shape of tRPC's own answers, for what ends before a procedure is reached. */
export function wireError(
  code: ErrorCode,
  reason: string,
  more: { httpStatus?: number; requestId?: string; retryAfterSeconds?: number } = {},
): WireError {
  const [http, rpc] = statusOf[code];
  const { httpStatus = http, requestId, retryAfterSeconds } = more;
  const headers: Record<string, string> =
    retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) };
  const details = retryAfterSeconds === undefined ? {} : { details: { retryAfterSeconds } };
  const data = { code, httpStatus, reason, ...(requestId ? { requestId } : {}), ...details };
  return { status: httpStatus, headers, body: { error: { message: reason, code: rpc, data } } };
}

const invalidStatuses: Record<number, string> = {
  400: "request.malformed",
  408: "request.tooSlow",
  413: "request.tooLarge",
  415: "request.mediaType",
  431: "request.headersTooLarge",
};

/** Translates whatever a request died of; a bug shows its request id and nothing else. */
export function toWireError(error: unknown, requestId: string): WireError {
  if (isDomainError(error)) {
    const { retryAfterSeconds } = error.details;
    const more = typeof retryAfterSeconds === "number" ? { retryAfterSeconds } : {};
    return wireError(error.code, error.reason, { requestId, ...more });
  }
  if (isUnavailable(error)) return wireError("unavailable", "database.unavailable", { requestId });
  const status = isFastifyError(error) ? (error.statusCode ?? 500) : 500;
  const reason = invalidStatuses[status];
  if (reason !== undefined) return wireError("invalid", reason, { httpStatus: status, requestId });
  const data = { code: "INTERNAL_SERVER_ERROR", httpStatus: 500, requestId };
  return {
    status: 500,
    headers: {},
    body: { error: { message: "INTERNAL_SERVER_ERROR", code: -32603, data } },
  };
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && "statusCode" in error;
}

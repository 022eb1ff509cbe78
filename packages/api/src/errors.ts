import { TRPCError } from "@trpc/server";
import type { ErrorCode } from "@vida/core/errors";
import { DomainError } from "@vida/core/errors";

type TrpcCode = TRPCError["code"];

/** The closed codes of the domain as tRPC codes, which carry the HTTP status. */
const TRPC_CODES: Readonly<Record<ErrorCode, TrpcCode>> = {
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  invalid: "BAD_REQUEST",
  conflict: "CONFLICT",
  limited: "TOO_MANY_REQUESTS",
  unavailable: "SERVICE_UNAVAILABLE",
};

/** What tRPC itself refuses before an operation is reached. */
const REFUSALS: Partial<Record<TrpcCode, { code: ErrorCode; reason: string }>> = {
  PARSE_ERROR: { code: "invalid", reason: "request.malformed" },
  BAD_REQUEST: { code: "invalid", reason: "request.malformed" },
  UNSUPPORTED_MEDIA_TYPE: { code: "invalid", reason: "request.mediaType" },
  PAYLOAD_TOO_LARGE: { code: "invalid", reason: "request.tooLarge" },
  METHOD_NOT_SUPPORTED: { code: "invalid", reason: "request.method" },
  NOT_FOUND: { code: "not_found", reason: "request.unknownProcedure" },
  UNAUTHORIZED: { code: "unauthenticated", reason: "session.required" },
  FORBIDDEN: { code: "forbidden", reason: "request.forbidden" },
};

export type ErrorData = {
  code: ErrorCode | "INTERNAL_SERVER_ERROR";
  httpStatus: number;
  requestId: string;
  reason?: string;
  fields?: Readonly<Record<string, readonly string[]>>;
  details?: Readonly<Record<string, unknown>>;
};

/** Gives a refusal of the domain its tRPC code. Everything else passes and is a bug. */
export function toTrpcError(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  return new TRPCError({ code: TRPC_CODES[error.code], message: error.reason, cause: error });
}

/** What a client is shown of an error: the closed code and stable reason, or for a bug a request id alone. */
export function errorData(error: TRPCError, httpStatus: number, requestId: string): ErrorData {
  if (error.cause instanceof DomainError) {
    const { code, reason, details } = error.cause;
    const { fields, ...rest } = details;
    return {
      code,
      httpStatus,
      requestId,
      reason,
      ...(fields ? { fields } : {}),
      ...(Object.keys(rest).length > 0 ? { details: rest } : {}),
    };
  }
  const refusal = error.code === "INTERNAL_SERVER_ERROR" ? undefined : REFUSALS[error.code];
  return refusal
    ? { ...refusal, httpStatus, requestId }
    : { code: "INTERNAL_SERVER_ERROR", httpStatus, requestId };
}

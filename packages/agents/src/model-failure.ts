import { DomainError } from "@vida/core/errors";

const KINDS = [
  "key",
  "quota",
  "overloaded",
  "network",
  "timeout",
  "cut",
  "empty",
  "malformed",
  "blocked",
  "tooLong",
  "refused",
] as const;

/**
 * Why a model gave no usable answer.
 *
 * `key` and `quota` mean that the other brain must answer; `overloaded`, `network`, `timeout`, `cut`,
 * `empty` and `malformed` may pass when tried again; `blocked`, `tooLong` and `refused` will not.
 */
export type ModelFailureKind = (typeof KINDS)[number];

const RETRIED = new Set<string>(["overloaded", "network", "timeout", "cut", "empty", "malformed"]);

/** Makes the typed failure of a model call; `details` never holds what people or models wrote. */
export function modelFailure(
  kind: ModelFailureKind,
  details?: Record<string, unknown>,
): DomainError {
  return new DomainError("unavailable", `model.${kind}`, details);
}

/** Names the kind of a model failure, or nothing when the error is another one. */
export function failureKind(error: unknown): ModelFailureKind | undefined {
  if (!(error instanceof DomainError)) return undefined;
  return KINDS.find((kind) => error.reason === `model.${kind}`);
}

/** Tells whether the same call may work when it is made again. */
export function mayRetry(error: unknown): boolean {
  const kind = failureKind(error);
  return kind !== undefined && RETRIED.has(kind);
}

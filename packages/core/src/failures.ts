import { isDbError, isUnavailable } from "@vida/db/errors";

import { DomainError } from "./errors.ts";

type SqlFailure = { readonly state: string; readonly constraint: string };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** The SQLSTATE and constraint behind an error of `pg`, of Prisma or of its driver adapter. */
export function sqlFailure(error: unknown): SqlFailure | null {
  const queue: unknown[] = [error];
  for (let seen = 0; queue.length > 0 && seen < 12; seen += 1) {
    const current = queue.shift();
    if (!isRecord(current)) continue;
    for (const key of ["originalCode", "code", "sqlState"]) {
      const state = current[key];
      if (typeof state === "string" && /^[0-9A-Z]{5}$/.test(state) && !/^P[12]\d{3}$/.test(state)) {
        return { state, constraint: constraintOf(current) };
      }
    }
    queue.push(current["cause"], current["driverAdapterError"], current["meta"]);
  }
  return null;
}

function constraintOf(error: Record<string, unknown>): string {
  const text =
    [error["constraint"], error["originalMessage"], error["message"]].find(
      (v) => typeof v === "string",
    ) ?? "";
  return /constraint "([^"]+)"/.exec(text)?.[1] ?? text;
}

/** Whether an error says that a unique index refused a row, optionally of one name. */
export function isUniqueViolation(error: unknown, name?: string): boolean {
  const failure = sqlFailure(error);
  return failure?.state === "23505" && (name === undefined || failure.constraint === name);
}

/**
 * Turns what the database refuses into the typed errors of the domain; anything else stays the bug it is.
 * SQLSTATEs VC001 and VN001 are raised by `undo_action`.
 */
export async function translateFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    if (isDbError(error, "notFound"))
      throw new DomainError("unauthenticated", "account.gone", {}, { cause: error });
    if (isUnavailable(error))
      throw new DomainError("unavailable", "database.unavailable", {}, { cause: error });
    const failure = sqlFailure(error);
    if (failure?.state === "VC001")
      throw new DomainError("conflict", "undo.movedOn", {}, { cause: error });
    if (failure?.state === "VN001")
      throw new DomainError("not_found", "undo.nothing", {}, { cause: error });
    if (failure?.state === "23505" && failure.constraint === "actions_pkey") {
      throw new DomainError("conflict", "action.running", {}, { cause: error });
    }
    throw error;
  }
}

import { fail } from "./errors.ts";

/** An opaque place in a list: the sort keys of the last row seen. */
export function encodeCursor(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString("base64url");
}

/** The keys of a cursor. Anything that `encodeCursor` did not make is `invalid` (`list.badCursor`). */
export function decodeCursor(cursor: string, count: number): string[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (
      Array.isArray(keys) &&
      keys.length === count &&
      keys.every((key) => typeof key === "string")
    )
      return keys;
  } catch {
    // falls through to the refusal
  }
  return fail("invalid", "list.badCursor", { fields: { cursor: ["cursor inválido"] } });
}

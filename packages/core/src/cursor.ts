import { fail } from "./errors.ts";
import { Day, Id, Instant, Month } from "./fields.ts";

/** What a key of a cursor may be; a place that no list handed out never reaches the database. */
const KEYS = {
  id: (key: string) => Id.safeParse(key).success,
  day: (key: string) => Day.safeParse(key).success,
  month: (key: string) => Month.safeParse(key).success,
  instant: (key: string) => Instant.safeParse(key).success,
  /** A number of rows, months or days. */
  count: (key: string) => /^\d{1,6}$/.test(key),
  text: (key: string) => !key.includes("\0") && key.isWellFormed(),
} satisfies Record<string, (key: string) => boolean>;

type Keys<K extends readonly (keyof typeof KEYS)[]> = { [I in keyof K]: string };

/** An opaque place in a list: the sort keys of the last row seen. */
export function encodeCursor(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString("base64url");
}

/** The keys of a cursor. Anything that `encodeCursor` did not make of such keys is `invalid` (`list.badCursor`). */
export function decodeCursor<const K extends readonly (keyof typeof KEYS)[]>(
  cursor: string,
  kinds: K,
): Keys<K> {
  const keys = parse(Buffer.from(cursor, "base64url").toString());
  if (fits(keys, kinds)) return keys;
  return fail("invalid", "list.badCursor", { fields: { cursor: ["cursor inválido"] } });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fits<K extends readonly (keyof typeof KEYS)[]>(keys: unknown, kinds: K): keys is Keys<K> {
  return (
    Array.isArray(keys) &&
    keys.length === kinds.length &&
    kinds.every((kind, n) => typeof keys[n] === "string" && KEYS[kind](keys[n]))
  );
}

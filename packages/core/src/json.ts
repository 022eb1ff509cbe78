import type { Prisma } from "@vida/db/generated/prisma/client";

/** Replaces what PostgreSQL's jsonb refuses (NUL, half surrogate pairs) by U+FFFD. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
}

/** A value as a jsonb column takes it: plain JSON, every string storable. `null` is a column's own affair. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  const json: unknown = JSON.parse(storableJson(value));
  if (!isJsonValue(json)) throw new TypeError("null is no jsonb value");
  return json;
}

/** Plain JSON text that jsonb takes: every string storable. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!UNSTORABLE.test(json)) return json;
  return JSON.stringify(value, (_key, item: unknown) => storable(item));
}

/** NUL and half surrogate pairs, as JSON writes them. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/;

function storable(value: unknown): unknown {
  if (typeof value === "string") return storableText(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [storableText(key), item]));
}

/** What JSON.parse returns is JSON; only null has its own form in Prisma. */
function isJsonValue(json: unknown): json is Prisma.InputJsonValue {
  return json !== null;
}

import type { Prisma } from "@vida/db/generated/prisma/client";

import { storableText } from "./live/events.ts";

/** A value as a jsonb column takes it: plain JSON, every string storable. `null` is a column's own affair. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  const json: unknown = JSON.parse(storableJson(value));
  if (!isJsonValue(json)) throw new TypeError("null is no jsonb value");
  return json;
}

/** Plain JSON text that jsonb takes: every string storable. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === "string" ? storableText(item) : item,
  );
}

/** What JSON.parse returns is JSON; only null has its own form in Prisma. */
function isJsonValue(json: unknown): json is Prisma.InputJsonValue {
  return json !== null;
}

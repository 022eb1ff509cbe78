import type { Prisma } from "@vida/db/generated/prisma/client";
import { storableText } from "./live/events.ts";

/** A value as a jsonb column takes it: plain JSON, every string storable. `null` is a column's own affair. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  const text = JSON.stringify(value, (_key, item: unknown) => (typeof item === "string" ? storableText(item) : item));
  const json: unknown = JSON.parse(text);
  if (!isJsonValue(json)) throw new TypeError("null is no jsonb value");
  return json;
}

/** What JSON.parse returns is JSON; only null has its own form in Prisma. */
function isJsonValue(json: unknown): json is Prisma.InputJsonValue {
  return json !== null;
}

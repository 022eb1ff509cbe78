import type { Prisma } from "@vida/db/generated/prisma/client";
import { storableText } from "./live/events.ts";

/** A value as a jsonb column takes it: plain JSON, every string storable. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  const text = JSON.stringify(value, (_key, item: unknown) => (typeof item === "string" ? storableText(item) : item));
  return JSON.parse(text) as Prisma.InputJsonValue;
}

import { shortDay } from "../../lib/format.ts";
import { t } from "../../lib/t.ts";
import type { Outputs } from "../../trpc/context.ts";

export type Item = Outputs["memory"]["search"]["items"][number];

/** How sure one can be of an item, in words instead of a number. */
export function sureness({ source, confidence, validated }: Item): string {
  if (source === "user_input") return t("memory.youWrote");
  if (validated) return t(source === "conversation" ? "memory.youSaid" : "memory.youConfirmed");
  if (source === "conversation" && confidence >= 0.8) return t("memory.youSaid");
  if (confidence >= 0.8) return t("memory.noticed");
  return t(confidence >= 0.6 ? "memory.think" : "memory.unsure");
}

/** "valeu de 3 mai. a 12 nov."; null for what still holds. */
export function heldWords({ validFrom, validTo }: Item, today: string): string | null {
  if (validTo === null) return null;
  return t("memory.until", { from: shortDay(validFrom, today), to: shortDay(validTo, today) });
}

/** An item in a few words, for a toast. */
export function briefly({ title, content }: Pick<Item, "title" | "content">): string {
  const text = title ?? content;
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text;
}

import { isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { dateToDay } from "../dates.ts";
import { fail } from "../errors.ts";
import { cutText } from "../text.ts";
import { ItemView } from "./schemas.ts";

/** A stored item without its generated search columns. */
export const ITEM_COLUMNS = {
  userId: true,
  id: true,
  type: true,
  area: true,
  subArea: true,
  title: true,
  content: true,
  tags: true,
  source: true,
  messageId: true,
  evidence: true,
  confidence: true,
  validated: true,
  validFrom: true,
  validTo: true,
  supersededById: true,
  supersededAt: true,
  seenAt: true,
  recordedAt: true,
  updatedAt: true,
} as const;

export type ItemRow = {
  id: string;
  type: string;
  area: string | null;
  subArea: string | null;
  title: string | null;
  content: string;
  tags: string[];
  source: string;
  messageId: string | null;
  evidence: string | null;
  confidence: { toNumber(): number } | number;
  validated: boolean;
  validFrom: Date;
  validTo: Date | null;
  supersededById: string | null;
  seenAt: Date | null;
  recordedAt: Date;
};

export function toItemView(row: ItemRow): ItemView {
  return ItemView.parse({
    ...row,
    confidence: typeof row.confidence === "number" ? row.confidence : row.confidence.toNumber(),
    unseen: row.source === "ai_inference" && row.seenAt === null && !row.validated,
    validFrom: dateToDay(row.validFrom),
    validTo: row.validTo === null ? null : dateToDay(row.validTo),
    recordedAt: isoInstant(row.recordedAt),
  });
}

/** An item of the person, or `not_found` (`memory.notFound`). */
export async function findItem(ctx: Ctx, itemId: string): Promise<ItemRow> {
  const row = await ctx.tx.knowledgeItem.findFirst({
    where: { userId: ctx.userId, id: itemId },
    select: ITEM_COLUMNS,
  });
  return row ?? fail("not_found", "memory.notFound", { itemId });
}

/** A title for an item without one: its first words. */
export function shortTitle(content: string): string {
  const line = content.replace(/\s+/g, " ").trim();
  return line.length <= 80 ? line : `${cutText(line, 77).trimEnd()}…`;
}

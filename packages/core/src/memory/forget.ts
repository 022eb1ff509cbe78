import { createHash } from "node:crypto";

import type { Ctx } from "../context.ts";
import { write } from "../operation.ts";
import { findItem, shortTitle } from "./rows.ts";
import { ForgottenView, ItemInput } from "./schemas.ts";
import { carriedWords } from "./words.ts";

/**
 * Forgets an item for good: the row and its images in the trail go, and only hashes of its words stay, so
 * that it is never learnt again. It cannot be undone.
 */
export const forgetItem = write({
  name: "memory.forget",
  input: ItemInput,
  output: ForgottenView,
  touches: ["memory"],
  async run(ctx, { itemId }) {
    const item = await findItem(ctx, itemId);
    await ctx.tx.$executeRaw`select set_config('app.audit', 'off', true)`;
    await ctx.tx.knowledgeItem.updateMany({
      where: { userId: ctx.userId, supersededById: itemId },
      data: { supersededById: null },
    });
    await ctx.tx.knowledgeItem.delete({
      where: { userId_id: { userId: ctx.userId, id: itemId } },
      select: { id: true },
    });
    await ctx.tx.$executeRaw`
      update audit_log set before = null, after = null
       where user_id = ${ctx.userId}::uuid and table_name = 'knowledge_items' and row_id = ${itemId}::uuid`;
    await ctx.tx.$executeRaw`
      update actions set output = null, title = 'Guardei algo que depois esqueci'
       where user_id = ${ctx.userId}::uuid and output ->> 'id' = ${itemId} and operation like 'memory.%'`;
    await ctx.tx.forgottenItem.create({
      data: {
        userId: ctx.userId,
        id: ctx.id(),
        wordHashes: wordHashes(ctx.userId, item.content),
        forgottenAt: ctx.nowDate,
      },
    });
    await ctx.tx.$executeRaw`select set_config('app.audit', '', true)`;
    return { id: itemId, title: "Esqueci o que você pediu" };
  },
  trail: ({ title }) => title,
  async summarize(ctx, { itemId }) {
    const item = await findItem(ctx, itemId);
    return {
      title: "Esquecer",
      details: [{ label: "O quê", value: shortTitle(item.content) }],
      warnings: ["não dá para desfazer"],
      weight: "heavy",
    };
  },
});

/** Salted hashes of the words that carry meaning; they tell sameness and nothing else. */
export function wordHashes(userId: string, content: string): string[] {
  return [...carriedWords(content)].map((word) =>
    createHash("sha256").update(`${userId}/${word}`).digest("base64url").slice(0, 16),
  );
}

/** Whether a sentence says again what was forgotten: at least two thirds of the forgotten words return. */
export async function isForgotten(ctx: Ctx, content: string): Promise<boolean> {
  const said = new Set(wordHashes(ctx.userId, content));
  const rows = await ctx.tx.forgottenItem.findMany({ where: { userId: ctx.userId } });
  return rows.some(
    ({ wordHashes: gone }) =>
      gone.length > 0 && gone.filter((hash) => said.has(hash)).length / gone.length >= 2 / 3,
  );
}

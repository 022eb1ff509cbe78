import type { Ctx } from "../context.ts";
import { write } from "../operation.ts";
import { neverAgain, readForgotten } from "./forgotten.ts";
import { findItem, shortTitle } from "./rows.ts";
import { ForgottenView, ItemInput } from "./schemas.ts";

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
    await neverAgain(ctx, item.content);
    await dropQuestions(ctx);
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

/** Questions about other items may quote what was forgotten. */
async function dropQuestions(ctx: Ctx): Promise<void> {
  const forgotten = await readForgotten(ctx);
  const asked = await ctx.tx.memoryQuestion.findMany({ where: { userId: ctx.userId } });
  const gone = asked.filter(({ claim }) => forgotten(claim)).map(({ id }) => id);
  await ctx.tx.memoryQuestion.deleteMany({ where: { userId: ctx.userId, id: { in: gone } } });
}

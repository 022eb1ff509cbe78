import { isoInstant } from "../context.ts";
import { read } from "../operation.ts";
import { ITEM_COLUMNS, findItem, toItemView } from "./rows.ts";
import { HistoryView, ItemInput, WhyView } from "./schemas.ts";

/** An item with all that it replaced and all that replaced it, oldest first. */
export const readItemHistory = read({
  name: "memory.history",
  input: ItemInput,
  output: HistoryView,
  async run(ctx, { itemId }) {
    await findItem(ctx, itemId);
    const chain = await ctx.tx.$queryRaw<{ id: string }[]>`
      with recursive later as (
        select id, superseded_by_id from knowledge_items where user_id = ${ctx.userId}::uuid and id = ${itemId}::uuid
        union
        select k.id, k.superseded_by_id from knowledge_items k join later on k.user_id = ${ctx.userId}::uuid and k.id = later.superseded_by_id
      ), all_of as (
        select id from later
        union
        select k.id from knowledge_items k join all_of on k.user_id = ${ctx.userId}::uuid and k.superseded_by_id = all_of.id
      )
      select id from all_of`;
    const rows = await ctx.tx.knowledgeItem.findMany({
      where: { userId: ctx.userId, id: { in: chain.map(({ id }) => id) } },
      orderBy: [{ validFrom: "asc" }, { recordedAt: "asc" }],
      select: ITEM_COLUMNS,
    });
    return { items: rows.map(toItemView) };
  },
});

/** Where an item came from: the person's own sentence, or the evidence of an inference. */
export const readWhy = read({
  name: "memory.why",
  input: ItemInput,
  output: WhyView,
  async run(ctx, { itemId }) {
    const item = await findItem(ctx, itemId);
    const message =
      item.messageId === null
        ? null
        : await ctx.tx.message.findFirst({ where: { userId: ctx.userId, id: item.messageId } });
    return {
      itemId,
      message:
        message === null
          ? null
          : {
              messageId: message.id,
              conversationId: message.conversationId,
              text: message.text,
              at: isoInstant(message.createdAt),
            },
      evidence: item.evidence,
      source: toItemView(item).source,
    };
  },
});

import { write } from "../operation.ts";
import { ITEM_COLUMNS, findItem, shortTitle, toItemView } from "./rows.ts";
import { ItemInput, ItemView, UpdateItemInput } from "./schemas.ts";

/** Corrects an item; what the person wrote is validated and certain. */
export const updateItem = write({
  name: "memory.update",
  input: UpdateItemInput,
  output: ItemView,
  touches: ["memory"],
  async run(ctx, { itemId, title, content, tags }) {
    await findItem(ctx, itemId);
    const row = await ctx.tx.knowledgeItem.update({
      where: { userId_id: { userId: ctx.userId, id: itemId } },
      data: {
        ...(title === undefined ? {} : { title }),
        ...(content === undefined ? {} : { content }),
        ...(tags === undefined ? {} : { tags }),
        validated: true,
        confidence: 1,
        seenAt: ctx.nowDate,
        updatedAt: ctx.nowDate,
      },
      select: ITEM_COLUMNS,
    });
    return toItemView(row);
  },
  trail: (item) => `Corrigi: ${item.title ?? shortTitle(item.content)}`,
});

/** Says that an item is right: certain from now on, never overruled by inference. */
export const validateItem = write({
  name: "memory.validate",
  input: ItemInput,
  output: ItemView,
  touches: ["memory"],
  async run(ctx, { itemId }) {
    await findItem(ctx, itemId);
    const row = await ctx.tx.knowledgeItem.update({
      where: { userId_id: { userId: ctx.userId, id: itemId } },
      data: { validated: true, confidence: 1, seenAt: ctx.nowDate, updatedAt: ctx.nowDate },
      select: ITEM_COLUMNS,
    });
    return toItemView(row);
  },
  trail: (item) => `Confirmei: ${item.title ?? shortTitle(item.content)}`,
});

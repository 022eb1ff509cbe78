import type { Ctx } from "../context.ts";
import { dayToDate } from "../dates.ts";
import { fail } from "../errors.ts";
import { AREA_OF } from "../fields.ts";
import { write } from "../operation.ts";
import type { Summary } from "../operation.ts";
import { statesClash, statesOf } from "./contradictions.ts";
import { ITEM_COLUMNS, shortTitle, toItemView } from "./rows.ts";
import type { ItemRow } from "./rows.ts";
import { AddItemInput, AddedView } from "./schemas.ts";

/**
 * Remembers something the person said.
 *
 * What cannot hold beside it (another job, city, marital status, figure, taste) ends its validity and keeps
 * its row; unrelated or merely newer facts never retire each other. What the rules do not see, the model of
 * who has agreed to it looks for afterwards. This is the person's own word: typed in
 * the form, or confirmed on a card that names what it takes the place of. The nightly learning, which nobody
 * confirms, asks instead.
 */
export const addItem = write({
  name: "memory.add",
  input: AddItemInput,
  output: AddedView,
  touches: ["memory"],
  async run(ctx, input) {
    const { type, content, area = null, subArea = null } = input;
    if (subArea !== null && AREA_OF[subArea] !== area) {
      fail("invalid", "areas.mismatch", { fields: { subArea: ["não pertence a essa área"] } });
    }
    const validFrom = input.validFrom ?? ctx.today;
    const replaced = await replacedBy(ctx, content, validFrom);
    const id = ctx.id();
    const row = await ctx.tx.knowledgeItem.create({
      data: {
        userId: ctx.userId,
        id,
        type,
        area,
        subArea,
        title: input.title ?? null,
        content,
        tags: input.tags ?? [],
        source: ctx.actor === "user" ? "user_input" : "conversation",
        confidence: input.confidence ?? (ctx.actor === "user" ? 1 : 0.9),
        validated: ctx.actor === "user",
        validFrom: dayToDate(validFrom),
        recordedAt: ctx.nowDate,
        updatedAt: ctx.nowDate,
      },
      select: ITEM_COLUMNS,
    });
    for (const old of replaced) await supersede(ctx, old, id, validFrom);
    if (ctx.preferences.model.cloud === "agreed")
      await ctx.enqueue("memory.compare", { userId: ctx.userId, itemId: id });
    return { ...toItemView(row), supersedes: replaced.map((old) => old.id) };
  },
  trail: (item) => `Guardei: ${item.title ?? shortTitle(item.content)}`,
  async summarize(ctx, input): Promise<Summary> {
    const replaced = await replacedBy(ctx, input.content, input.validFrom ?? ctx.today);
    return {
      title: "Guardar na memória",
      details: [
        { label: "O quê", value: input.content },
        ...replaced.map(({ content }) => ({ label: "No lugar de", value: content })),
      ],
      warnings: [],
      weight: "line",
    };
  },
});

/** The items in force that a new sentence contradicts. */
async function replacedBy(ctx: Ctx, content: string, validFrom: string): Promise<ItemRow[]> {
  const states = statesOf(content);
  if (states.length === 0) return [];
  const rows = await ctx.tx.knowledgeItem.findMany({
    where: { userId: ctx.userId, validTo: null, validFrom: { lte: dayToDate(validFrom) } },
    select: ITEM_COLUMNS,
    orderBy: { recordedAt: "desc" },
    take: 500,
  });
  return rows.filter((row) => statesClash(statesOf(row.content), states));
}

/** Ends an item's validity in favour of another; its row stays. */
export async function supersede(ctx: Ctx, old: ItemRow, byId: string, day: string): Promise<void> {
  await ctx.tx.knowledgeItem.update({
    where: { userId_id: { userId: ctx.userId, id: old.id } },
    data: {
      validTo: dayToDate(day),
      supersededById: byId,
      supersededAt: ctx.nowDate,
      updatedAt: ctx.nowDate,
    },
    select: { id: true },
  });
}

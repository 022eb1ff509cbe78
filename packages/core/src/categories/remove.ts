import { fail } from "../errors.ts";
import { write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { countRows, moveRows } from "./references.ts";
import { FALLBACK, categoryOf, loadCategories } from "./rows.ts";
import { RemoveCategoryInput, RemovedCategoryView } from "./schemas.ts";
import type { CategoryView } from "./schemas.ts";

/**
 * Removes a category: its rows go to another of its kind, its children under that one.
 *
 * The two that take what has no category stay (`conflict`, `categories.needed`); the target is another one
 * (`invalid`, `categories.sameTarget`).
 */
export const removeCategory = write({
  name: "categories.remove",
  input: RemoveCategoryInput,
  output: RemovedCategoryView,
  touches: ["categories", "transactions", "bills", "expenses", "finance"],
  async run(ctx, input) {
    await lockLedger(ctx);
    const { category, target } = move(await loadCategories(ctx), input);
    const moved = await moveRows(ctx, category.id, target.id);
    const top = target.parentKey === null || target.parentKey === category.key;
    await ctx.tx.category.updateMany({
      where: { userId: ctx.userId, parentId: category.id, id: { not: target.id } },
      data: { parentId: top ? target.id : null, updatedAt: ctx.nowDate },
    });
    await ctx.tx.category.updateMany({
      where: { userId: ctx.userId, parentId: category.id, id: target.id },
      data: { parentId: null, updatedAt: ctx.nowDate },
    });
    await ctx.tx.category.delete({
      where: { userId_id: { userId: ctx.userId, id: category.id } },
    });
    const movedTo = target.parentKey === category.key ? { ...target, parentKey: null } : target;
    return { id: category.id, category, movedTo, moved };
  },
  trail: ({ category, movedTo }) => `Categoria ${category.name} apagada, tudo em ${movedTo.name}`,
  async summarize(ctx, input) {
    const { category, target } = move(await loadCategories(ctx), input);
    const count = await countRows(ctx, category.id);
    return {
      title: `Apagar categoria ${category.name}`,
      details: [
        { label: "Vai para", value: target.name },
        { label: "Lançamentos", value: String(count) },
      ],
      warnings: [],
      weight: "heavy",
    };
  },
});

function move(
  categories: readonly CategoryView[],
  { kind, key, moveToKey }: RemoveCategoryInput,
): { category: CategoryView; target: CategoryView } {
  const category = categoryOf(categories, kind, key, "key");
  const target = categoryOf(categories, kind, moveToKey, "moveToKey");
  if (category.id === target.id) {
    fail("invalid", "categories.sameTarget", {
      fields: { moveToKey: ["escolha outra categoria"] },
    });
  }
  if (category.key === FALLBACK[kind]) {
    fail("conflict", "categories.needed", {
      fields: { key: ["esta categoria recebe o que não tem outra"] },
    });
  }
  return { category, target };
}

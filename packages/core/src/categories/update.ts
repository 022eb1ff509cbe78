import { write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { checkParent } from "./parent.ts";
import { categoryOf, loadCategories, uniqueCategoryName } from "./rows.ts";
import { CategoryView, UpdateCategoryInput } from "./schemas.ts";

/** Renames or moves a category; its key stays. */
export const updateCategory = write({
  name: "categories.update",
  input: UpdateCategoryInput,
  output: CategoryView,
  touches: ["categories", "transactions", "finance"],
  async run(ctx, input) {
    await lockLedger(ctx);
    const categories = await loadCategories(ctx);
    const category = categoryOf(categories, input.kind, input.key, "key");
    const parentKey = input.parentKey === undefined ? category.parentKey : input.parentKey;
    const { parent } = checkParent(categories, input.kind, category, parentKey);
    const next: CategoryView = {
      ...category,
      name: input.name ?? category.name,
      icon: input.icon ?? category.icon,
      color: input.color === undefined ? category.color : input.color,
      parentKey: parent?.key ?? null,
    };
    const { name, icon, color } = next;
    await uniqueCategoryName(() =>
      ctx.tx.category.update({
        where: { userId_id: { userId: ctx.userId, id: category.id } },
        data: { name, icon, color, parentId: parent?.id ?? null, updatedAt: ctx.nowDate },
      }),
    );
    return next;
  },
  trail: (category) => `Categoria ${category.name} alterada`,
  async summarize(ctx, input) {
    const categories = await loadCategories(ctx);
    const category = categoryOf(categories, input.kind, input.key, "key");
    const { parent } = checkParent(categories, input.kind, category, input.parentKey);
    return {
      title: `Mudar categoria ${category.name}`,
      details: [
        ...(input.name === undefined ? [] : [{ label: "Nome", value: input.name }]),
        ...(input.parentKey === undefined
          ? []
          : [{ label: "Dentro de", value: parent?.name ?? "nenhuma" }]),
      ],
      warnings: [],
      weight: "table",
    };
  },
});

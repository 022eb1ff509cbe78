import type { Ctx } from "../context.ts";
import { write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { checkParent } from "./parent.ts";
import { loadCategories, uniqueCategoryName } from "./rows.ts";
import { keyFor } from "./rules.ts";
import { CategoryView, CreateCategoryInput } from "./schemas.ts";

/** Adds a category. Its name is free within its kind (`categories.nameTaken`); see `checkParent`. */
export const createCategory = write({
  name: "categories.create",
  input: CreateCategoryInput,
  output: CategoryView,
  touches: ["categories", "finance"],
  async run(ctx, input) {
    await lockLedger(ctx);
    return addCategory(ctx, input, await loadCategories(ctx));
  },
  trail: (category) => `Categoria ${category.name} criada`,
  async summarize(ctx, input) {
    const { parent } = checkParent(await loadCategories(ctx), input.kind, null, input.parentKey);
    return {
      title: "Nova categoria",
      details: [
        { label: "Nome", value: input.name },
        { label: "De", value: input.kind === "expense" ? "gastos" : "entradas" },
        ...(parent ? [{ label: "Dentro de", value: parent.name }] : []),
      ],
      warnings: [],
      weight: "line",
    };
  },
});

async function addCategory(
  ctx: Ctx,
  input: CreateCategoryInput,
  categories: readonly CategoryView[],
): Promise<CategoryView> {
  const { kind, name } = input;
  const { parent } = checkParent(categories, kind, null, input.parentKey);
  const taken = new Set(categories.filter((one) => one.kind === kind).map(({ key }) => key));
  const row = {
    id: ctx.id(),
    kind,
    key: keyFor(name, taken),
    name,
    icon: input.icon ?? parent?.icon ?? "🏷️",
    color: input.color ?? parent?.color ?? null,
  };
  await uniqueCategoryName(() =>
    ctx.tx.category.create({
      data: {
        ...row,
        userId: ctx.userId,
        parentId: parent?.id ?? null,
        createdAt: ctx.nowDate,
        updatedAt: ctx.nowDate,
      },
    }),
  );
  return { ...row, parentKey: parent?.key ?? null };
}

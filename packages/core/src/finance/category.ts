import { categoryOf, loadCategories } from "../categories/rows.ts";
import type { CategoryView } from "../categories/schemas.ts";
import type { Ctx } from "../context.ts";

/** The expense category of a key or name, or `not_found` (`categories.notFound`). */
export async function expenseCategory(ctx: Ctx, keyOrName: string): Promise<CategoryView> {
  return categoryOf(await loadCategories(ctx), "expense", keyOrName);
}

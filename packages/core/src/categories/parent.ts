import { fail } from "../errors.ts";
import { categoryOf } from "./rows.ts";
import type { CategoryKind, CategoryView } from "./schemas.ts";

/**
 * The category that another is to stand under, or null. There are two levels: the parent has none itself, and
 * a category with children cannot go under another (`categories.tooDeep`); nor under itself (`categories.ownParent`).
 */
export function checkParent(
  categories: readonly CategoryView[],
  kind: CategoryKind,
  child: CategoryView | null,
  parentKey: string | null | undefined,
): { parent: CategoryView | null } {
  if (parentKey === null || parentKey === undefined) return { parent: null };
  const parent = categoryOf(categories, kind, parentKey, "parentKey");
  if (parent.id === child?.id) {
    fail("invalid", "categories.ownParent", { fields: { parentKey: ["escolha outra categoria"] } });
  }
  const hasChildren = categories.some((one) => one.kind === kind && one.parentKey === child?.key);
  if (parent.parentKey !== null || (child !== null && hasChildren)) {
    fail("invalid", "categories.tooDeep", {
      fields: { parentKey: ["só há dois níveis de categorias"] },
    });
  }
  return { parent };
}

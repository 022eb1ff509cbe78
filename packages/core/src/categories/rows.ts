import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { isUniqueViolation } from "../failures.ts";
import { fold } from "../ptbr/normalize.ts";
import { CategoryView } from "./schemas.ts";
import type { CategoryKind } from "./schemas.ts";

/** Where rows go that nobody gave a category. These two cannot be removed. */
export const FALLBACK: Readonly<Record<CategoryKind, string>> = {
  expense: "other",
  income: "other_income",
};

/** Every category of the person by kind and name, in one statement. */
export async function loadCategories(ctx: Ctx): Promise<CategoryView[]> {
  const rows = await ctx.tx.category.findMany({
    where: { userId: ctx.userId },
    orderBy: [{ kind: "asc" }, { name: "asc" }],
  });
  const keys = new Map(rows.map(({ id, key }) => [id, key]));
  return rows.map((row) =>
    CategoryView.parse({ ...row, parentKey: row.parentId && keys.get(row.parentId) }),
  );
}

/** The category that a key or a name means, among those of a kind. Names match without accents and case. */
export function findCategory(
  categories: readonly CategoryView[],
  kind: CategoryKind,
  keyOrName: string,
): CategoryView | undefined {
  const own = categories.filter((category) => category.kind === kind);
  const wanted = fold(keyOrName).trim();
  return (
    own.find(({ key }) => key === keyOrName) ?? own.find(({ name }) => fold(name).trim() === wanted)
  );
}

/** As `findCategory`; an unknown one is `not_found` (`categories.notFound`). */
export function categoryOf(
  categories: readonly CategoryView[],
  kind: CategoryKind,
  keyOrName: string,
  field = "categoryKey",
): CategoryView {
  const found = findCategory(categories, kind, keyOrName);
  return (
    found ??
    fail("not_found", "categories.notFound", {
      [field]: keyOrName,
      fields: { [field]: ["categoria desconhecida"] },
    })
  );
}

/** Runs a change whose name may be taken within its kind. */
export async function uniqueCategoryName<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error)) {
      fail("conflict", "categories.nameTaken", {
        fields: { name: ["já existe uma categoria com esse nome"] },
      });
    }
    throw error;
  }
}

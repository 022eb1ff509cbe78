import { read } from "../operation.ts";
import { loadCategories } from "./rows.ts";
import { CategoryList, ListCategoriesInput } from "./schemas.ts";

/** The person's categories by kind and name. */
export const listCategories = read({
  name: "categories.list",
  input: ListCategoriesInput,
  output: CategoryList,
  async run(ctx, { kind }) {
    const categories = await loadCategories(ctx);
    return {
      items: categories.filter((category) => kind === undefined || category.kind === kind),
      nextCursor: null,
    };
  },
});

import { createCategory } from "@vida/core/categories/create";
import { listCategories } from "@vida/core/categories/list";
import { removeCategory } from "@vida/core/categories/remove";
import { updateCategory } from "@vida/core/categories/update";

import { mutation, query, router } from "../trpc.ts";

export const categoriesRouter = router({
  list: query(listCategories),
  create: mutation(createCategory),
  update: mutation(updateCategory),
  remove: mutation(removeCategory),
});

import { createCategory } from "@vida/core/categories/create";
import { removeCategory } from "@vida/core/categories/remove";
import {
  CategoryView,
  CreateCategoryInput,
  RemoveCategoryInput,
  RemovedCategoryView,
  UpdateCategoryInput,
} from "@vida/core/categories/schemas";
import { updateCategory } from "@vida/core/categories/update";
import { z } from "zod";

import type { ToolSpec } from "../tool-spec.ts";

const Input = z.discriminatedUnion("action", [
  CreateCategoryInput.extend({ action: z.literal("create") }),
  UpdateCategoryInput.extend({ action: z.literal("update") }),
  RemoveCategoryInput.extend({ action: z.literal("remove") }),
]);

const OPERATIONS = { create: createCategory, update: updateCategory, remove: removeCategory };

/** One tool for the three things that can be done to a category. */
export const CATEGORY_TOOLS: readonly ToolSpec[] = [
  {
    name: "manage_categories",
    kind: "write",
    agents: ["finance"],
    description:
      "Cria (create, com name e kind), altera (update) ou apaga (remove, com moveToKey para onde vão os lançamentos) uma categoria de gastos ou entradas.",
    input: Input,
    references: { key: "category", parentKey: "category", moveToKey: "category" },
    fill: (args) => args,
    call(args) {
      const { action, ...input } = Input.parse(args);
      return { operation: OPERATIONS[action], input };
    },
    summary(output, args) {
      const { action } = Input.parse(args);
      if (action === "remove") {
        const { category, movedTo } = RemovedCategoryView.parse(output);
        return `Categoria ${category.name} apagada, tudo em ${movedTo.name}`;
      }
      const { name } = CategoryView.parse(output);
      return `Categoria ${name} ${action === "create" ? "criada" : "alterada"}`;
    },
  },
];

import { z } from "zod";

import { Id, name, text } from "../fields.ts";

export const CategoryKind = z.enum(["expense", "income"]);
export type CategoryKind = z.infer<typeof CategoryKind>;

const key = text(60).min(1);
const icon = text(50).min(1);
const color = z.string().regex(/^#[0-9a-fA-F]{6}$/, "cor inválida: use #RRGGBB");

export const CategoryView = z.object({
  id: Id,
  key: z.string(),
  kind: CategoryKind,
  name: z.string(),
  parentKey: z.string().nullable(),
  icon: z.string(),
  color: z.string().nullable(),
});
export type CategoryView = z.infer<typeof CategoryView>;

export const ListCategoriesInput = z.object({ kind: CategoryKind.optional() });
export const CategoryList = z.object({
  items: z.array(CategoryView),
  nextCursor: z.string().nullable(),
});

export const CreateCategoryInput = z.object({
  name: name(60).describe("nome da categoria"),
  kind: CategoryKind.describe("expense gasto, income entrada"),
  parentKey: key.optional().describe("categoria de cima"),
  icon: icon.optional(),
  color: color.optional(),
});
export type CreateCategoryInput = z.infer<typeof CreateCategoryInput>;

export const UpdateCategoryInput = z.object({
  kind: CategoryKind,
  key: key.describe("categoria a mudar"),
  name: name(60).optional(),
  parentKey: key.nullable().optional(),
  icon: icon.optional(),
  color: color.nullable().optional(),
});
export type UpdateCategoryInput = z.infer<typeof UpdateCategoryInput>;

export const RemoveCategoryInput = z.object({
  kind: CategoryKind,
  key: key.describe("categoria a apagar"),
  moveToKey: key.describe("categoria que recebe os lançamentos"),
});
export type RemoveCategoryInput = z.infer<typeof RemoveCategoryInput>;

export const RemovedCategoryView = z.object({
  id: Id,
  category: CategoryView,
  movedTo: CategoryView,
  /** Rows that changed category. */
  moved: z.int(),
});

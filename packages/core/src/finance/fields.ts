import { z } from "zod";

import { Day, Month, text } from "../fields.ts";

/** Fields that the parts of the plan share. Browser-safe. */

export const Scope = z.enum(["this", "future", "all"]);
export type Scope = z.infer<typeof Scope>;

export const ScopeInput = Scope.default("this").describe(
  "this: só este mês; future: este e os próximos; all: todos os meses em aberto",
);
/** A month that a plan may speak of. */
export const PlanMonth = Month.refine(
  (month) => month >= "1900-01" && month <= "2199-12",
  "mês fora do alcance",
);
/** A day that a plan may speak of. */
export const PlanDay = Day.refine(
  (day) => day >= "1900-01-01" && day <= "2199-12-31",
  "dia fora do alcance",
);
export const DueDay = z.int().min(1).max(31);
export const CategoryKey = text(60).min(1);
/** Rows of a list of one month; a month rarely has more than a page. */
export const MonthLimit = z.int().min(1).max(100).default(100);

import { t } from "@/lib/t.ts";

import type { FieldSpec, Values } from "./form-values.ts";

export type PlanScope = "this" | "future" | "all";

/** The question of how far a change of a recurring row reaches; none for a row that stands alone. */
export function scopeField(inSeries: boolean): FieldSpec[] {
  if (!inSeries) return [];
  return [
    {
      kind: "choice",
      name: "scope",
      label: t("finance.scope.label"),
      options: (["this", "future", "all"] as const).map((value) => ({
        value,
        label: t(`finance.scope.${value}`),
      })),
    },
  ];
}

export function scopeOf(values: Values): PlanScope {
  const scope = values["scope"];
  return scope === "future" || scope === "all" ? scope : "this";
}

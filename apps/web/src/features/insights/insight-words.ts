import { number } from "../../lib/format.ts";
import { t } from "../../lib/t.ts";
import type { Outputs } from "../../trpc/context.ts";

export type Insight = Outputs["insights"]["list"]["items"][number];

/** The numbers an insight rests on: how many days, how far apart, how strongly; null when it has none. */
export function evidenceOf({ kind, data }: Insight): string | null {
  const { n, lag, effect } = data;
  if (kind !== "correlation" || typeof n !== "number" || typeof effect !== "number") return null;
  const apart = typeof lag === "number" ? Math.abs(lag) : 0;
  return [
    t("insights.days", { count: n }),
    apart === 0 ? t("insights.sameDay") : t("insights.lag", { count: apart }),
    t("insights.effect", { value: number(Math.abs(effect), 2) }),
  ].join(" · ");
}

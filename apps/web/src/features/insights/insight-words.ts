import { number } from "../../lib/format.ts";
import { t } from "../../lib/t.ts";
import type { Outputs } from "../../trpc/context.ts";

export type Insight = Outputs["insights"]["list"]["items"][number];

/** What a list shows before it is opened. */
export const SHOWN_FIRST = 3;

/** The strongest first; facts that need no strength stand before all others. */
export function byStrength(insights: readonly Insight[]): Insight[] {
  const strength = ({ data: { effect } }: Insight): number =>
    typeof effect === "number" ? Math.abs(effect) : Infinity;
  return insights.toSorted((a, b) => (strength(a) === strength(b) ? 0 : strength(b) - strength(a)));
}

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

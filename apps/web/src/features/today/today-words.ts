import { number } from "../../lib/format.ts";
import { t } from "../../lib/t.ts";
import type { Outputs } from "../../trpc/context.ts";
import { exactMoney } from "../finance/kit/sum.tsx";
import { measure, metricLabel } from "../tracking/metric-kinds.ts";

export type Today = Outputs["dashboard"]["today"];

/** "água 500 ml de 2.000 ml · humor 8 de 10"; what was not noted is left out, nothing noted says so. */
export function measuresLine(quick: Today["quick"]): string {
  const said = quick.flatMap(({ type, unit, value, goal }) =>
    value === null
      ? []
      : [
          [
            metricLabel(type).toLowerCase(),
            measure(type, value, unit),
            ...(goal === null ? [] : [t("tracking.ofGoal", { goal: measure(type, goal, unit) })]),
          ].join(" "),
        ],
  );
  return said.length === 0 ? t("today.noMeasures") : said.join(" · ");
}

/** Yesterday in a line: measures, habits, what was spent. */
export function yesterdayLine({
  totals,
  habitsDone,
  habitsExpected,
  spent,
}: Today["yesterday"]): string {
  const parts = [
    ...totals.map(
      ({ type, metricName, value, unit }) =>
        `${metricLabel(type, metricName).toLowerCase()} ${measure(type, value, unit)}`,
    ),
    ...(habitsExpected === 0
      ? []
      : [
          t("today.yesterdayHabits", {
            done: number(habitsDone),
            total: number(habitsExpected),
          }),
        ]),
    ...spent.map(({ amount, currency }) =>
      t("today.yesterdaySpent", { amount: exactMoney(amount, currency) }),
    ),
  ];
  return parts.length === 0 ? t("today.yesterdayBlank") : parts.join(" · ");
}

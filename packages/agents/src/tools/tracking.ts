import { addDays, weekday } from "@vida/core/dates";
import { listEntries } from "@vida/core/tracking/list";
import { recordEntry } from "@vida/core/tracking/record";
import { removeEntry } from "@vida/core/tracking/remove";
import { METRICS, toCanonical } from "@vida/core/tracking/rules";
import { MetricType } from "@vida/core/tracking/schemas";
import type { EntryView, SummaryView } from "@vida/core/tracking/schemas";
import { summarizeEntries } from "@vida/core/tracking/summary";
import { updateEntry } from "@vida/core/tracking/update";
import { dayInWords, measure, metricLabel } from "@vida/core/tracking/words";

import type { Args } from "../ports.ts";
import { tool } from "../tool-spec.ts";
import type { OperationCall, ToolEnv, ToolSpec } from "../tool-spec.ts";

const agents = ["tracking"] as const;

export const TRACKING_TOOLS: readonly ToolSpec[] = [
  tool({
    name: "record_metric",
    agents,
    description:
      "Registra um valor medido: água (ml), peso (kg), sono (hours), exercício (min), humor e energia (score de 1 a 10) ou uma métrica personalizada (type custom e metricId). Um registro por chamada; para vários, chame várias vezes na mesma resposta.",
    operation: recordEntry,
    references: { metricId: "metric" },
    fill: fillRecord,
    after: standing,
    summary: (entry, _args, env) => `${entryInWords(entry, env)} registrado`,
  }),
  tool({
    name: "update_metric",
    agents,
    description:
      "Corrige um registro que já existe. Use o id que veio de get_history; nunca registre de novo para corrigir.",
    operation: updateEntry,
    references: { entryId: "entry" },
    summary: (entry, _args, env) => `${entryInWords(entry, env)} corrigido`,
  }),
  tool({
    name: "delete_metric",
    agents,
    description:
      "Apaga um registro. Use o id que veio de get_history. Para vários, chame várias vezes na mesma resposta.",
    operation: removeEntry,
    references: { entryId: "entry" },
    summary: ({ entry }, _args, env) => `${entryInWords(entry, env)} apagado`,
  }),
  tool({
    name: "get_history",
    agents,
    description:
      "Lista registros com seus ids, dos mais novos aos mais antigos, de um tipo e período.",
    operation: listEntries,
    references: { metricId: "metric" },
    summary: ({ items }) => (items.length === 1 ? "1 registro" : `${items.length} registros`),
  }),
  tool({
    name: "get_stats",
    agents,
    description:
      "Resume um tipo num período: soma, média, mínimo, máximo, último valor, tendência e o alvo da pessoa. Para água e exercício a média é por dia.",
    operation: summarizeEntries,
    references: { metricId: "metric" },
    fill: fillPeriod,
    summary: statsInWords,
  }),
];

/** The canonical unit and the day go onto the card: what is confirmed tomorrow still means today. */
function fillRecord(args: Args, { today, lexicon }: ToolEnv): Args {
  const type = MetricType.safeParse(args["type"]);
  const { value, unit } = args;
  const filled: Args = { ...args, day: args["day"] ?? today };
  if (!type.success || typeof value !== "number") return filled;
  if (type.data === "custom") {
    const metric = lexicon.metrics?.find(({ id }) => id === args["metricId"]);
    return metric === undefined ? filled : { ...filled, unit: metric.unit };
  }
  const canonical = toCanonical(type.data, value, typeof unit === "string" ? unit : undefined);
  return canonical === null
    ? filled
    : { ...filled, value: canonical, unit: METRICS[type.data].unit };
}

/** How the day (water) or week (exercise) now stands against the person's target. */
function standing({ type, day }: EntryView): OperationCall | undefined {
  if (type === "water") return { operation: summarizeEntries, input: { type, from: day, to: day } };
  if (type !== "exercise") return undefined;
  const monday = addDays(day, -((weekday(day) + 6) % 7));
  return { operation: summarizeEntries, input: { type, from: monday, to: addDays(monday, 6) } };
}

/** Seven days up to today unless a period was named. */
function fillPeriod(args: Args, { today }: ToolEnv): Args {
  const to = typeof args["to"] === "string" ? args["to"] : today;
  return { ...args, to, from: args["from"] ?? addDays(to, -6) };
}

/** `Água 2.000 ml hoje`. */
export function entryInWords(entry: EntryView, { today }: ToolEnv): string {
  const value = measure(entry.type, entry.value, entry.unit);
  return `${metricLabel(entry.type, entry.metricName)} ${value} ${dayInWords(entry.day, today)}`;
}

function statsInWords(stats: SummaryView): string {
  const label = metricLabel(stats.type, stats.metricName);
  if (stats.count === 0) return `${label}: nenhum registro no período`;
  const addsUp = stats.type !== "custom" && METRICS[stats.type].addsUp;
  const figure = addsUp ? stats.sum : stats.average;
  const value = measure(stats.type, figure ?? 0, stats.unit);
  return `${label}: ${addsUp ? "total" : "média"} ${value} em ${stats.days === 1 ? "1 dia" : `${stats.days} dias`}`;
}

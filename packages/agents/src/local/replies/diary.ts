import { METRICS } from "@vida/core/tracking/rules";
import { EntryPage, MetricType, SummaryView } from "@vida/core/tracking/schemas";
import type { EntryView } from "@vida/core/tracking/schemas";
import { dateInWords, dayInWords, metricLabel } from "@vida/core/tracking/words";

import type { Reply, ReplyContext } from "../compose.ts";
import { amount, entryInWords } from "./measures.ts";
import { asksLeft, asksList, asksWhether, capital, ended, reply } from "./shared.ts";

const DID: Readonly<Record<MetricType, string>> = {
  water: "você bebeu",
  sleep: "você dormiu",
  exercise: "você se exercitou por",
  weight: "seu peso foi",
  mood: "seu humor foi",
  energy: "sua energia foi",
  custom: "foram",
};

const NOUN: Readonly<Record<MetricType, string>> = {
  water: "água",
  sleep: "sono",
  exercise: "exercício",
  weight: "peso",
  mood: "humor",
  energy: "energia",
  custom: "",
};

function addsUp(type: MetricType): boolean {
  return type === "custom" || METRICS[type].addsUp || type === "sleep";
}

const history = reply(EntryPage, ({ items, nextCursor }, context, args) => {
  const [newest] = items;
  const period = periodOf(args["from"], args["to"], context.today);
  if (newest === undefined) return nothing(args["type"], period, context);
  const oneDay = items.every(
    ({ day, metricId }) => day === newest.day && metricId === newest.metricId,
  );
  const oneKind = items.every(({ type }) => type === newest.type);
  if (oneDay && oneKind && nextCursor === null && !(asksList(context.text) && items.length > 1))
    return dayTotal(newest, items, context);
  const shown = items.slice(0, 15).map((entry) => `- ${entryInWords(entry, context)}`);
  const more = items.length > 15 || nextCursor !== null ? "\n\nHá mais na página do diário." : "";
  return `${period === "" ? "Aqui está" : `Seus registros ${period}`}:\n\n${shown.join("\n")}${more}`;
});

function nothing(type: unknown, period: string, context: ReplyContext): string {
  const kind = MetricType.safeParse(type);
  const noun = kind.success ? NOUN[kind.data] : "";
  const what = noun === "" ? "nenhum registro" : `nenhum registro de ${noun}`;
  const no = asksWhether(context.text) ? "Não: " : "";
  return ended(
    `${no}${no === "" ? "Não há" : "não há"} ${what}${period === "" ? " nesse período" : ` ${period}`}`,
  );
}

/** One day's figure, said as an answer: the sum of what adds up, the newest value of what does not. */
function dayTotal(newest: EntryView, items: readonly EntryView[], context: ReplyContext): string {
  const { type, unit, day } = newest;
  const value = addsUp(type) ? items.reduce((sum, entry) => sum + entry.value, 0) : newest.value;
  const say = (figure: number) => amount(type, figure, unit, context);
  const when = capital(dayInWords(day, context.today));
  const noun = type === "water" ? " de água" : "";
  const label = type === "custom" ? ` de ${(newest.metricName ?? "").toLowerCase()}` : noun;
  const fact = `${DID[type]} ${say(value)}${label}`;
  const target = type === "water" || type === "sleep" ? context.targets?.[type] : undefined;
  if (target === undefined || !(asksWhether(context.text) || asksLeft(context.text)))
    return ended(`${when} ${fact}`);
  return verdict(value, target, say, `${when.toLowerCase()} ${fact}`);
}

/** Answers whether a target was reached, with the figures that say so. */
function verdict(
  value: number,
  target: number,
  say: (figure: number) => string,
  fact: string,
): string {
  return value >= target
    ? `Sim! ${capital(fact)}, e o alvo é ${say(target)}.`
    : `Ainda não: ${fact}. Faltam ${say(target - value)} para o alvo de ${say(target)}.`;
}

const stats = reply(SummaryView, (view, context) => {
  const period = periodOf(view.from, view.to, context.today);
  const label = metricLabel(view.type, view.metricName);
  if (view.count === 0 || view.sum === null || view.average === null)
    return `Não há registros de ${label.toLowerCase()} ${period}.`;
  const say = (value: number) => amount(view.type, value, view.unit, context);
  const single = view.from === view.to;
  const sums = view.type !== "custom" && METRICS[view.type].addsUp;
  const asked = asksWhether(context.text) || asksLeft(context.text);
  if (asked && view.goal !== null && (single || view.type === "exercise")) {
    return verdict(view.sum, view.goal, say, `${period} ${DID[view.type]} ${say(view.sum)}`);
  }
  const main = sums
    ? `${label} ${period}: ${say(view.sum)}${single ? "" : ` no total, média de ${say(view.average)} por dia`}.`
    : single && view.count === 1
      ? `${label} ${period}: ${say(view.average)}.`
      : `${label} ${period}: média de ${say(view.average)}${range(view, say)}.`;
  return `${main}${latest(view, say, context)}${targetOf(view, say, single)}${TREND[view.trend.direction] ?? ""}`;
});

function range({ min, max }: SummaryView, say: (value: number) => string): string {
  return min === null || max === null || min === max ? "" : `, entre ${say(min)} e ${say(max)}`;
}

function latest(
  view: SummaryView,
  say: (value: number) => string,
  { today }: ReplyContext,
): string {
  if (view.latest === null || view.count < 2 || view.type === "water" || view.type === "exercise")
    return "";
  return ended(` O último foi ${say(view.latest.value)}, ${dayInWords(view.latest.day, today)}`);
}

function targetOf(view: SummaryView, say: (value: number) => string, single: boolean): string {
  if (view.goal === null || (view.type === "exercise" && single)) return "";
  const reached = view.type === "exercise" ? view.sum : single ? view.sum : view.average;
  if (reached === null) return "";
  const per = view.type === "exercise" ? "por semana" : "por dia";
  return reached >= view.goal
    ? ` Alvo de ${say(view.goal)} ${per} alcançado.`
    : ` O alvo é ${say(view.goal)} ${per}.`;
}

const TREND: Readonly<Record<string, string>> = {
  rising: " A tendência é de alta.",
  falling: " A tendência é de queda.",
  stable: " Está estável.",
};

function periodOf(from: unknown, to: unknown, today: string): string {
  if (typeof from !== "string" || typeof to !== "string") return "";
  if (from === to) return dayInWords(from, today);
  return `de ${dateInWords(from, today)} a ${to === today ? "hoje" : dateInWords(to, today)}`;
}

export const DIARY_REPLIES: Readonly<Record<string, Reply>> = {
  get_history: history,
  get_stats: stats,
};

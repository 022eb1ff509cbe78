import { METRICS } from "@vida/core/tracking/rules";
import { EntryPage, EntryView, SummaryView } from "@vida/core/tracking/schemas";
import type { MetricType } from "@vida/core/tracking/schemas";
import { dateInWords, dayInWords, measure, metricLabel } from "@vida/core/tracking/words";
import { z } from "zod";

import type { Reply } from "../compose.ts";
import { pick } from "../pick.ts";
import type { SpeakerContext } from "../speaker.ts";

const number = new Intl.NumberFormat("pt-BR", { maximumFractionDigits: 2 });

/** What a recording says besides the entry: how the day or week now stands. */
const Recorded = EntryView.extend({ after: SummaryView.optional() });

/** `2 L` for who speaks in litres, `2.000 ml` for who does not. */
function amount(type: MetricType, value: number, unit: string, { text }: SpeakerContext): string {
  const litres = /\d\s*(l|lt|lts|litros?)\b|litro/i.test(text);
  if (type === "water" && litres) return `${number.format(value / 1000)} L`;
  return measure(type, value, unit);
}

const OF: Readonly<Record<MetricType, string>> = {
  water: "de água",
  sleep: "de sono",
  exercise: "de exercício",
  weight: "de peso",
  mood: "no humor",
  energy: "na energia",
  custom: "",
};

function what(entry: EntryView, context: SpeakerContext): string {
  const value = amount(entry.type, entry.value, entry.unit, context);
  const words =
    entry.type === "custom"
      ? `${metricLabel(entry.type, entry.metricName)}, ${value}`
      : `${value} ${OF[entry.type]}`;
  return `${words}, ${dayInWords(entry.day, context.today)}`;
}

/** Ends a sentence, also after the abbreviation of a month. */
function ended(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}

const recorded: Reply = ({ data, editedByPerson }, context) => {
  const entry = Recorded.safeParse(data);
  if (!entry.success) return undefined;
  const words = what(entry.data, context);
  const standing = standingOf(entry.data.after, context);
  if (context.many) {
    const adjusted = editedByPerson ? " (com o seu ajuste)" : "";
    return `${ended(`${words.charAt(0).toUpperCase()}${words.slice(1)}${adjusted}`)}${standing}`;
  }
  const opening = editedByPerson
    ? "Anotado com o seu ajuste"
    : pick(context.text, ["Anotado", "Registrado", "Pronto", "Prontinho"]);
  return `${ended(`${opening}: ${words}`)}${standing}`;
};

/** Where the day (water) or week (exercise) stands against the person's target. */
function standingOf(stats: SummaryView | undefined, context: SpeakerContext): string {
  if (stats === undefined || stats.sum === null || stats.goal === null) return "";
  const total = amount(stats.type, stats.sum, stats.unit, context);
  const goal = amount(stats.type, stats.goal, stats.unit, context);
  const when =
    stats.from === stats.to
      ? dayInWords(stats.to, context.today)
      : stats.to >= context.today
        ? "esta semana"
        : `na semana de ${dateInWords(stats.from, context.today)}`;
  const text = ` ${when.charAt(0).toUpperCase()}${when.slice(1)} são ${total} de ${goal}.`;
  if (stats.sum < stats.goal) return text;
  return `${text} ${pick(`${context.text}!`, ["Alvo batido!", "Você chegou lá!", "Alvo do período cumprido!"])}`;
}

const corrected: Reply = ({ data }, context) => {
  const entry = EntryView.safeParse(data);
  if (!entry.success) return undefined;
  const opening = pick(context.text, ["Corrigido", "Ajustei", "Pronto, agora está certo"]);
  return ended(`${opening}: ${what(entry.data, context)}`);
};

const removed: Reply = ({ data }, context) => {
  const parsed = z.object({ entry: EntryView }).safeParse(data);
  if (!parsed.success) return undefined;
  return `${ended(`${pick(context.text, ["Apaguei", "Apagado"])}: ${what(parsed.data.entry, context)}`)} Se foi engano, é só dizer "desfaz".`;
};

const history: Reply = ({ data }, context) => {
  const page = EntryPage.safeParse(data);
  if (!page.success) return undefined;
  const { items, nextCursor } = page.data;
  const [only] = items;
  if (only === undefined) return "Não achei nenhum registro nesse período.";
  if (items.length === 1) return ended(`Tenho um registro: ${what(only, context)}`);
  const shown = items.slice(0, 15).map((entry) => `- ${what(entry, context)}`);
  const more = items.length > 15 || nextCursor !== null ? "\n\nHá mais na página do diário." : "";
  return `Aqui está:\n\n${shown.join("\n")}${more}`;
};

const stats: Reply = ({ data }, context) => {
  const parsed = SummaryView.safeParse(data);
  if (!parsed.success) return undefined;
  const view = parsed.data;
  const period = periodInWords(view, context.today);
  const label = metricLabel(view.type, view.metricName);
  if (view.count === 0 || view.sum === null || view.average === null) {
    return `Não há registros de ${label.toLowerCase()} ${period}.`;
  }
  const say = (value: number) => amount(view.type, value, view.unit, context);
  const single = view.from === view.to;
  const addsUp = view.type !== "custom" && METRICS[view.type].addsUp;
  const main = addsUp
    ? `${label} ${period}: ${say(view.sum)}${single ? "" : ` no total, média de ${say(view.average)} por dia`}.`
    : single && view.count === 1
      ? `${label} ${period}: ${say(view.average)}.`
      : `${label} ${period}: média de ${say(view.average)}${range(view, say)}.`;
  return `${main}${latest(view, say, context)}${targetOf(view, say, single)}${TREND[view.trend.direction] ?? ""}`;
};

function range({ min, max }: SummaryView, say: (value: number) => string): string {
  return min === null || max === null || min === max ? "" : `, entre ${say(min)} e ${say(max)}`;
}

function latest(
  view: SummaryView,
  say: (value: number) => string,
  { today }: SpeakerContext,
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

function periodInWords({ from, to }: SummaryView, today: string): string {
  if (from === to) return dayInWords(from, today);
  return `de ${dateInWords(from, today)} a ${to === today ? "hoje" : dateInWords(to, today)}`;
}

export const TRACKING_REPLIES: Readonly<Record<string, Reply>> = {
  record_metric: recorded,
  update_metric: corrected,
  delete_metric: removed,
  get_history: history,
  get_stats: stats,
};

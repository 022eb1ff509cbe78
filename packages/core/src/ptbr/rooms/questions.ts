import { addDays } from "../civil.ts";
import { type Clause, type Scene, didI, has, items, phrase, verb } from "../clause.ts";
import { isMerchantWord } from "../merchants.ts";
import { type Reading, clean, moneyOf } from "../reading.ts";
import type { MetricType, Read } from "../types.ts";
import { oneOf, wordSet } from "../words.ts";
import { finance } from "./finance-questions.ts";
import { goalsNamed } from "./goals.ts";
import { habitsNamed } from "./habits.ts";
import { metricOf } from "./metric-values.ts";
import { asksDay, query, read, reply, span } from "./question-reads.ts";

const OWN = wordSet(
  "meu minha meus minhas eu tenho estou devo me falta faltam preciso ja posso tive consegui cheguei",
);

const OWN_VERBS = [
  "drink",
  "sleep",
  "train",
  "spend",
  "pay",
  "buy",
  "receive",
  "weigh",
  "habit",
  "do",
  "finish",
  "save",
  "wake",
  "owe",
] as const;

function personal(c: Clause): boolean {
  if (c.words.some((w) => OWN.has(w))) return true;
  if (OWN_VERBS.some((g) => didI(c, g) !== null)) return true;
  return (
    c.items.some((x) => x.type === "day" || x.type === "period") &&
    !has(c, "recomendado ideal normal saudavel pessoa alguem gente adulto tempo")
  );
}

const GENERAL = [
  "significa",
  "recomendado",
  "recomendada",
  "ideal",
  "saudavel",
  "funciona",
  "serve",
  "diferenca",
  "capital",
  "receita-de",
  "inventou",
  "descobriu",
  "melhor",
  "pior",
  "custa",
  "custam",
  "normal",
  "emagrece",
  "engorda",
  "calorias",
  "deveria",
  "vale",
  "conversao",
  "cotacao",
];

export function metricReads(
  type: MetricType,
  metricId: string | undefined,
  range: { from: string; to: string; named: boolean },
  today: string,
  stats: boolean,
): Read[] {
  const day = { type, metricId };
  const wide = type === "weight" && !range.named;
  const from = range.named
    ? range.from
    : wide
      ? addDays(today, -29)
      : stats
        ? addDays(today, -6)
        : today;
  const history = read("get_history", { ...day, from, to: range.to, limit: 50 });
  return stats || from !== range.to
    ? [read("get_stats", { ...day, from, to: range.to }), history]
    : [history];
}

/** The reads that answer a question about the person's own things; none for general knowledge. */
export function questionRoom(c: Clause, s: Scene): Reading | null {
  const { today } = s.options;
  const month = today.slice(0, 7);
  const range = span(c, s);
  if (
    phrase(c, "o que eh") ||
    phrase(c, "que eh um|uma") ||
    phrase(c, "o que sao") ||
    phrase(c, "o que significa") ||
    phrase(c, "como funciona") ||
    phrase(c, "qual a diferenca")
  )
    return { agent: "general", reason: "general_knowledge" };
  if (
    phrase(c, "que voce sabe|lembra|guardou") ||
    phrase(c, "voce sabe sobre mim") ||
    phrase(c, "voce lembra") ||
    phrase(c, "sabe sobre mim") ||
    phrase(c, "sobre mim") ||
    phrase(c, "te falei|contei|disse") ||
    phrase(c, "te pedi para lembrar|guardar") ||
    has(c, "memoria memorias lembrancas")
  )
    return reply("memory", [read("search_knowledge", { query: query(c) })]);
  if (
    has(c, "lembrete lembretes alarme alarmes agendado agendada compromisso compromissos agenda") ||
    (has(c, "tenho tem temos") &&
      has(c, "marcado marcada marcados") &&
      has(c, "algo alguma nada coisa que compromisso")) ||
    asksDay(c)
  )
    return reply("general", [read("get_reminders")]);
  const own = personal(c);
  const asks = [
    "quanto",
    "quantos",
    "quantas",
    "qual",
    "media",
    "total",
    "como",
    "evolucao",
    "bati",
    "atingi",
    "cheguei",
    "historico",
    "grafico",
    "resumo",
  ].some((w) => has(c, w));
  if (
    c.words.some((w) => GENERAL.includes(w)) &&
    !(own && asks && !has(c, "deveria recomendado recomendada ideal custa custam vale"))
  )
    return { agent: "general", reason: "general_knowledge" };
  if (phrase(c, "por dia") && !own) return { agent: "general", reason: "general_knowledge" };
  return (
    finance(c, s, range, month, own) ??
    tracking(c, s, range, own) ??
    memory(c, s, own) ??
    (phrase(c, "resumo do dia|mes") ||
    phrase(c, "meu dia") ||
    phrase(c, "minha semana") ||
    phrase(c, "resumo da semana") ||
    phrase(c, "como estou") ||
    phrase(c, "como foi o dia|mes") ||
    phrase(c, "que eu|tenho fazer|para") ||
    phrase(c, "que falta|tenho fazer|hoje") ||
    (phrase(c, "que falta") && has(c, "fazer hoje"))
      ? {
          agent: "tracking",
          reads: [
            read("get_habits", { day: today }),
            read("get_finance_summary", { month }),
            read("get_reminders"),
          ],
        }
      : { agent: "general", reason: "general_knowledge" })
  );
}

function tracking(
  c: Clause,
  s: Scene,
  range: ReturnType<typeof span>,
  own: boolean,
): Reading | null {
  const { today } = s.options;
  if (
    has(c, "metas objetivos") ||
    (has(c, "meta objetivo progresso") && (metricOf(c, s) === null || goalsNamed(c, s).length > 0))
  )
    return reply(
      "tracking",
      c.topicHint === undefined
        ? [read("get_goals")]
        : metricReads(
            c.topicHint,
            undefined,
            { from: today, to: today, named: true },
            today,
            false,
          ),
    );
  const habits = habitsNamed(c, s);
  const counted =
    (s.lexicon.goals ?? []).some(
      (g) => g.unit !== undefined && has(c, g.unit.toLowerCase(), `${g.unit.toLowerCase()}s`),
    ) && has(c, "quantos quantas quanto");
  if (counted)
    return reply("tracking", [
      read("get_goals"),
      ...(habits.length > 0 ? [read("get_habits", { day: today })] : []),
    ]);
  if (has(c, "habito habitos sequencia streak recorde ofensiva rotina") || habits.length > 0)
    return reply("tracking", [
      read("get_habits", { day: range.named && range.from === range.to ? range.from : today }),
    ]);
  const metric = metricOf(c, s);
  if (metric !== null && own) {
    if (!range.named && has(c, "ultima ultimo")) {
      const year = { from: addDays(today, -364), to: today, limit: 1 };
      return reply("tracking", [
        read("get_history", { type: metric.type, metricId: metric.id, ...year }),
      ]);
    }
    const stats =
      has(
        c,
        "media total evolucao tendencia estatistica estatisticas maximo minimo melhor grafico",
      ) || items(c, "period").length > 0;
    return reply("tracking", metricReads(metric.type, metric.id, range, today, stats));
  }
  return null;
}

function memory(c: Clause, s: Scene, own: boolean): Reading | null {
  const people =
    has(c, "aniversario alergico alergica alergia niver") ||
    (own &&
      has(
        c,
        "nome chama gosto prefiro moro trabalho mae pai irma irmao filho filha marido esposa namorada namorado cachorro gato comida cor tipo sanguineo",
      ));
  if (people || (own && verb(c, "see", ["past"]) !== null && has(c, "quando")))
    return reply("memory", [read("search_knowledge", { query: query(c) })]);
  return null;
}

const ASKING = "quanto quanta quantos quantas qual quais como quando onde quem cade que";
const LINKING = wordSet("e o a os as de do da dos das no na nos nas em com pra para mas so sobre");

/** Whether a question says all of itself: "e" leads on from the last one, a bare "ontem?" does too. */
function standsAlone(c: Clause, s: Scene): boolean {
  const verbs = OWN_VERBS.some((g) => didI(c, g) !== null);
  if (c.words[0] === "e") return verbs && (questionRoom(c, s)?.reads ?? []).length > 0;
  const loose = c.words.filter(
    (w, i) => c.tokens[i]?.kind === "word" && !c.covered[i] && !LINKING.has(w),
  );
  const named = metricOf(c, s) !== null || loose.every((w) => isMerchantWord(w));
  return verbs || has(c, ASKING) || loose.length > 1 || !named;
}

/** "e ontem?", "e o sono?": the last question again, about another day or thing. */
export function followUp(c: Clause, s: Scene): Reading | null {
  const last = s.options.context?.lastRead;
  if (last === undefined || c.words.length > 6) return null;
  const lead = c.words[0] === "e" || c.tokens.at(-1)?.norm === "?";
  if (!lead || standsAlone(c, s)) return null;
  // "e o almoço foi 35": a statement, with its own sum.
  if (c.tokens.at(-1)?.norm !== "?" && phrase(c, "foi|deu|custou|saiu *") && moneyOf(c) !== null)
    return null;
  const range = span(c, s);
  const metric = metricOf(c, s);
  if (metric !== null && (last.tool === "get_history" || last.tool === "get_stats")) {
    const from = typeof last.args["from"] === "string" ? last.args["from"] : s.options.today;
    const to = typeof last.args["to"] === "string" ? last.args["to"] : s.options.today;
    return reply(
      "tracking",
      metricReads(
        metric.type,
        metric.id,
        range.named ? range : { from, to, named: true },
        s.options.today,
        last.tool === "get_stats",
      ),
    );
  }
  // "e com uber?": the same list, about something else.
  const thing = c.words.find((w, i) => !c.covered[i] && isMerchantWord(w));
  if (thing !== undefined && oneOf("get_transactions get_finance_summary", last.tool)) {
    const { from, to, month } = last.args;
    const when = from === undefined ? { month: month ?? range.month } : { from, to };
    return reply("finance", [read("get_transactions", { ...when, query: thing, limit: 100 })]);
  }
  if (!range.named) return null;
  // A month's summary has no days: the day's own entries.
  if (last.tool === "get_finance_summary" && range.from === range.to)
    return reply("finance", [read("get_transactions", { from: range.from, to: range.to })]);
  const args =
    "month" in last.args && !("from" in last.args)
      ? { ...last.args, month: range.month }
      : "day" in last.args
        ? { ...last.args, day: range.from }
        : { ...last.args, from: range.from, to: range.to };
  const finance = !oneOf("get_history get_stats get_habits get_goals", last.tool);
  return reply(finance ? "finance" : "tracking", [{ tool: last.tool, args: clean(args) }]);
}

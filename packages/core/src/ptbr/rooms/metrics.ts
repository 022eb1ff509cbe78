import { addDays } from "../civil.ts";
import {
  type Clause,
  type Scene,
  didI,
  first,
  has,
  items,
  order,
  phrase,
  verb,
} from "../clause.ts";
import {
  type Reading,
  asking,
  isFuture,
  leftover,
  mentions,
  propose,
  recordDay,
  vaguePast,
} from "../reading.ts";
import { impersonalPast, negation, otherPerson } from "../subject.ts";
import type { Json, MetricType } from "../types.ts";
import { oneOf, wordSet } from "../words.ts";
import { LIMITS } from "./metric-parts.ts";
import { METRIC_WORDS, WATER, WEIGHT, metricOf, set, valueFor } from "./metric-values.ts";

const UNITS: Readonly<Record<Exclude<MetricType, "custom">, string>> = {
  weight: "kg",
  water: "ml",
  sleep: "hours",
  exercise: "min",
  mood: "score",
  energy: "score",
};

const ASK_VALUE: Readonly<Record<Exclude<MetricType, "custom">, string>> = {
  weight: "Quanto deu na balança, em kg?",
  water: "Quanto de água? Pode ser em ml, litros ou copos.",
  sleep: "Quantas horas de sono?",
  exercise: "Quanto tempo de exercício, em minutos?",
  mood: "De 1 a 10, como está seu humor?",
  energy: "De 1 a 10, como está sua energia?",
};

const DELTA = set(
  "perdi perdeu emagreci engordei ganhei emagrecer perder engordar ganhar faltam falta faltando ideal queria meta objetivo alvo",
);

/** Records of water, sleep, weight, exercise, mood, energy and the person's own metrics. */
export function metricRoom(c: Clause, s: Scene): Reading | null {
  if (
    first(c, "money") !== undefined ||
    (first(c, "installments") !== undefined &&
      !(mentions(c, WATER) && didI(c, "drink") !== null)) ||
    didI(c, "spend") !== null ||
    didI(c, "pay") !== null ||
    (has(c, "custou conta boleto fatura") &&
      !phrase(c, "para a|minha conta") &&
      !phrase(c, "para conta"))
  )
    return null;
  if (
    c.verbHint !== undefined &&
    oneOf("spend pay buy receive", c.verbHint.group) &&
    items(c, "quantity").length === 0 &&
    !ownScore(c, s)
  )
    return null;
  const asked = order(c, "record");
  const metric = metricOf(c, s);
  if (metric === null) return null;
  if (otherPerson(c)) return { agent: "tracking", reason: "third_person" };
  if (negation(c) >= 0) return { agent: "tracking", reason: "negated" };
  if (
    has(c, "ideal alvo sonhos recomendado desejado") ||
    (has(c, "meta objetivo") && asked === null)
  )
    return { agent: "tracking", reason: "relative" };
  if (metric.type === "weight" && mentions(c, DELTA) && !mentions(c, WEIGHT))
    return { agent: "tracking", reason: "relative" };
  if (
    metric.type === "water" &&
    mentions(c, set("tomar beber")) &&
    asked === null &&
    didI(c, "drink") === null &&
    order(c, "drink") === null &&
    verb(c, "want") !== null
  )
    return { agent: "tracking", reason: "intent" };
  const future = isFuture(c, s);
  const found = valueFor(metric.type, c, metric.unit);
  const day = sleepDay(c, s, metric.type);
  const args: Record<string, Json> =
    metric.type === "custom"
      ? {
          type: "custom",
          metricId: metric.id!,
          ...(metric.unit === undefined ? {} : { unit: metric.unit }),
        }
      : { type: metric.type, unit: UNITS[metric.type] };
  const said =
    asked !== null ||
    didI(c, "drink") !== null ||
    didI(c, "sleep") !== null ||
    didI(c, "train") !== null ||
    didI(c, "weigh") !== null ||
    didI(c, "do") !== null;
  if (found === null) {
    if (!said && c.words.length > 4) return null;
    if (
      metric.type === "sleep" &&
      (has(c, "bem mal pouco pessimo pessimamente otimo nada tarde cedo muito demais horrivel") ||
        items(c, "clock").length > 0) &&
      asked === null
    )
      return { agent: "tracking", reason: "no_value" };
    if (
      metric.type === "exercise" &&
      asked === null &&
      !items(c, "quantity").some((q) => q.value.kind === "distance")
    )
      return null;
    if (metric.type === "mood" || metric.type === "energy" || metric.type === "weight")
      if (asked === null) return null;
    if (metric.type === "custom")
      return asked === null && !said
        ? null
        : asking("tracking", "value", `Quanto de ${metric.name ?? "registro"}?`, [], {
            tool: "record_metric",
            args: { ...args, day },
          });
    if (!said) return null;
    return asking("tracking", "value", ASK_VALUE[metric.type], [], {
      tool: "record_metric",
      args: { ...args, day },
    });
  }
  if (found === "range")
    return asking(
      "tracking",
      "value",
      metric.type === "custom"
        ? "Qual o valor?"
        : `Esse valor não cabe aqui. ${ASK_VALUE[metric.type]}`,
      [],
      { tool: "record_metric", args: { ...args, day } },
    );
  if (
    impersonalPast(c, "drink") ||
    impersonalPast(c, "sleep") ||
    impersonalPast(c, "train") ||
    impersonalPast(c, "weigh")
  )
    return { agent: "tracking", reason: "third_person" };
  if (future)
    return asking(
      "tracking",
      "day",
      "Esse dia ainda não chegou. Quer registrar para hoje, ou prefere um lembrete?",
      [{ label: "Registrar hoje", value: s.options.today }],
      { tool: "record_metric", args: { ...args, value: found.value } },
    );
  if (vaguePast(c, s))
    return asking("tracking", "day", "Em que dia foi?", [], {
      tool: "record_metric",
      args: { ...args, value: found.value },
    });
  if (metric.type !== "custom") {
    const [min, max] = LIMITS[metric.type];
    if (found.value < min || found.value > max)
      return asking(
        "tracking",
        "value",
        `Esse valor parece fora do comum. ${ASK_VALUE[metric.type]}`,
        [],
        { tool: "record_metric", args: { ...args, day } },
      );
  }
  // "beber 2 litros de água" as a bare infinitive is a wish, "2 litros de água" a record.
  const wish = verb(c, "want", ["present", "conditional", "imperfect"]);
  if (
    asked === null &&
    !said &&
    wish !== null &&
    !oneOf("estou foi eh deu esta era", c.words[wish.at]) &&
    verb(c, "drink", ["infinitive"]) !== null
  )
    return { agent: "tracking", reason: "intent" };
  // "dormir 8 horas": said of nobody; it is recorded only when confirmed.
  const infinitive = (["drink", "sleep", "train"] as const).some(
    (g) => verb(c, g, ["infinitive"]) !== null,
  );
  if (infinitive && asked === null && !said)
    return c.words.length - c.items.reduce((n, x) => n + x.to - x.from, 0) <= 3
      ? asking(
          "tracking",
          "day",
          "Registro isso para hoje?",
          [{ label: "Sim, hoje", value: s.options.today }],
          { tool: "record_metric", args: { ...args, value: found.value } },
        )
      : { agent: "tracking", reason: "intent" };
  const warnings = [...found.warnings, ...(found.approx ? ["valor aproximado"] : [])];
  const rest = leftover(c, METRIC_WORDS).filter(
    (w) =>
      !AROUND.has(w) &&
      !verbWord(w) &&
      !(s.lexicon.metrics ?? []).some((m) => m.name.toLowerCase().includes(w)),
  );
  return {
    agent: "tracking",
    writes: [propose("record_metric", { ...args, value: found.value, day }, warnings)],
    rest,
  };
}

/** When, where and with what a value came about: said beside it, and kept by nobody. */
const AROUND = wordSet(
  "manha tarde noite madrugada almoco janta jantar lanche cafe acordar levantar dormir deitar cama casa trabalho escola faculdade rua parque praia academia caminho perna pernas costas peito braco bracos ombro ombros triceps biceps gluteo gluteos inferiores superiores corpo antes depois durante inteiro inteira direto seguidas seguidos sozinho sozinha",
);

/** "gastei 18 no pão, humor 7": a score stands for itself, whatever went before it. */
function ownScore(c: Clause, s: Scene): boolean {
  const type = metricOf(c, s)?.type;
  return (type === "mood" || type === "energy" || type === "weight") && c.words.length <= 6;
}

function verbWord(w: string): boolean {
  return (
    /(ei|i|ou|ar|er|ir|ando|endo|indo)$/.test(w) ||
    oneOf(
      "peso foram dentro durante acordei direto seguidas corridas cheio cheios gelada quente natural casa rua parque marcou chegou nivel escala pontos depois antes trabalho acordar gas forte leve",
      w,
    )
  );
}

/** A night belongs to the day of waking: "ontem à noite" ends today. */
function sleepDay(c: Clause, s: Scene, type: MetricType): string {
  const named = first(c, "day");
  if (type === "mood" || type === "energy")
    // "6/10" is a score here, not a date.
    return recordDay(
      {
        ...c,
        items: c.items.filter(
          (x) => !(x.type === "day" && c.words[x.from + 1] === "/" && c.words[x.from + 2] === "10"),
        ),
      },
      s,
    );
  if (type !== "sleep") return recordDay(c, s);
  // "de sexta pra sábado": the day of waking.
  const [from, to] = items(c, "day");
  if (
    from !== undefined &&
    to !== undefined &&
    c.words[from.to] === "para" &&
    to.from === from.to + 1
  )
    return to.value.past;
  if (named?.value.lastNight === true)
    return named.value.past < s.options.today ? addDays(named.value.past, 1) : named.value.past;
  if (phrase(c, "de ontem para hoje")) return s.options.today;
  return recordDay(c, s);
}

import { type Clause, type Scene, first, has, items, verb } from "../clause.ts";
import { bestOf } from "../names.ts";
import { leftover, mentions, round2 } from "../reading.ts";
import type { MetricType } from "../types.ts";
import { oneOf } from "../words.ts";
import { inside, twoPart } from "./metric-parts.ts";

export const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));

export const WATER = set("agua aguas hidratacao hidratei hidratando");

const OTHER_DRINKS = set(
  "cerveja cervejas breja suco sucos leite refrigerante refri coca cha chas vinho whisky vodka chopp chope drink drinks cachaca energetico energeticos monster cafe cafes cafezinho vitamina remedio remedios comprimido comprimidos banho chimarrao mate terere achocolatado agua-de-coco coco caipirinha dose doses shake whey sorvete acai sopa caldo toddy yakult kombucha guarana fanta pepsi gim gin licor",
);

const SLEEP = set("sono soneca cochilo cochilada");

export const WEIGHT = set("peso pesando balanca pesagem");

const EXERCISE = set(
  "exercicio exercicios treino treinos academia musculacao corrida caminhada yoga ioga pilates natacao bike bicicleta spinning futebol esteira crossfit danca zumba boxe luta muaythai jiu judo karate capoeira basquete volei tenis beach funcional hiit cardio pedal pedalada eliptico remo trilha surf skate escalada ginastica hidroginastica pelada futevolei aerobico abdominal abdominais malhacao atividade fisica fisico alongamentos patins padel squash calistenia escada ergometrica muay hidro transport simulador elipitico",
);

const MOOD = set("humor animo");

const ENERGY = set("energia disposicao pique energetico");

export const METRIC_WORDS = new Set([
  ...WATER,
  ...SLEEP,
  ...WEIGHT,
  ...EXERCISE,
  ...MOOD,
  ...ENERGY,
  "nota",
  "medida",
  "quilos",
  "horas",
  "copos",
  "copo",
]);

export type Metric = {
  readonly type: MetricType;
  readonly id?: string;
  readonly name?: string;
  readonly unit?: string;
  readonly sure: boolean;
};

/** The metric type that an argument names, if it names one. */
export function asMetricType(value: unknown): MetricType | undefined {
  return TYPES.find((t) => t === value);
}

const TYPES: readonly MetricType[] = [
  "weight",
  "water",
  "sleep",
  "exercise",
  "mood",
  "energy",
  "custom",
];

/** Which metric the clause speaks of. */
export function metricOf(c: Clause, s: Scene): Metric | null {
  const custom = bestOf(
    c.words.filter((_, i) => !isMoneyAt(c, i)),
    s.lexicon.metrics,
    (m) => m.name,
  );
  if (custom.length > 0)
    return {
      type: "custom",
      id: custom[0]!.thing.id,
      name: custom[0]!.thing.name,
      unit: custom[0]!.thing.unit,
      sure: true,
    };
  const watery = items(c, "quantity").some((q) =>
    c.words.slice(q.from, q.to).some((w) => WATER.has(w)),
  );
  if (watery || mentions(c, WATER)) return { type: "water", sure: true };
  if (mentions(c, MOOD)) return { type: "mood", sure: true };
  if (mentions(c, ENERGY) && !has(c, "conta boleto fatura")) return { type: "energy", sure: true };
  if (mentions(c, SLEEP) || verb(c, "sleep") !== null) return { type: "sleep", sure: true };
  const mass = items(c, "quantity").some((q) => q.value.kind === "mass");
  const duration = items(c, "quantity").some((q) => q.value.kind === "duration");
  if (mentions(c, WEIGHT) || verb(c, "weigh", WEIGHS) !== null)
    return { type: "weight", sure: true };
  if ((mentions(c, EXERCISE) && !mass) || (verb(c, "train") !== null && !mass))
    return { type: "exercise", sure: true };
  const volume = items(c, "quantity").some((q) => q.value.kind === "volume");
  const drinks = c.verbHint?.group === "drink" || verb(c, "drink") !== null;
  // "quanto bebi ontem?": what is counted of drinks is water.
  const counted = volume || has(c, "quanto quantos");
  if (drinks && !mentions(c, OTHER_DRINKS) && counted) return { type: "water", sure: true };
  // "500 ml de manhã": a volume of nothing named is water.
  if (volume && onlyTimes(c)) return { type: "water", sure: true };
  if (c.verbHint !== undefined && duration && onlyTimes(c)) {
    if (c.verbHint.group === "sleep") return { type: "sleep", sure: true };
    if (c.verbHint.group === "train") return { type: "exercise", sure: true };
  }
  // Nothing but the mass speaks of weight: then no other word may be left unread.
  const said =
    has(c, "estou deu marcou cheguei cravado cravados") || leftover(c, METRIC_WORDS).length === 0;
  if (
    mass &&
    said &&
    (has(c, "estou deu marcou cheguei hoje kg peso") || c.words.length <= 3) &&
    !has(c, "perdi emagreci engordei ganhei comprei carne arroz levantei supino mala de")
  )
    return { type: "weight", sure: has(c, "estou marcou cheguei") };
  const range = first(c, "range");
  if (range !== undefined && duration) return null;
  if (c.topicHint !== undefined) return { type: c.topicHint, sure: true };
  return null;
}

/** Nothing but values and words of time. */
function onlyTimes(c: Clause): boolean {
  return c.words.every(
    (w, i) =>
      c.covered[i] === true ||
      c.tokens[i]!.kind === "punct" ||
      oneOf(
        "mais de da a as na pela ao no manha tarde noite madrugada almoco jantar cedo depois antes foram so umas uns agora ja outro outra treino acordar dormir",
        w,
      ),
  );
}

/** "treinei pesado" weighs nothing. */
const WEIGHS = ["past", "present", "imperfect", "infinitive", "gerund"] as const;

function isMoneyAt(c: Clause, i: number): boolean {
  return c.items.some((x) => x.type === "money" && i >= x.from && i < x.to);
}

/** The value in the metric's own unit, with warnings for the card. */
export function valueFor(
  type: MetricType,
  c: Clause,
  unit?: string,
): { value: number; warnings: string[]; approx: boolean } | "range" | null {
  const quantities = items(c, "quantity");
  const numbers = items(c, "number").filter((n) => !n.value.article);
  const pick = (kind: string): (typeof quantities)[number] | undefined =>
    quantities.find((q) => q.value.kind === kind);
  const plain = (): number | null => numbers.at(0)?.value.value ?? null;
  if (type === "water") {
    const volumes = quantities.filter((q) => q.value.kind === "volume");
    if (volumes.length > 0) {
      const joined =
        volumes.length > 1 &&
        c.words
          .slice(volumes[0]!.to, volumes[1]!.from)
          .every((w) => w === "e" || w === "mais" || w === "de" || w === "agua" || w === ",");
      const used = joined ? volumes : volumes.slice(0, 1);
      // "350 ml 2x": so much, so many times.
      const often = numbers.find(
        (n) => n.from === used[0]!.to && oneOf("x vez vezes", c.words[n.to]),
      );
      const vessel = used.map((v) => v.value.vessel).find((v) => v !== undefined);
      const warnings = vessel === undefined ? [] : [`${vessel.name} de ${vessel.ml} ml`];
      return {
        value: round2(used.reduce((sum, v) => sum + v.value.value, 0) * (often?.value.value ?? 1)),
        warnings,
        approx: used.some((v) => v.value.approx),
      };
    }
    const many = first(c, "installments")?.value;
    if (many?.each !== undefined)
      return { value: many.count * Number(many.each), warnings: [], approx: false };
    const n = plain();
    if (n !== null && n <= 10 && c.topicHint === "water")
      return { value: n * 1000, warnings: [], approx: false };
    return n !== null && n >= 50 && n <= 10000 && !pick("duration")
      ? { value: n, warnings: [], approx: false }
      : null;
  }
  if (type === "weight") {
    const mass = pick("mass");
    if (mass !== undefined) {
      // "79.850 kg": a thousand is no weight, grams behind the point are.
      const dotted = /^\d{2,3}\.\d{3}$/.test(c.words[mass.from] ?? "");
      const kilos = dotted ? mass.value.value / 1000 : mass.value.value;
      return { value: round2(kilos), warnings: [], approx: mass.value.approx };
    }
    const n = twoPart(c) ?? plain();
    return n !== null && n >= 20 && n <= 400
      ? { value: round2(n), warnings: [], approx: false }
      : null;
  }
  if (type === "sleep") {
    const range = first(c, "range");
    if (range !== undefined)
      return { value: round2(range.value.minutes / 60), warnings: [], approx: false };
    const d = pick("duration");
    if (d !== undefined)
      return d.value.value > 24 * 60
        ? "range"
        : { value: round2(d.value.value / 60), warnings: [], approx: d.value.approx };
    const n = plain();
    if (n !== null)
      return n >= 1 && n <= 16
        ? { value: n, warnings: [], approx: numbers[0]!.value.approx }
        : null;
    // "dormi umas 7 e pouco": so many hours, not a time of day.
    const hours = items(c, "clock").find((x) => c.words[x.from] === "umas");
    return hours !== undefined && hours.value.hour >= 1 && hours.value.hour <= 16
      ? {
          value: round2(hours.value.hour + hours.value.minute / 60),
          warnings: [],
          approx: true,
        }
      : null;
  }
  if (type === "exercise") {
    const range = first(c, "range");
    if (range !== undefined) return { value: range.value.minutes, warnings: [], approx: false };
    const durations = quantities.filter((q) => q.value.kind === "duration");
    if (durations.length > 0) {
      const sum = durations.length === 2 && has(c, "mais e") ? durations : durations.slice(0, 1);
      return {
        value: round2(sum.reduce((t, d) => t + d.value.value, 0)),
        warnings: [],
        approx: durations[0]!.value.approx,
      };
    }
    // "corri 1:20": no time of day without "às".
    const timed = items(c, "clock").find(
      (x) => c.words[x.from + 1] === ":" && !oneOf("as a de das ate", c.words[x.from - 1]),
    );
    if (timed !== undefined && verb(c, "train", ["past"]) !== null)
      return {
        value: timed.value.hour * 60 + timed.value.minute,
        warnings: [],
        approx: false,
      };
    // "meia hora de esteira e 20 de bike": the unit of the clause before.
    const bare =
      c.verbHint !== undefined && oneOf("do train record habit", c.verbHint.group) ? plain() : null;
    return bare !== null && bare >= 5 && bare <= 300
      ? { value: bare, warnings: [], approx: false }
      : null;
  }
  if (type === "mood" || type === "energy") {
    const sc = pick("score");
    if (sc !== undefined) return inside(type, sc.value.value);
    const day = items(c, "day").find(
      (d) => c.words[d.from + 1] === "/" && c.words[d.from + 2] === "10",
    );
    if (day !== undefined) return inside(type, Number(c.words[day.from]));
    const n = numbers.length > 0 ? plain() : null;
    return n === null ? null : inside(type, n);
  }
  const wanted =
    unit === undefined
      ? null
      : quantities.find(
          (q) =>
            (q.value.kind === "duration" && /min|hora/i.test(unit)) ||
            (q.value.kind === "distance" && /km/i.test(unit)) ||
            (q.value.kind === "mass" && /kg|quilo/i.test(unit)) ||
            (q.value.kind === "volume" && /ml|litro/i.test(unit)),
        );
  if (wanted !== null && wanted !== undefined)
    return {
      value: round2(
        wanted.value.kind === "duration" && /hora/i.test(unit ?? "")
          ? wanted.value.value / 60
          : wanted.value.value,
      ),
      warnings: [],
      approx: wanted.value.approx,
    };
  const counted = quantities.find((q) => q.value.vessel !== undefined);
  if (counted !== undefined)
    return { value: counted.value.vessel!.count, warnings: [], approx: counted.value.approx };
  const n = plain() ?? items(c, "number").at(0)?.value.value ?? null;
  return n === null ? null : { value: n, warnings: [], approx: false };
}

import { type Clause, type Scene, first, has, order, phrase } from "../clause.ts";
import { type Reading, asking, propose, recordDay } from "../reading.ts";
import { negation, otherPerson } from "../subject.ts";
import type { AskOption } from "../types.ts";
import { metricOf, valueFor } from "./metric-values.ts";

type Entry = NonNullable<Scene["lexicon"]["entries"]>[number];

const two = (n: number): string => String(n).replace(".", ",");

export const short = (day: string): string => `${day.slice(8)}/${day.slice(5, 7)}`;

export function correction(c: Clause): boolean {
  return (
    c.correcting === true ||
    order(c, "change") !== null ||
    phrase(c, "na verdade") ||
    has(c, "correcao corrigindo retificando errei errado errada enganei")
  );
}

function entriesOf(
  c: Clause,
  s: Scene,
  day: string,
): { list: Entry[]; type: string; metricId?: string } | null {
  const metric = metricOf(c, s);
  if (metric === null) return null;
  const list = (s.lexicon.entries ?? []).filter(
    (e) =>
      e.type === metric.type &&
      (metric.id === undefined || e.metricId === metric.id) &&
      e.day === day,
  );
  return { list, type: metric.type, ...(metric.id === undefined ? {} : { metricId: metric.id }) };
}

const NAMES: Readonly<Record<string, string>> = {
  water: "água",
  weight: "peso",
  sleep: "sono",
  exercise: "exercício",
  mood: "humor",
  energy: "energia",
  custom: "registro",
};

function entryOption(e: Entry): AskOption {
  return {
    label: `${two(e.value)} ${e.unit ?? ""} (${short(e.day)})`.replace(/\s+\(/, " ("),
    value: e.id,
  };
}

/** "muda a água de ontem para 2 litros": the entry that is there gets the new value. */
export function metricChangeRoom(c: Clause, s: Scene): Reading | null {
  if (
    !correction(c) ||
    first(c, "money") !== undefined ||
    has(c, "meta alvo lembrete habito conta boleto orcamento fatura") ||
    phrase(c, "como novo")
  )
    return null;
  if (order(c, "change") === null && negation(c) >= 0) return null;
  const day = recordDay(c, s);
  const found = entriesOf(c, s, day);
  if (found === null || otherPerson(c)) return null;
  const metric = metricOf(c, s)!;
  // "de 300 para 500": the last value is the new one.
  const arrow = c.words.lastIndexOf("para");
  const after =
    arrow >= 0 ? { ...c, items: c.items.filter((x) => x.from > arrow || x.type === "day") } : c;
  const value =
    valueFor(metric.type, after, metric.unit) ??
    (after === c ? null : valueFor(metric.type, c, metric.unit));
  if (value === "range")
    return asking("tracking", "value", "Esse valor não cabe aqui. Qual o valor certo?");
  if (found.list.length === 0) {
    if (value === null)
      return asking(
        "tracking",
        "value",
        `Não achei registro de ${NAMES[metric.type]} nesse dia. Qual o valor?`,
      );
    return asking(
      "tracking",
      "entryId",
      `Não achei registro de ${NAMES[metric.type]} em ${short(day)}. Registro como novo?`,
      [{ label: "Registrar", value: true }],
      {
        tool: "record_metric",
        args: {
          type: metric.type,
          metricId: metric.id,
          value: value.value,
          unit: {
            water: "ml",
            weight: "kg",
            sleep: "hours",
            exercise: "min",
            mood: "score",
            energy: "score",
            custom: metric.unit,
          }[metric.type],
          day,
        },
      },
    );
  }
  if (value === null)
    return asking(
      "tracking",
      "value",
      `Qual o valor certo de ${NAMES[metric.type]} (${short(day)})?`,
      [],
      {
        tool: "update_metric",
        args: { entryId: found.list.length === 1 ? found.list[0]!.id : undefined },
      },
    );
  if (found.list.length > 1)
    return asking("tracking", "entryId", "Qual registro devo mudar?", found.list.map(entryOption), {
      tool: "update_metric",
      args: { value: value.value },
    });
  return {
    agent: "tracking",
    writes: [
      propose("update_metric", { entryId: found.list[0]!.id, value: value.value }, value.warnings),
    ],
    rest: [],
  };
}

/** "apaga a água de hoje", "exclui o registro de sono de ontem". */
export function metricDeleteRoom(c: Clause, s: Scene): Reading | null {
  const removes = order(c, "remove");
  if (
    removes === null ||
    has(c, "meta lembrete habito metrica conta memoria boleto alarme categoria") ||
    first(c, "money") !== undefined ||
    negation(c) >= 0
  )
    return null;
  const day = recordDay(c, s);
  const found = entriesOf(c, s, day);
  if (found === null) return null;
  const value = valueFor(metricOf(c, s)!.type, c);
  const exact =
    value !== null && value !== "range"
      ? found.list.filter((e) => Math.abs(e.value - value.value) < 0.01)
      : [];
  const list = exact.length > 0 ? exact : found.list;
  if (list.length === 0) {
    const near = (s.lexicon.entries ?? []).filter((e) => e.type === found.type).slice(0, 3);
    return asking(
      "tracking",
      "entryId",
      `Não achei registro de ${NAMES[found.type]} em ${short(day)}. Qual devo apagar?`,
      near.map(entryOption),
      { tool: "delete_metric", args: {} },
    );
  }
  if (list.length > 1 && has(c, "todos todas tudo"))
    return {
      agent: "tracking",
      writes: list.map((e) => propose("delete_metric", { entryId: e.id })),
      rest: [],
    };
  if (list.length > 1 && has(c, "ultimo ultima"))
    return {
      agent: "tracking",
      writes: [propose("delete_metric", { entryId: list[0]!.id })],
      rest: [],
    };
  if (list.length > 1)
    return asking("tracking", "entryId", "Qual registro devo apagar?", list.map(entryOption), {
      tool: "delete_metric",
      args: {},
    });
  return {
    agent: "tracking",
    writes: [propose("delete_metric", { entryId: list[0]!.id })],
    rest: [],
  };
}

import {
  type Clause,
  didI,
  first,
  has,
  items,
  negation,
  order,
  otherPerson,
  phrase,
  type Scene,
} from "../clause.ts";
import { bestOf } from "../names.ts";
import { asking, moneyOf, propose, type Reading, recordDay } from "../reading.ts";
import type { AskOption } from "../types.ts";
import { metricOf, valueFor } from "./metrics.ts";
import { accountNamed, categoryOf } from "./money-words.ts";

type Entry = NonNullable<Scene["lexicon"]["entries"]>[number];
type Tx = NonNullable<Scene["lexicon"]["transactions"]>[number];

const two = (n: number): string => String(n).replace(".", ",");
const short = (day: string): string => `${day.slice(8)}/${day.slice(5, 7)}`;

function correction(c: Clause): boolean {
  return (
    c.correcting === true ||
    order(c, "change") !== null ||
    phrase(c, "na verdade") ||
    has(c, "correcao corrigindo retificando errei errado errada")
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

const TX_NOUN = ["gasto", "despesa", "transacao", "lancamento", "compra", "receita", "registro"];

function transactionsNamed(c: Clause, s: Scene): { list: Tx[]; named: boolean } {
  const all = s.lexicon.transactions ?? [];
  const words = c.words.map((w, i) => (c.covered[i] ? "" : w));
  const hits = bestOf(words, all, (t) => t.description).map((h) => h.thing);
  const day = first(c, "day")?.value.past ?? c.dayHint;
  const onDay = hits.filter((t) => t.day === day);
  if (hits.length > 0) return { list: day === undefined ? hits : onDay, named: true };
  if (has(c, "ultimo ultima") && has(c, ...TX_NOUN)) return { list: all.slice(0, 1), named: true };
  const money = moneyOf(c);
  if (has(c, ...TX_NOUN) && money !== null) {
    const same = all.filter(
      (t) => t.amount === money.amount && (day === undefined || t.day === day),
    );
    if (same.length > 0) return { list: same, named: true };
  }
  return { list: [], named: false };
}

const txOption = (t: Tx): AskOption => ({
  label: `${t.description} · R$ ${t.amount.replace(".", ",")} · ${short(t.day)}`,
  value: t.id,
});

/** "o mercado de ontem foi 130, corrige", "muda a categoria do uber para viagem". */
export function transactionChangeRoom(c: Clause, s: Scene): Reading | null {
  if (
    !correction(c) ||
    has(c, "lembrete habito orcamento renda") ||
    (negation(c) >= 0 && order(c, "change") === null)
  )
    return null;
  if (didI(c, "spend") !== null && c.correcting !== true) return null;
  const { list, named } = transactionsNamed(c, s);
  if (!named) return null;
  const toAt = c.words.lastIndexOf("para");
  const after =
    toAt >= 0 ? { ...c, items: c.items.filter((x) => x.from > toAt || x.type === "day") } : c;
  const money = moneyOf(after) ?? moneyOf(c);
  const category = has(c, "categoria")
    ? categoryOf(
        {
          ...c,
          words: c.words.map((w, i) =>
            i < toAt || (["categoria", "mercado", "uber"].includes(w) && i < toAt) ? "" : w,
          ),
        },
        s,
        c.words.slice(toAt + 1).join(" "),
      )
    : undefined;
  const account = accountNamed(c, s);
  const days = items(c, "day");
  const toDay =
    has(c, "data dia") && days.length > 0 && days.at(-1)!.from > toAt && toAt >= 0
      ? days.at(-1)!.value.past
      : undefined;
  const args = {
    amount: category === undefined && toDay === undefined ? money?.amount : undefined,
    categoryKey: category,
    accountId: account !== null && account.id !== "" ? account.id : undefined,
    day: toDay,
  };
  if (list.length === 0)
    return asking(
      "finance",
      "transactionId",
      "Não achei esse lançamento. Qual devo corrigir?",
      (s.lexicon.transactions ?? []).slice(0, 5).map(txOption),
      { tool: "update_transaction", args },
    );
  if (Object.values(args).every((v) => v === undefined))
    return asking("finance", "amount", `O que muda em ${list[0]!.description}?`, [], {
      tool: "update_transaction",
      args: { transactionId: list.length === 1 ? list[0]!.id : undefined },
    });
  if (list.length > 1)
    return asking(
      "finance",
      "transactionId",
      "Qual lançamento devo corrigir?",
      list.map(txOption),
      { tool: "update_transaction", args },
    );
  return {
    agent: "finance",
    writes: [propose("update_transaction", { transactionId: list[0]!.id, ...args })],
    rest: [],
  };
}

/** "apaga o uber de hoje", "exclui a última despesa". */
export function transactionDeleteRoom(c: Clause, s: Scene): Reading | null {
  const removes = order(c, "remove");
  if (
    removes === null ||
    has(c, "lembrete habito meta memoria conta boleto categoria alarme agua sono peso") ||
    negation(c) >= 0
  )
    return null;
  const { list, named } = transactionsNamed(c, s);
  if (!named) {
    if (!has(c, "gasto despesa transacao lancamento compra")) return null;
    const recent = (s.lexicon.transactions ?? []).slice(0, 5);
    return asking(
      "finance",
      "transactionId",
      "Qual lançamento devo apagar?",
      recent.map(txOption),
      { tool: "delete_transaction", args: {} },
    );
  }
  const scope = has(c, "parcelas todas") ? "all" : undefined;
  if (list.length === 0)
    return asking(
      "finance",
      "transactionId",
      "Não achei esse lançamento. Qual devo apagar?",
      (s.lexicon.transactions ?? []).slice(0, 5).map(txOption),
      { tool: "delete_transaction", args: {} },
    );
  if (list.length > 1)
    return asking("finance", "transactionId", "Qual lançamento devo apagar?", list.map(txOption), {
      tool: "delete_transaction",
      args: { scope },
    });
  return {
    agent: "finance",
    writes: [propose("delete_transaction", { transactionId: list[0]!.id, scope })],
    rest: [],
  };
}

/** "desfaz", "desfaz a última coisa", "volta atrás". */
export function undoRoom(c: Clause): Reading | null {
  const v = order(c, "undo");
  const again =
    phrase(c, "volta|voltar|volte atras") ||
    (v !== null && ["desfazer", "reverter"].includes(v.lemma));
  const last =
    order(c, "remove") !== null &&
    (phrase(c, "o ultimo registro") ||
      phrase(c, "a ultima acao") ||
      phrase(c, "ultimo registro") ||
      phrase(c, "que acabei de") ||
      phrase(c, "isso que") ||
      (has(c, "ultimo ultima") && has(c, "registro acao coisa anotacao")) ||
      (has(c, "isso esse essa") && c.words.length <= 4));
  if (!again && !last) return null;
  if (negation(c) >= 0) return { agent: "general", reason: "negated" };
  return { agent: "general", writes: [propose("undo_last", {})], rest: [] };
}

import {
  type Clause,
  type Scene,
  capital,
  didI,
  first,
  has,
  items,
  order,
  phrase,
  slice,
} from "../clause.ts";
import { bestOf } from "../names.ts";
import { type Reading, asking, moneyOf, propose } from "../reading.ts";
import { negation } from "../subject.ts";
import type { AskOption } from "../types.ts";
import { correction, short } from "./changes.ts";
import { accountNamed, categoryOf } from "./money-words.ts";

type Tx = NonNullable<Scene["lexicon"]["transactions"]>[number];

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
  const into =
    (has(c, "categoria") && phrase(c, "foi|era|eh na|da|de categoria")) || wentThrough(c, s);
  if (
    !(correction(c) || into) ||
    has(c, "lembrete habito orcamento renda") ||
    (negation(c) >= 0 && order(c, "change") === null)
  )
    return null;
  if (didI(c, "spend") !== null && c.correcting !== true) return null;
  const { list, named } = transactionsNamed(c, s);
  if (!named) return null;
  const toAt = into ? c.words.indexOf("categoria") : c.words.lastIndexOf("para");
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
  const renames = has(c, "descricao nome titulo") && toAt >= 0;
  if (renames) {
    const description = capital(slice(c, s.text, toAt + 1, c.words.length));
    const one = { transactionId: list.length === 1 ? list[0]!.id : undefined, description };
    if (list.length === 1 && description !== "")
      return { agent: "finance", writes: [propose("update_transaction", one)], rest: [] };
  }
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

/** "o mercado foi no cartão inter": something that is there, and the account it went through. */
function wentThrough(c: Clause, s: Scene): boolean {
  const foi = c.words.indexOf("foi");
  const account = accountNamed(c, s);
  const { list, named } = foi > 0 ? transactionsNamed(c, s) : { list: [], named: false };
  return (
    named &&
    list.length === 1 &&
    account !== null &&
    account.id !== "" &&
    moneyOf(c) === null &&
    account.at.every((i) => i > foi) &&
    c.words.length <= 10
  );
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

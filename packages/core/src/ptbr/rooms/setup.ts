import {
  type Clause,
  type Scene,
  capital,
  didI,
  find,
  first,
  has,
  order,
  phrase,
  slice,
} from "../clause.ts";
import { bestOf } from "../names.ts";
import { fold, wordsOf } from "../normalize.ts";
import { type Reading, asking, moneyOf, propose } from "../reading.ts";
import { negation } from "../subject.ts";
import { wordSet } from "../words.ts";

const ACCOUNT_STOP = wordSet(
  "conta cartao corrente poupanca de do da no na o a um uma meu minha novo nova credito bancaria banco carteira com saldo limite inicial chamada chamado : , e para mim digital debito fecha fechamento vence vencimento dia que mais por favor reais r$ tipo nome - todo ate em as fechando vencendo salario la",
);

function plainName(c: Clause, s: Scene, start: number): string {
  let from = start;
  while (from < c.words.length && (ACCOUNT_STOP.has(c.words[from]!) || c.covered[from] === true))
    from += 1;
  let to = from;
  while (
    to < c.words.length &&
    !ACCOUNT_STOP.has(c.words[to]!) &&
    c.covered[to] !== true &&
    c.tokens[to]!.kind !== "punct"
  )
    to += 1;
  return capital(slice(c, s.text, from, to)).slice(0, 100);
}

function dayAfter(c: Clause, words: readonly string[]): number | undefined {
  const at = find(c, ...words);
  if (at < 0) return undefined;
  for (let i = at + 1; i < Math.min(c.words.length, at + 5); i += 1) {
    const n = c.tokens[i]!.kind === "number" ? Number(c.words[i]) : Number.NaN;
    if (Number.isInteger(n) && n >= 1 && n <= 31) return n;
  }
  return undefined;
}

/** "cria uma conta no Itaú com saldo 500", "adiciona o cartão C6, limite 3 mil, fecha dia 3, vence dia 10". */
export function accountCreateRoom(c: Clause, s: Scene): Reading | null {
  const opened = didI(c, "create");
  // "tenho conta no Itaú com 2.300", "tenho um cartão que fecha dia 3"
  const owned = c.words[0] === "tenho" || phrase(c, "eu tenho") ? { lemma: "ter" } : null;
  const orders =
    order(c, "create") ??
    order(c, "record") ??
    (opened?.lemma === "abrir" ? opened : null) ??
    (has(c, "saldo com fecha fechamento") ? owned : null);
  const card =
    (has(c, "cartao") && !has(c, "no passei")) ||
    (has(c, "cartao") && has(c, "limite fecha fechamento novo"));
  const savings = has(c, "poupanca");
  const checking =
    phrase(c, "conta corrente") ||
    phrase(c, "conta bancaria") ||
    phrase(c, "conta digital") ||
    phrase(c, "conta no|na|do|banco") ||
    phrase(c, "conta de banco") ||
    (has(c, "conta") && has(c, "saldo"));
  const cash = has(c, "carteira") && !has(c, "da na");
  if (
    orders === null ||
    !(card || savings || checking || cash) ||
    negation(c) >= 0 ||
    (has(c, "gasto despesa compra fatura vencimento") && !card)
  )
    return null;
  if (first(c, "installments") !== undefined) return null;
  // "cadastra a conta do condomínio 420, vence dia 12": a bill of the house.
  const falls = has(c, "vence vencimento vencendo") || first(c, "recurrence") !== undefined;
  if (falls && !card && !has(c, "saldo")) return null;
  const kind = card ? "card" : savings ? "savings" : checking ? "checking" : "cash";
  const noun = find(c, "cartao conta poupanca carteira");
  const name = plainName(c, s, noun + 1);
  const money = first(c, "money") ?? undefined;
  const amountAfter = (words: readonly string[]): string | undefined => {
    const at = find(c, ...words);
    const m =
      at < 0
        ? undefined
        : c.items.find(
            (x) => x.from > at && x.from - at <= 3 && (x.type === "money" || x.type === "number"),
          );
    if (m === undefined) return undefined;
    return m.type === "money" ? m.value.amount : moneyOf({ ...c, items: [m] })?.amount;
  };
  const opening = amountAfter(["saldo", "com"]) ?? (card ? undefined : money?.value.amount);
  const limit = amountAfter(["limite"]);
  const existing = bestOf([fold(name)], s.lexicon.accounts, (a) => a.name).filter(
    (a) => a.thing.kind === kind && wordsOf(a.thing.name).includes(fold(name)),
  );
  const finalName =
    name === ""
      ? kind === "savings"
        ? "Poupança"
        : kind === "cash"
          ? "Carteira"
          : ""
      : kind === "card" && !/cart/i.test(name)
        ? `Cartão ${name}`
        : name;
  const args = {
    name: finalName === "" ? undefined : finalName,
    kind,
    openingBalance: kind === "card" ? undefined : opening,
    closingDay: kind === "card" ? dayAfter(c, ["fecha", "fechamento", "fechando"]) : undefined,
    dueDay: kind === "card" ? dayAfter(c, ["vence", "vencimento", "vencendo"]) : undefined,
    limit: kind === "card" ? limit : undefined,
  };
  if (finalName === "")
    return asking(
      "finance",
      "name",
      kind === "card" ? "De qual banco é o cartão?" : "Qual o nome dessa conta?",
      [],
      { tool: "create_account", args },
    );
  if (kind === "card" && (args.closingDay === undefined || args.dueDay === undefined))
    return asking(
      "finance",
      args.closingDay === undefined ? "closingDay" : "dueDay",
      args.closingDay === undefined
        ? `Em que dia fecha a fatura de ${finalName}?`
        : `Em que dia vence a fatura de ${finalName}?`,
      [],
      { tool: "create_account", args },
    );
  return {
    agent: "finance",
    writes: [
      propose(
        "create_account",
        args,
        existing.length > 0 ? ["já existe uma conta com esse nome"] : [],
      ),
    ],
    rest: [],
  };
}

/** "guardei 500 na poupança" where none is known: it is asked for before anything moves. */
export function noSavings(s: Scene, amount: string): Reading | null {
  if (s.lexicon.accounts?.some((a) => a.kind === "savings")) return null;
  return asking(
    "finance",
    "openingBalance",
    "Ainda não conheço sua poupança. Com quanto ela está agora, para eu criar a conta?",
    [{ label: `Só com esses ${amount.replace(".", ",")}`, value: amount }],
    { tool: "create_account", args: { name: "Poupança", kind: "savings" } },
  );
}

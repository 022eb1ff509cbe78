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
  verbs,
} from "../clause.ts";
import { isMerchantWord } from "../merchants.ts";
import { times } from "../money.ts";
import {
  type Reading,
  asking,
  isFuture,
  leftover,
  moneyOf,
  propose,
  recordDay,
  vaguePast,
} from "../reading.ts";
import { negation, otherPerson } from "../subject.ts";
import type { Json } from "../types.ts";
import { inGroup } from "../verbs.ts";
import { oneOf, wordSet } from "../words.ts";
import { descriptionOf, installmentsOf } from "./description.ts";
import { accountFor, accountNamed, categoryOf } from "./money-words.ts";
import {
  AFTER_PRICE,
  IDENTIFIERS,
  NO_PAYMENT,
  OFFERED,
  countsThings,
  eachCosts,
  hadDone,
  labelled,
  mealOf,
  namesMachine,
  ofOthers,
} from "./spent-things.ts";

const COST = wordSet("foi custou deu saiu ficou veio custaram foram sairam deram custando");

const WISH = wordSet(
  "quero queria pretendo penso gostaria preciso devo deveria posso poderia talvez planejo planejando pensando querendo vou vamos irei",
);

/** Whether the clause says that money was spent. */
export function spendingVerb(c: Clause): "did" | "cost" | "order" | "bare" | null {
  if (
    didI(c, "spend") !== null ||
    didI(c, "pay") !== null ||
    didI(c, "buy") !== null ||
    didI(c, "put") !== null
  )
    return "did";
  if (
    has(c, "gasto gastos despesa despesas compra") &&
    (order(c, "record") !== null || c.words.length <= 8) &&
    !has(c, "meus quais quanto")
  )
    return "did";
  if (didI(c, "cost")?.lemma === "dar" && !has(c, "baixa nota") && moneyOf(c) !== null)
    return "did";
  if (["parcelar", "dividir", "financiar"].includes(didI(c, "owe")?.lemma ?? "")) return "did";
  // "fiz um pix de 50 pro João", "mandei 100 pra minha mãe"
  const sent = didI(c, "transfer") ?? (has(c, "pix ted transferencia") ? didI(c, "do") : null);
  if (
    sent !== null &&
    (!["sacar", "tirar", "retirar"].includes(sent.lemma) ||
      (has(c, "para") && c.words.some((w) => isMerchantWord(w)))) &&
    !phrase(c, "para mim") &&
    (has(c, "para ao pix") || sent.lemma === "fazer")
  )
    return "did";
  if (hadDone(c)) return "did";
  // "tomei uma cerveja, 15 conto"
  if (didI(c, "drink") !== null && first(c, "money") !== undefined) return "did";
  if (c.verbHint !== undefined && oneOf("spend pay buy put", c.verbHint.group)) return "did";
  // "mensalidade da faculdade 780 paga hoje": what has its price and is paid.
  const paid = c.words.findIndex((w, i) => oneOf("pago paga", w) && c.covered[i - 1] === true);
  const after = c.words[paid + 1];
  if (paid > 1 && (c.covered[paid + 1] === true || oneOf("no na com em", after) || !after))
    return "did";
  if (c.words.some((w, i) => COST.has(w) && !c.covered[i] && c.words[i - 1] !== "me"))
    return "cost";
  // "anota que meu sapato é 42": a fact, unless something in it was spent.
  const told = order(c, "record");
  return told !== null && c.words[told.at + 1] !== "que" ? "order" : null;
}

/** Everyday expenses, also in installments on a card. */
export function spendingRoom(c: Clause, s: Scene): Reading | null {
  const plan = first(c, "installments");
  const said = moneyOf(c);
  const money = said !== null && countsThings(c, said) ? null : said;
  const how = spendingVerb(c);
  const passei = phrase(c, "passei|passamos") && accountNamed(c, s) !== null;
  if (money === null && plan === undefined) {
    const paid = c.words.length <= 6 && !has(c, NO_PAYMENT) ? didI(c, "pay") : null;
    const did = didI(c, "spend") ?? paid;
    const bought = didI(c, "buy");
    if (bought?.lemma === "comer" && did === null) return null;
    const small = bought?.lemma === "comprar" && c.words.length <= 6;
    if (did === null && !small && !(order(c, "record") !== null && has(c, "gasto despesa compra")))
      return null;
    if (negation(c) >= 0) return { agent: "finance", reason: "negated" };
    if (
      has(c, "tempo energia horas hora muito demais pouco saliva nada tudo") &&
      items(c, "number").length === 0
    )
      return { agent: "finance", reason: "no_value" };
    const what = descriptionOf(c, s);
    if (did === paid && paid !== null && what.text === "") return null;
    return asking(
      "finance",
      "amount",
      `Quanto foi${what.text === "" ? "" : ` ${what.text}`}?`,
      [],
      {
        tool: "record_transaction",
        args: {
          kind: "expense",
          description: what.text === "" ? undefined : what.text,
          day: recordDay(c, s),
          categoryKey: what.text === "" ? undefined : categoryOf(c, s, what.text),
        },
      },
    );
  }
  if (money?.bare === true && items(c, "quantity").length > 0 && how !== "did") return null;
  const bare = how === null && !passei;
  const what = descriptionOf(c, s);
  const known = c.words.some((w, i) => (!c.covered[i] || w === "99") && isMerchantWord(w));
  if (bare) {
    // "ifood 52,30", "notebook 12x de 300", "30 reais de gasolina": a thing and a price, and no other statement.
    const v = verb(c, "see") ?? verb(c, "ask") ?? verb(c, "habit", ["past", "present"]);
    if (v !== null && v.tense !== "participle" && v.tense !== "infinitive") return null;
    if (
      c.words.some(
        (w, i) =>
          !c.covered[i] &&
          /(ei|ou|aram|eram|iram|ando|endo|indo)$/.test(w) &&
          w.length >= 5 &&
          !isMerchantWord(w) &&
          !COST.has(w),
      )
    )
      return null;
    if (
      verbs(c).some((x) =>
        x.forms.some((f) => f.tense === "past" && f.person === 3 && !inGroup(f.lemma, "cost")),
      )
    )
      return null;
    if (
      verbs(c).some((x) =>
        x.forms.every(
          (f) =>
            (f.tense === "past" || f.tense === "imperfect" || f.tense === "gerund") &&
            !(["spend", "pay", "buy", "put", "cost", "record"] as const).some((g) =>
              inGroup(f.lemma, g),
            ),
        ),
      )
    )
      return null;
    if (
      c.words.some((w) => WISH.has(w)) ||
      has(
        c,
        "custa custam vale tenho tem ganho ganha devo deve falta faltam sobrou sobram saldo limite meta orcamento salario aluguel preco estou esta estava eh era sao temos subiu aumentou baixou caiu cara caro desconto",
      )
    )
      return null;
    if (money !== null && labelled(c, money)) return null;
    const priced =
      money !== null &&
      (!money.bare || /[.,]\d{2}$/.test(c.words[money.from] ?? "") || money.to - money.from > 1);
    if (!(known || (priced && what.text !== "" && what.words.length <= 4) || plan !== undefined))
      return null;
    if (what.text === "") return null;
    // "meia de cachaça e um torresmo no bar do Tonho, 22 reais": the sum at the end is the price of it all.
    const closes = money?.bare === false && money.to === c.words.length;
    if (what.words.length > (closes ? 9 : 6)) return null;
  }
  if (money?.bare === true) {
    if (
      c.words.some((w) => IDENTIFIERS.has(w)) ||
      c.words[money.to] === "-" ||
      c.words[money.from - 1] === "-"
    )
      return order(c, "memorize") === null ? { agent: "finance", reason: "identifier" } : null;
    // "10 mil passos": the number counts the word behind it.
    const next = c.words[money.to];
    if (
      how !== "did" &&
      next !== undefined &&
      c.tokens[money.to]!.kind === "word" &&
      c.covered[money.to] !== true &&
      !AFTER_PRICE.has(next) &&
      !isMerchantWord(next)
    )
      return null;
  }
  if (how === "cost" && !known && money?.bare === true) return null;
  if (
    otherPerson(c) &&
    didI(c, "spend") === null &&
    didI(c, "pay") === null &&
    didI(c, "buy") === null
  )
    return { agent: "finance", reason: "third_person" };
  if (how === "cost" && ofOthers(c)) return { agent: "finance", reason: "third_person" };
  if (negation(c) >= 0) return { agent: "finance", reason: "negated" };
  if (c.words.some((w) => WISH.has(w)) && how !== "did" && order(c, "record") === null)
    return { agent: "finance", reason: "intent" };
  if (
    verb(c, "spend", ["conditional", "subjunctive", "imperfect", "future"]) !== null &&
    didI(c, "spend") === null
  )
    return { agent: "finance", reason: "hypothetical" };
  if (how !== "did" && has(c, OFFERED)) return { agent: "finance", reason: "third_person" };
  const infinitive =
    verb(c, "spend", ["infinitive"]) ??
    verb(c, "pay", ["infinitive"]) ??
    verb(c, "buy", ["infinitive"]);
  const pays = infinitive !== null && !namesMachine(c, infinitive);
  if (pays && how !== "did" && how !== "cost" && order(c, "record") === null)
    return { agent: "finance", reason: "intent" };
  const parts = installmentsOf(c, money?.amount ?? null);
  const amount =
    parts === null
      ? money?.amount
      : parts.each !== undefined
        ? times(parts.each, parts.count)
        : parts.total;
  if (amount === undefined || Number(amount) < 0.01) return null;
  const pieces = parts === null && money !== null ? eachCosts(c, money.from, money.to) : 1;
  const day = recordDay(c, s);
  const description = oneOf("Fora", what.text) || what.text === "" ? mealOf(c) : what.text;
  const categoryKey = categoryOf(c, s, description);
  const installments = parts !== null && parts.count > 1 ? parts.count : undefined;
  const accountId = accountFor(c, s, description, installments !== undefined);
  const args: Record<string, Json | undefined> = {
    kind: "expense",
    amount: pieces === 1 ? amount : times(amount, pieces),
    description: description === "" ? undefined : description,
    categoryKey,
    accountId,
    day,
    installments,
    currency: money?.currency,
  };
  if (isFuture(c, s))
    return asking(
      "finance",
      "day",
      "Esse dia ainda não chegou e o extrato guarda só o que já aconteceu. Registro para hoje, ou prefere um lembrete?",
      [{ label: "Registrar hoje", value: s.options.today }],
      { tool: "record_transaction", args: { ...args, day: undefined } },
    );
  if (vaguePast(c, s))
    return asking("finance", "day", "Em que dia foi esse gasto?", [], {
      tool: "record_transaction",
      args: { ...args, day: undefined },
    });
  if (description === "")
    return asking("finance", "description", "Com o que foi esse gasto?", [], {
      tool: "record_transaction",
      args: { ...args, categoryKey: undefined },
    });
  const account = accountNamed(c, s);
  const warnings = [
    ...(money?.approx === true ? ["valor aproximado"] : []),
    ...(account !== null && account.id === "" ? [`não achei a conta de "${account.name}"`] : []),
  ];
  const rest =
    what.words.length > 5
      ? what.words.slice(5)
      : leftover(
          c,
          [...what.words],
          [
            ...what.at,
            ...(account?.at ?? []),
            ...(money === null ? [] : range(money.from, money.to)),
          ],
        ).filter((w) => !/(ei|i|ou|ar|er|ir)$/.test(w));
  return { agent: "finance", writes: [propose("record_transaction", args, warnings)], rest };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

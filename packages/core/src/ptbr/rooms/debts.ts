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
import { bestOf } from "../names.ts";
import { wordsOf } from "../normalize.ts";
import {
  type Reading,
  asking,
  isFuture,
  leftover,
  moneyOf,
  propose,
  recordDay,
  whichOf,
} from "../reading.ts";
import { negation, otherPerson } from "../subject.ts";
import { oneOf } from "../words.ts";
import { descriptionOf } from "./description.ts";
import { accountNamed } from "./money-words.ts";

const PART = ["parcela", "parcelas", "prestacao", "prestacoes", "parcelinha"];

type Debt = NonNullable<Scene["lexicon"]["debts"]>[number];

function remaining(d: Debt): number | null {
  return d.installments == null ? null : d.installments - ((d.nextInstallment ?? 1) - 1);
}

/** "paguei 3 parcelas da geladeira", "quitei o carro", "parcela do carro paga". */
export function installmentsPaidRoom(c: Clause, s: Scene): Reading | null {
  const part = has(c, ...PART);
  const debts = bestOf(
    c.words.map((w, i) => (c.covered[i] ? "" : w)),
    s.lexicon.debts?.filter((d) => d.status !== "paid_off"),
    (d) => d.name,
  );
  const orders = order(c, "record") ?? order(c, "finish");
  const paid =
    didI(c, "pay") !== null ||
    (didI(c, "do") !== null && has(c, "pagamento")) ||
    didI(c, "owe")?.lemma === "abater" ||
    phrase(c, "dei baixa") ||
    phrase(c, "da|dar baixa") ||
    has(c, "paga pagas quitada quitado adiantei antecipei pago") ||
    (part &&
      has(c, "foram foi") &&
      items(c, "number").some((n) => PART.includes(c.words[n.to] ?? ""))) ||
    (part && phrase(c, "ja|tudo foi|era|paguei")) ||
    c.verbHint?.group === "pay";
  if (!paid || (!part && debts.length === 0) || first(c, "installments") !== undefined) return null;
  if (negation(c) >= 0) return { agent: "finance", reason: "negated" };
  if (otherPerson(c) && didI(c, "pay") === null && orders === null)
    return { agent: "finance", reason: "third_person" };
  if (
    verb(c, "want", ["present", "imperfect", "conditional"]) !== null &&
    didI(c, "pay") === null &&
    orders === null &&
    !has(c, "foi esta ja")
  )
    return { agent: "finance", reason: "intent" };
  const money = partMoney(c);
  // "paguei 2 da geladeira": a small whole number before the debt counts its parts.
  const few =
    debts.length === 1
      ? items(c, "number").find(
          (n) =>
            (!n.value.article || c.words[n.from - 1] === "mais") &&
            Number.isInteger(n.value.value) &&
            oneOf("da do de", c.words[n.to]) &&
            debts[0]!.at.includes(n.to + 1) &&
            n.value.value <= Math.min(remaining(debts[0]!.thing) ?? 0, 12),
        )
      : undefined;
  if (!part && few !== undefined)
    return done(c, s, debts[0]!.thing, few.value.value, recordDay(c, s), null, undefined, [
      ...debts[0]!.at,
    ]);
  if (!part && debts.length > 0) {
    // "paguei o carro 100 reais" may be anything; only "quitei" settles without a word for the parts.
    if (didI(c, "pay")?.lemma !== "quitar" && !has(c, "quitada quitado"))
      return money !== null || debts.length > 1 ? null : debtOrThing(c, s, debts[0]!.thing);
  }
  const counted = items(c, "number").find(
    (n) =>
      PART.includes(c.words[n.to] ?? "") ||
      (oneOf("ultimas proximas primeiras outras mais", c.words[n.to] ?? "") &&
        PART.includes(c.words[n.to + 1] ?? "")),
  );
  const all =
    (didI(c, "pay")?.lemma === "quitar" && !part) ||
    phrase(c, "todas as parcelas") ||
    phrase(c, "todas parcelas");
  const plural = has(c, "parcelas prestacoes") && counted === undefined && !all;
  const ordinal =
    has(c, "primeira segunda terceira ultima proxima") ||
    items(c, "number").some((n) => PART.includes(c.words[n.from - 1] ?? ""));
  const paidOn = recordDay(c, s);
  const account = accountNamed(c, s);
  const accountId = account !== null && account.id !== "" ? account.id : undefined;
  const quantity = counted?.value.value ?? (plural ? undefined : 1);
  if (debts.length === 0) {
    const named = descriptionOf(c, s).words.filter(
      (w) =>
        !PART.includes(w) && !oneOf("segunda primeira terceira ultima proxima mes divida hoje", w),
    );
    const open = (s.lexicon.debts ?? []).filter((d) => d.status !== "paid_off");
    if (named.length > 0 && !named.every((w) => w.length < 3))
      return money === null
        ? open.length === 0
          ? null
          : whichOf("finance", "debtId", "Não achei essa dívida. De qual é a parcela:", open, {
              tool: "pay_installments",
              args: { quantity, paidOn },
            })
        : null;
    if (open.length === 0)
      return asking("finance", "debtId", "De qual dívida? Ainda não há nenhuma cadastrada.");
    if (open.length > 1)
      return whichOf("finance", "debtId", "De qual dívida:", open, {
        tool: "pay_installments",
        args: { quantity, paidOn, amount: money?.amount, accountId },
      });
    if (quantity === undefined)
      return asking("finance", "quantity", "Quantas parcelas?", [], {
        tool: "pay_installments",
        args: { debtId: open[0]!.id, paidOn },
      });
    return done(c, s, open[0]!, quantity, paidOn, money, accountId, []);
  }
  if (debts.length > 1)
    return whichOf(
      "finance",
      "debtId",
      "De qual dívida:",
      debts.map((d) => d.thing),
      { tool: "pay_installments", args: { quantity, paidOn, amount: money?.amount, accountId } },
    );
  const debt = debts[0]!.thing;
  if (all) {
    const rest = remaining(debt);
    if (rest === null)
      return asking("finance", "quantity", `Quantas parcelas de ${debt.name}?`, [], {
        tool: "pay_installments",
        args: { debtId: debt.id, paidOn },
      });
    return done(c, s, debt, rest, paidOn, money, accountId, debts[0]!.at);
  }
  if (quantity === undefined)
    return asking("finance", "quantity", `Quantas parcelas de ${debt.name}?`, [], {
      tool: "pay_installments",
      args: { debtId: debt.id, paidOn, accountId },
    });
  void ordinal;
  return done(c, s, debt, quantity, paidOn, money, accountId, debts[0]!.at);
}

function debtOrThing(c: Clause, s: Scene, debt: Debt): Reading | null {
  // "paguei o carro desse mês": a month has one part.
  if (/\b(d[eo]|desse|deste) m[eê]s\b/iu.test(s.text))
    return done(c, s, debt, 1, recordDay(c, s), null, undefined, wordsAt(c, debt.name));
  if (c.words.length > 5) return null;
  return asking(
    "finance",
    "quantity",
    `Quantas parcelas de ${debt.name} você pagou?`,
    [{ label: "1 parcela", value: 1 }],
    { tool: "pay_installments", args: { debtId: debt.id, paidOn: recordDay(c, s) } },
  );
}

function wordsAt(c: Clause, name: string): number[] {
  const own = new Set(wordsOf(name));
  return c.words.flatMap((w, i) => (own.has(w) ? [i] : []));
}

function partMoney(c: Clause): { amount: string } | null {
  const named = first(c, "money");
  if (named !== undefined) return { amount: named.value.amount };
  const n = items(c, "number").find(
    (x) =>
      !x.value.article &&
      !PART.includes(c.words[x.to] ?? "") &&
      !PART.includes(c.words[x.to + 1] ?? "") &&
      !PART.includes(c.words[x.from - 1] ?? "") &&
      oneOf("por de deu foi valor total", c.words[x.from - 1] ?? ""),
  );
  return n === undefined ? null : { amount: moneyOf({ ...c, items: [n] })?.amount ?? "" };
}

function done(
  c: Clause,
  s: Scene,
  debt: Debt,
  quantity: number,
  paidOn: string,
  money: { amount: string } | null,
  accountId: string | undefined,
  at: readonly number[],
): Reading {
  if (!Number.isInteger(quantity) || quantity < 1)
    return asking("finance", "quantity", `Quantas parcelas de ${debt.name}?`, [], {
      tool: "pay_installments",
      args: { debtId: debt.id, paidOn },
    });
  if (isFuture(c, s))
    return asking(
      "finance",
      "paidOn",
      "Esse dia ainda não chegou. Marco como paga hoje?",
      [{ label: "Hoje", value: s.options.today }],
      { tool: "pay_installments", args: { debtId: debt.id, quantity } },
    );
  const rest = remaining(debt);
  if (rest !== null && quantity > rest)
    return asking(
      "finance",
      "quantity",
      `Faltam ${rest} ${rest === 1 ? "parcela" : "parcelas"} de ${debt.name}. Quantas você pagou?`,
      [{ label: `Todas (${rest})`, value: rest }],
      { tool: "pay_installments", args: { debtId: debt.id, paidOn } },
    );
  return {
    agent: "finance",
    writes: [
      propose("pay_installments", {
        debtId: debt.id,
        quantity,
        amount: money?.amount === "" ? undefined : money?.amount,
        paidOn,
        accountId,
      }),
    ],
    rest: leftover(
      c,
      [
        ...PART,
        "mes",
        "divida",
        "boleto",
        "dividas",
        "adiantadas",
        "antecipadas",
        "ultimas",
        "proximas",
        "primeira",
        "proxima",
        "ultima",
        "segunda",
        "terceira",
        "baixa",
        "pagas",
        "paga",
      ],
      at,
    ).filter((w) => !/(ei|i)$/.test(w)),
  };
}

import { parts } from "../civil.ts";
import {
  type Clause,
  type Scene,
  didI,
  find,
  first,
  has,
  items,
  order,
  phrase,
  verb,
  verbs,
} from "../clause.ts";
import { bestOf } from "../names.ts";
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
import { oneOf, wordSet } from "../words.ts";
import { accountNamed } from "./money-words.ts";

export type Bill = NonNullable<Scene["lexicon"]["bills"]>[number];

/** Bills that the clause names; of one series the row that is meant (this month, open, then oldest). */
export function billsNamed(
  c: Clause,
  s: Scene,
  day?: string,
): { bill: Bill; at: readonly number[] }[] {
  const skip = new Set(accountNamed(c, s)?.at ?? []);
  const words = c.words.map((w, i) =>
    c.covered[i] || (skip.has(i) && !/^(net|flix)/.test(w) && w !== "internet") ? "" : w,
  );
  const hits = bestOf(words, s.lexicon.bills, (b) => b.name);
  const month = (day ?? s.options.today).slice(0, 7);
  const byName = new Map<string, { bill: Bill; at: readonly number[] }>();
  for (const h of hits) {
    const key = h.thing.name.toLowerCase();
    const known = byName.get(key);
    const rank = (b: Bill): number =>
      (b.status === "paid" || b.status === "canceled" ? 4 : 0) +
      (b.month === undefined || b.month === month ? 0 : b.month < month ? 1 : 2);
    if (known === undefined || rank(h.thing) < rank(known.bill))
      byName.set(key, { bill: h.thing, at: h.at });
  }
  return [...byName.values()];
}

const PAID = /^(pag[oa]s?|quitad[oa]s?)$/;

export const DUE = wordSet("vencimento vence vencendo venc vencer vencem");

/** The day of the month a bill falls due on: "todo dia 10", "vence dia 10", "vencimento 18". */
export function dueDayOf(c: Clause): number | undefined {
  const r = first(c, "recurrence")?.value.monthDay;
  if (r !== undefined) return r;
  const at = find(c, ...DUE);
  const d = items(c, "day").find(
    (x) =>
      (x.value.kind === "monthday" || x.value.kind === "fixed") &&
      !oneOf("agora hoje ontem anteontem", c.words[x.from]),
  );
  if (d !== undefined && (c.words[d.from] === "dia" || at >= 0)) {
    const n = c.words
      .slice(d.from, d.to)
      .map(Number)
      .find((x) => x >= 1 && x <= 31);
    return n ?? parts(d.value.next)[2];
  }
  if (at >= 0) {
    const n = items(c, "number").find(
      (x) =>
        x.from > at &&
        x.from - at <= 3 &&
        Number.isInteger(x.value.value) &&
        x.value.value >= 1 &&
        x.value.value <= 31,
    );
    if (n !== undefined) return n.value.value;
  }
  return undefined;
}

/** "paguei a luz", "netflix paga", "dei baixa no aluguel": a bill that was paid. */
export function billPaidRoom(c: Clause, s: Scene): Reading | null {
  const paid =
    didI(c, "pay") !== null ||
    (didI(c, "do") !== null && has(c, "pagamento")) ||
    phrase(c, "dei baixa") ||
    (phrase(c, "passei|mandei|fiz|fizemos|mandamos o pix|ted do|da") && moneyOf(c) === null) ||
    phrase(c, "da|dar|de baixa") ||
    c.words.some((w, i) => PAID.test(w) && !c.covered[i] && w !== "paga") ||
    phrase(c, "como paga") ||
    has(c, "debitado debitada debitaram") ||
    (phrase(c, "ja foi|era") && c.words.length <= 6 && moneyOf(c) === null) ||
    c.verbHint?.group === "pay";
  const orders = order(c, "record") ?? order(c, "change") ?? order(c, "finish");
  const pagaMark =
    has(c, "paga pagas pago quitada quitado") && (orders !== null || c.words.length <= 6);
  if (!paid && !pagaMark) {
    // "luz 190": a bill and a price, but nobody said it was paid.
    const price = moneyOf(c);
    const only =
      price !== null && Number(price.amount) > 10 && c.words.length <= 6 && verbs(c).length === 0
        ? billsNamed(c, s)
        : [];
    if (
      price === null ||
      only.length !== 1 ||
      first(c, "installments") !== undefined ||
      leftover(c, ["conta", "boleto", "mensalidade", "assinatura"], only[0]!.at).length > 0
    )
      return null;
    return asking(
      "finance",
      "billId",
      `Marco ${only[0]!.bill.name} como paga, com esse valor?`,
      [{ label: `Sim, ${only[0]!.bill.name}`, value: only[0]!.bill.id }],
      { tool: "mark_bill_paid", args: { amount: price.amount, paidOn: recordDay(c, s) } },
    );
  }
  if (
    has(c, "parcela parcelas prestacao prestacoes fatura") ||
    first(c, "installments") !== undefined
  )
    return null;
  if (
    verb(c, "want", ["present", "imperfect", "conditional"]) !== null &&
    !phrase(c, "da|dar|de baixa") &&
    !oneOf("estou foi eh ja", c.words[verb(c, "want")!.at] ?? "") &&
    didI(c, "pay") === null &&
    orders === null
  )
    return null;
  const day = recordDay(c, s);
  const named = billsNamed(c, s, day);
  const money = moneyOf(c);
  const account = accountNamed(c, s);
  const accountId = account !== null && account.id !== "" ? account.id : undefined;
  if (negation(c) >= 0)
    return named.length > 0 || has(c, "conta boleto")
      ? { agent: "finance", reason: "negated" }
      : null;
  const every =
    phrase(c, "todas as contas") || phrase(c, "todos os boletos") || phrase(c, "todas contas");
  if (every) {
    const open = (s.lexicon.bills ?? []).filter(
      (b) =>
        b.status !== "paid" &&
        b.status !== "canceled" &&
        (b.month === undefined || b.month === day.slice(0, 7)),
    );
    if (open.length === 0)
      return asking(
        "finance",
        "billId",
        "Não achei conta em aberto neste mês. Qual conta você pagou?",
      );
    return {
      agent: "finance",
      writes: open.map((b) => propose("mark_bill_paid", { billId: b.id, paidOn: day, accountId })),
      rest: [],
    };
  }
  if (named.length === 0) {
    if (money !== null || !has(c, "conta contas boleto boletos")) return null;
    const open = (s.lexicon.bills ?? []).filter(
      (b) =>
        b.status !== "paid" &&
        b.status !== "canceled" &&
        (b.month === undefined || b.month === day.slice(0, 7)),
    );
    if (open.length === 0)
      return asking("finance", "billId", "Qual conta você pagou, e quanto foi?");
    return whichOf("finance", "billId", "Qual conta você pagou:", open, {
      tool: "mark_bill_paid",
      args: { paidOn: day, accountId },
    });
  }
  if (otherPerson(c) && didI(c, "pay") === null && !pagaMark)
    return { agent: "finance", reason: "third_person" };
  if (money === null && (has(c, "metade") || phrase(c, "uma parte")))
    return asking("finance", "amount", "Quanto você pagou?", [], {
      tool: "mark_bill_paid",
      args: { billId: named[0]!.bill.id, paidOn: day, accountId },
    });
  // "paguei 30 de internet na lan house": another thing when the price is far off is still asked.
  if (isFuture(c, s))
    return asking(
      "finance",
      "paidOn",
      "Esse dia ainda não chegou. Marco como paga hoje, ou prefere um lembrete?",
      [{ label: "Paga hoje", value: s.options.today }],
      { tool: "mark_bill_paid", args: { billId: named[0]!.bill.id } },
    );
  // "paguei luz internet": each named by words of its own.
  const spots = named.flatMap((n) => n.at);
  const together =
    named.length > 1 && (has(c, "e") || has(c, ",") || new Set(spots).size === spots.length);
  if (named.length > 1 && !together)
    return whichOf(
      "finance",
      "billId",
      "Qual conta:",
      named.map((n) => n.bill),
      { tool: "mark_bill_paid", args: { paidOn: day, amount: money?.amount, accountId } },
    );
  // "a luz hoje e a netflix ontem": each on the day behind it.
  const days = items(c, "day");
  const paidOn = (at: readonly number[]): string =>
    (days.length > 1 ? days.find((d) => d.from > Math.max(...at))?.value.past : undefined) ?? day;
  const writes = named.map(({ bill, at }) =>
    propose(
      "mark_bill_paid",
      {
        billId: bill.id,
        paidOn: paidOn(at),
        amount: named.length === 1 ? money?.amount : undefined,
        accountId,
      },
      bill.status === "paid" ? ["já está marcada como paga"] : [],
    ),
  );
  return {
    agent: "finance",
    writes,
    rest: leftover(c, [], [...named.flatMap((n) => n.at), ...(account?.at ?? [])]).filter(
      (w) =>
        !PAID.test(w) &&
        !oneOf(
          "conta contas boleto boletos baixa mes pagamento debitou fatura mensalidade valor",
          w,
        ) &&
        !/(ei|i)$/.test(w),
    ),
  };
}

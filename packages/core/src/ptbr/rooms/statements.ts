import { addMonths } from "../civil.ts";
import { type Clause, type Scene, didI, has, items, phrase } from "../clause.ts";
import { bestOf } from "../names.ts";
import { wordsOf } from "../normalize.ts";
import { type Reading, asking, moneyOf, propose, recordDay, whichOf } from "../reading.ts";
import { negation } from "../subject.ts";

/** "paguei a fatura do inter com o nubank". */
export function statementRoom(c: Clause, s: Scene): Reading | null {
  if (!has(c, "fatura faturas")) return null;
  const paid =
    didI(c, "pay") !== null ||
    (didI(c, "do") !== null && has(c, "pagamento")) ||
    has(c, "paga quitada pago") ||
    phrase(c, "dei baixa");
  if (!paid) return null;
  if (negation(c) >= 0) return { agent: "finance", reason: "negated" };
  const accounts = s.lexicon.accounts ?? [];
  const cards = accounts.filter((a) => a.kind === "card");
  const namedCards = bestOf(c.words, cards, (a) => a.name);
  const namedOther = bestOf(
    c.words,
    accounts.filter((a) => a.kind !== "card"),
    (a) => a.name,
  );
  const money = moneyOf(c);
  const paidOn = recordDay(c, s);
  // "a fatura do nubank" where Nubank is no card: none is put in its place.
  const another = namedOther.some(({ thing }) => {
    const [first = ""] = wordsOf(thing.name);
    return ["do", "da", "de"].some((of) => phrase(c, `fatura ${of} ${first}`));
  });
  const card =
    namedCards.length === 1
      ? namedCards[0]!.thing
      : cards.length === 1 && namedOther.length <= 1 && !another
        ? cards[0]
        : undefined;
  if (card === undefined) {
    if (cards.length === 0)
      return asking("finance", "accountId", "De qual cartão? Ainda não há cartão cadastrado.");
    return whichOf("finance", "accountId", "De qual cartão:", cards, {
      tool: "pay_statement",
      args: { amount: money?.amount, paidOn },
    });
  }
  const month =
    items(c, "period").find((p) => p.value.month !== undefined && p.value.word === "month")?.value
      .month ?? statementMonth(paidOn, card.closingDay ?? null, card.dueDay ?? null);
  const payer =
    namedOther[0]?.thing ??
    accounts.find((a) => a.kind !== "card" && a.meantBy?.includes("debit") === true) ??
    accounts.find((a) => a.kind === "checking") ??
    accounts.find((a) => a.isDefault === true && a.kind !== "card");
  if (payer === undefined)
    return asking(
      "finance",
      "fromAccountId",
      "De qual conta saiu o pagamento?",
      accounts.filter((a) => a.kind !== "card").map((a) => ({ label: a.name, value: a.id })),
      { tool: "pay_statement", args: { accountId: card.id, month, amount: money?.amount, paidOn } },
    );
  return {
    agent: "finance",
    writes: [
      propose(
        "pay_statement",
        { accountId: card.id, month, fromAccountId: payer.id, amount: money?.amount, paidOn },
        namedOther.length === 0 ? [`sai de ${payer.name}`] : [],
      ),
    ],
    rest: [],
  };
}

/** Due month of the statement that closed last at a day. */
export function statementMonth(
  day: string,
  closingDay: number | null,
  dueDay: number | null,
): string {
  const month = day.slice(0, 7);
  if (closingDay === null || dueDay === null) return month;
  const closedThisMonth = Number(day.slice(8)) >= closingDay;
  const closing = closedThisMonth ? month : addMonths(month, -1);
  return dueDay > closingDay ? closing : addMonths(closing, 1);
}

import fc from "fast-check";
import { expect, test } from "vitest";

import { sum } from "../money.ts";
import type { MonthTotals } from "../transactions/spent.ts";
import { spendingFacts } from "./spending.ts";

const MONTHS = ["2026-07", "2026-08", "2026-09", "2026-10", "2026-11"];
const CATEGORIES = [
  ["food", "Alimentação"],
  ["housing", "Moradia"],
] as const;
const now = { today: "2026-11-22", currency: "BRL" };

/** Five months of reais, by category; the last is the running one. */
function ledger(food: readonly number[], housing: readonly number[]): MonthTotals[] {
  return MONTHS.map((month, n) => {
    const byCategory = [food[n] ?? 0, housing[n] ?? 0].map((amount, c) => ({
      key: CATEGORIES[c]?.[0] ?? "",
      kind: "expense" as const,
      name: CATEGORIES[c]?.[1] ?? "",
      parentKey: null,
      amount: amount.toFixed(2),
    }));
    const spent = sum(byCategory.map(({ amount }) => amount));
    return { month, currency: "BRL", spent, income: "0.00", byCategory };
  });
}

const texts = (totals: readonly MonthTotals[]): string[] =>
  spendingFacts(totals, now).map(({ text }) => text.replaceAll("\u00a0", " "));

test("a month outside of the three before it is told with its numbers", () => {
  expect(texts(ledger([300, 330, 360, 480, 100], [1000, 1000, 1000, 1000, 0]))).toEqual([
    "Gastos com Alimentação em outubro: R$ 480,00, R$ 150,00 acima da média dos 3 meses antes (R$ 330,00).",
  ]);
  expect(texts(ledger([300, 330, 360, 150, 0], [1000, 1000, 1000, 1000, 0]))).toEqual([
    "Gastos com Alimentação em outubro: R$ 150,00, R$ 180,00 abaixo da média dos 3 meses antes (R$ 330,00).",
  ]);
});

test("the running month is told when it has passed a whole one, in place of the month before", () => {
  const facts = spendingFacts(ledger([300, 330, 360, 480, 900], [1000, 1000, 1000, 1000, 0]), now);
  expect(facts.map(({ text }) => text.replaceAll("\u00a0", " "))).toEqual([
    "Gastos com Alimentação em novembro: já R$ 900,00, mais que em um mês inteiro, na média dos 3 meses antes (R$ 390,00).",
  ]);
  expect(facts[0]?.data).toEqual({
    name: "Gastos com Alimentação",
    month: "2026-11",
    amount: "900.00",
    mean: "390.00",
    difference: "510.00",
    months: 3,
  });
});

test("nothing is said of a short history, another currency, or what moves little", () => {
  expect(texts(ledger([0, 330, 360, 900, 0], [0, 1000, 1000, 1000, 0]))).toEqual([]);
  expect(spendingFacts(ledger([300, 330, 360, 900, 0], []), { ...now, currency: "EUR" })).toEqual(
    [],
  );
  expect(texts(ledger([10, 11, 12, 40, 0], [1000, 1000, 1000, 1000, 0]))).toEqual([]);
});

test("months that stay among those before are never told, and every number told is the ledger's", () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(amounts, amounts, (food, housing) => {
      const totals = ledger(food, housing);
      for (const { key, data } of spendingFacts(totals, now)) {
        const at = MONTHS.indexOf(String(data["month"]));
        const line =
          key === "total"
            ? food.map((f, n) => f + (housing[n] ?? 0))
            : key === "food"
              ? food
              : housing;
        const [before, amount] = [line.slice(at - 3, at), line[at] ?? 0];
        expect(Number(data["amount"])).toBe(amount);
        expect(Number(data["mean"])).toBeCloseTo(before.reduce((a, b) => a + b, 0) / 3, 1);
        const isLess = at < 4 && amount < Math.min(...before);
        expect(amount > Math.max(...before) || isLess).toBe(true);
      }
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";

import { billStatus } from "../bills/rows.ts";
import { sum } from "../money.ts";
import { monthBlock } from "./rules.ts";
import type { CategoryRef, MonthFacts } from "./rules.ts";
import { figuresOf } from "./testing-figures.ts";
import { apply } from "./testing-model.ts";
import { anyOp } from "./testing-ops.ts";
import { CURRENCIES, TODAY, emptyWorld, monthIndex, monthName, text } from "./testing-world.ts";
import type { Cur, World } from "./testing-world.ts";

const ref = (key: string): CategoryRef => ({ key, kind: "expense", name: key, parentKey: null });
const EMPTY: MonthFacts = {
  bills: [],
  expenses: [],
  incomes: [],
  installments: [],
  installmentCategory: ref("debts"),
  debts: [],
  investments: [],
  ledger: [],
};

test("a worked example: each figure of a month by its formula", () => {
  const bill = (
    amount: string,
    status: "paid" | "pending" | "overdue" | "canceled",
    paid: string | null = null,
  ) => ({ currency: "BRL", amount, status, paid, category: ref("utilities") });
  const block = monthBlock(
    {
      ...EMPTY,
      bills: [
        bill("182.40", "paid", "190.00"),
        bill("99.90", "pending"),
        bill("1500.00", "overdue"),
        bill("55.90", "canceled"),
      ],
      expenses: [{ currency: "BRL", planned: "800.00", category: ref("food") }],
      incomes: [
        { currency: "BRL", expected: "5000.00" },
        { currency: "BRL", expected: "800.00" },
      ],
      installments: [{ currency: "BRL", amount: "100.00" }],
      debts: [
        {
          currency: "BRL",
          negotiated: true,
          status: "active",
          total: "1200.00",
          paid: "300.00",
          remaining: "900.00",
        },
        {
          currency: "BRL",
          negotiated: false,
          status: "settled",
          total: "50.00",
          paid: "0.00",
          remaining: "0.00",
        },
      ],
      investments: [
        { currency: "BRL", current: "3000.00", goal: "10000.00", monthly: "500.00" },
        { currency: "BRL", current: "12000.00", goal: null, monthly: null },
        { currency: "BRL", current: "200.00", goal: "100.00", monthly: null },
      ],
      ledger: [
        {
          currency: "BRL",
          spent: "310.00",
          income: "5000.00",
          byCategory: [
            { ...ref("utilities"), amount: "190.00" },
            { ...ref("food"), amount: "120.00" },
          ],
        },
      ],
    },
    "BRL",
  );
  expect(block).toMatchObject({
    incomeExpected: "5800.00",
    incomeActual: "5000.00",
    budgeted: "2682.30",
    spent: "310.00",
    balance: "4690.00",
    bills: {
      total: "1782.30",
      paid: "190.00",
      pending: "99.90",
      overdue: "1500.00",
      count: { total: 3, pending: 1, paid: 1, overdue: 1, canceled: 1 },
    },
    debts: {
      count: 2,
      negotiatedCount: 1,
      totalAmount: "1200.00",
      totalRemaining: "900.00",
      totalPaid: "300.00",
      installments: "100.00",
    },
    investments: {
      count: 3,
      totalCurrentAmount: "15200.00",
      totalGoalAmount: "10100.00",
      totalMonthlyContribution: "500.00",
      averageProgress: 115,
    },
  });
  expect(block.byCategory).toEqual([
    {
      categoryKey: "utilities",
      kind: "expense",
      name: "utilities",
      parentKey: null,
      planned: "1782.30",
      spent: "190.00",
    },
    {
      categoryKey: "food",
      kind: "expense",
      name: "food",
      parentKey: null,
      planned: "800.00",
      spent: "120.00",
    },
    {
      categoryKey: "debts",
      kind: "expense",
      name: "debts",
      parentKey: null,
      planned: "100.00",
      spent: "0.00",
    },
  ]);
});

test("currencies never mix", () => {
  const facts = {
    ...EMPTY,
    incomes: [
      { currency: "BRL", expected: "1.00" },
      { currency: "USD", expected: "2.00" },
    ],
  };
  expect(monthBlock(facts, "BRL").incomeExpected).toBe("1.00");
  expect(monthBlock(facts, "USD").incomeExpected).toBe("2.00");
});

/** A naive world's month as the facts that the rules take. */
function factsOf(world: World, month: number): MonthFacts {
  const name = monthName(month);
  const rows = world.rows.filter((row) => !row.gone && row.month === month);
  const settledOn = (row: World["rows"][number]): boolean =>
    !row.gone && row.settled?.day.slice(0, 7) === name;
  const ledgerOf = (cur: Cur): MonthFacts["ledger"][number] => {
    const out = [
      ...world.rows
        .filter((row) => row.kind === "bill" && row.currency === cur && settledOn(row))
        .map((row) => ({ key: row.category, cents: row.settled?.cents ?? 0n })),
      ...world.debts
        .filter((debt) => debt.currency === cur)
        .flatMap((debt) =>
          debt.paid
            .filter(({ day }) => day.slice(0, 7) === name)
            .map((one) => ({ key: "debts", cents: one.cents })),
        ),
      ...world.moves
        .filter(
          (move) =>
            move.kind === "expense" && move.currency === cur && move.day.slice(0, 7) === name,
        )
        .map((move) => ({ key: move.category, cents: move.cents })),
    ];
    const income = [
      ...world.rows
        .filter((row) => row.kind === "income" && row.currency === cur && settledOn(row))
        .map((row) => text(row.settled?.cents ?? 0n)),
      ...world.moves
        .filter(
          (move) =>
            move.kind === "income" && move.currency === cur && move.day.slice(0, 7) === name,
        )
        .map((move) => text(move.cents)),
    ];
    return {
      currency: cur,
      spent: sum(out.map(({ cents }) => text(cents))),
      income: sum(income),
      byCategory: out.map(({ key, cents }) => ({ ...ref(key), amount: text(cents) })),
    };
  };
  return {
    bills: rows
      .filter(({ kind }) => kind === "bill")
      .map((row) => ({
        currency: row.currency,
        amount: text(row.cents),
        paid: row.settled === null ? null : text(row.settled.cents),
        status: billStatus(
          {
            status: row.away ? "canceled" : "active",
            month: name,
            dueDay: row.dueDay,
            payments: row.settled === null ? [] : [row.settled],
          },
          TODAY,
        ),
        category: ref(row.category),
      })),
    expenses: rows
      .filter((row) => row.kind === "expense" && !row.away)
      .map((row) => ({
        currency: row.currency,
        planned: text(row.cents),
        category: ref(row.category),
      })),
    incomes: rows
      .filter((row) => row.kind === "income" && !row.away)
      .map((row) => ({ currency: row.currency, expected: text(row.cents) })),
    installments: world.debts
      .filter((debt) => !debt.settled && month >= debt.start && month < debt.start + debt.count)
      .map((debt) => ({ currency: debt.currency, amount: text(debt.cents) })),
    installmentCategory: ref("debts"),
    debts: world.debts.map((debt) => ({
      currency: debt.currency,
      negotiated: true,
      status: "active",
      total: "0.00",
      paid: sum(debt.paid.map((one) => text(one.cents))),
      remaining: "0.00",
    })),
    investments: world.invested.map((one) => ({
      currency: one.currency,
      current: text(one.cents),
      goal: null,
      monthly: null,
    })),
    ledger: CURRENCIES.map(ledgerOf),
  };
}

type Planted = (facts: MonthFacts) => MonthFacts;

/** The rules against the model over one random life; `plant` puts an error between them. */
function lives(plant: Planted = (facts) => facts, count: (op: number) => void = () => undefined) {
  return fc.property(fc.array(anyOp, { minLength: 1, maxLength: 60, size: "max" }), (ops) => {
    const world = emptyWorld();
    for (const op of ops) apply(world, op);
    count(ops.length);
    for (const ahead of [-1, 0, 1, 2, 3]) {
      const facts = plant(factsOf(world, monthIndex(ahead)));
      for (const cur of CURRENCIES) {
        const block = monthBlock(facts, cur);
        const {
          incomeExpected,
          incomeActual,
          budgeted,
          spent,
          balance,
          bills,
          debts,
          investments,
        } = block;
        expect({
          incomeExpected,
          incomeActual,
          budgeted,
          spent,
          balance,
          billsTotal: bills.total,
          billsPaid: bills.paid,
          canceled: bills.count.canceled,
          installments: debts.installments,
          debtsPaid: debts.totalPaid,
          invested: investments.totalCurrentAmount,
        }).toEqual(figuresOf(world, monthIndex(ahead), cur));
        expect(sum(block.byCategory.map((line) => line.planned))).toBe(budgeted);
        expect(sum(block.byCategory.map((line) => line.spent))).toBe(spent);
        expect(bills.count.pending + bills.count.paid + bills.count.overdue).toBe(
          bills.count.total,
        );
      }
    }
  });
}

test("every figure equals the independent model's over thousands of random operations", () => {
  let operations = 0;
  fc.assert(
    lives(undefined, (count) => (operations += count)),
    { numRuns: 300 },
  );
  expect(operations).toBeGreaterThan(3000);
}, 60_000);

test("the comparison notices planted errors", () => {
  const planted: Planted[] = [
    (facts) => ({
      ...facts,
      bills: facts.bills.map((bill) => ({
        ...bill,
        status: bill.status === "canceled" ? "pending" : bill.status,
      })),
    }),
    (facts) => ({ ...facts, installments: facts.installments.slice(1) }),
    (facts) => ({ ...facts, ledger: facts.ledger.map((part) => ({ ...part, currency: "BRL" })) }),
  ];
  for (const plant of planted)
    expect(fc.check(lives(plant), { numRuns: 100, endOnFailure: true }).failed).toBe(true);
}, 60_000);

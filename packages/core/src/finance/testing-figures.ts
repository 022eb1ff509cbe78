import { monthName, text } from "./testing-world.ts";
import type { Cur, Row, World } from "./testing-world.ts";

export type Figures = {
  incomeExpected: string;
  incomeActual: string;
  budgeted: string;
  spent: string;
  balance: string;
  billsTotal: string;
  billsPaid: string;
  canceled: number;
  installments: string;
  debtsPaid: string;
  invested: string;
};

/** §12.1's formulas over the naive rows. */
export function figuresOf(world: World, month: number, cur: Cur): Figures {
  const name = monthName(month);
  const rows = world.rows.filter((row) => !row.gone && row.month === month && row.currency === cur);
  const add = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);
  const of = (kind: Row["kind"]): Row[] => rows.filter((row) => row.kind === kind && !row.away);
  const moved = (kind: "bill" | "income"): bigint[] =>
    world.rows.flatMap((row) =>
      !row.gone &&
      row.kind === kind &&
      row.currency === cur &&
      row.settled?.day.slice(0, 7) === name
        ? [row.settled.cents]
        : [],
    );
  const debts = world.debts.filter((debt) => debt.currency === cur);
  const installments = add(
    debts.flatMap((debt) =>
      !debt.settled && month >= debt.start && month < debt.start + debt.count ? [debt.cents] : [],
    ),
  );
  const moves = world.moves.filter(
    (move) => move.currency === cur && move.day.slice(0, 7) === name,
  );
  const spent = add([
    ...moved("bill"),
    ...debts.flatMap((debt) =>
      debt.paid.flatMap((one) => (one.day.slice(0, 7) === name ? [one.cents] : [])),
    ),
    ...moves.flatMap((move) => (move.kind === "expense" ? [move.cents] : [])),
  ]);
  const income = add([
    ...moved("income"),
    ...moves.flatMap((move) => (move.kind === "income" ? [move.cents] : [])),
  ]);
  const billsTotal = add(of("bill").map((row) => row.cents));
  return {
    incomeExpected: text(add(of("income").map((row) => row.cents))),
    incomeActual: text(income),
    budgeted: text(billsTotal + add(of("expense").map((row) => row.cents)) + installments),
    spent: text(spent),
    balance: text(income - spent),
    billsTotal: text(billsTotal),
    billsPaid: text(
      add(of("bill").flatMap((row) => (row.settled === null ? [] : [row.settled.cents]))),
    ),
    canceled: rows.filter((row) => row.kind === "bill" && row.away).length,
    installments: text(installments),
    debtsPaid: text(add(debts.flatMap((debt) => debt.paid.map((one) => one.cents)))),
    invested: text(add(world.invested.flatMap((one) => (one.currency === cur ? [one.cents] : [])))),
  };
}

/** What accounts of a currency hold: everything that came in minus everything that went out. */
export function heldIn(world: World, cur: Cur): string {
  let held = 0n;
  for (const row of world.rows) {
    if (row.gone || row.currency !== cur || row.settled === null) continue;
    held += row.kind === "income" ? row.settled.cents : -row.settled.cents;
  }
  for (const debt of world.debts)
    if (debt.currency === cur) for (const one of debt.paid) held -= one.cents;
  for (const move of world.moves)
    if (move.currency === cur) held += move.kind === "income" ? move.cents : -move.cents;
  for (const one of world.put) if (one.currency === cur) held -= one.cents;
  return text(held);
}

/** What was spent on a planned expense. */
export function spentOn(world: World, index: number): string {
  return text(
    world.moves
      .filter((move) => move.plan === index)
      .reduce((total, move) => total + move.cents, 0n),
  );
}

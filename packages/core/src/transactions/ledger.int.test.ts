import { testDb } from "@vida/db/testing";
import fc from "fast-check";
import { expect, test } from "vitest";

import { createAccount } from "../accounts/create.ts";
import { listAccounts } from "../accounts/list.ts";
import { moveClosing } from "../accounts/move-closing.ts";
import { payStatement } from "../accounts/pay-statement.ts";
import type { CardSchedule } from "../accounts/rules.ts";
import { listStatements } from "../accounts/statements.ts";
import { modelStatement } from "../accounts/testing.ts";
import { newId } from "../context.ts";
import { undoAction } from "../dashboard/undo.ts";
import { addDays, addMonths } from "../dates.ts";
import { DomainError } from "../errors.ts";
import { listPayables } from "../finance/payables.ts";
import { inSession } from "../operation.ts";
import { testServices } from "../testing.ts";
import type { TestPerson } from "../testing.ts";
import { recordTransaction } from "./record.ts";
import { removeTransaction } from "./remove.ts";
import { monthTotals } from "./spent.ts";
import type { SpentBy } from "./spent.ts";
import { updateTransaction } from "./update.ts";

/**
 * Random histories of the ledger against a model that knows nothing of SQL: rows in an array, centavos in
 * bigints, statements from a calendar.
 */
const services = await testServices();
const { superPool } = await testDb();
const TODAY = "2026-11-22";

type Row = {
  id: string;
  kind: "expense" | "income" | "transfer";
  cents: bigint;
  day: string;
  purchaseDay: string;
  part: number;
  account: string;
  to: string | null;
  settles: string | null;
  group: string | null;
};
type World = {
  person: TestPerson;
  cash: string[];
  card: string;
  schedule: CardSchedule;
  rows: Row[];
};

const cents = (amount: string): bigint => BigInt(amount.replace(".", ""));
const total = (values: bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
const decimal = (value: bigint): string => {
  const digits = String(value < 0n ? -value : value).padStart(3, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const shown = (value: bigint): string => (value === 0n ? "0.00" : decimal(value));

const amount = fc.bigInt({ min: 1n, max: 500_000n });
/** Mostly around the closings of 28 October and September, where statements are decided. */
const daysAgo = fc.oneof(
  fc.nat(120),
  fc.integer({ min: 19, max: 31 }),
  fc.integer({ min: 49, max: 61 }),
);
const pick = fc.nat(1000);
const step = fc.oneof(
  fc.record({
    do: fc.constant("spend" as const),
    amount,
    daysAgo,
    pick,
    parts: fc.constantFrom(1, 1, 2, 3, 7, 12),
  }),
  fc.record({ do: fc.constant("receive" as const), amount, daysAgo, pick }),
  fc.record({ do: fc.constant("transfer" as const), amount, daysAgo, pick }),
  fc.record({ do: fc.constant("pay" as const), pick }),
  fc.record({ do: fc.constant("move" as const), pick, by: fc.integer({ min: -8, max: 8 }) }),
  fc.record({ do: fc.constant("change" as const), amount, daysAgo, pick }),
  fc.record({ do: fc.constant("remove" as const), pick }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function one<T>(list: readonly T[], at: number): T {
  const found = list[at % list.length];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
}

const statementOf = (world: World, row: Row): string =>
  addMonths(modelStatement(world.schedule, row.purchaseDay), row.part - 1);

async function play(world: World, action: Step, actionId: string): Promise<void> {
  const { person, card } = world;
  const every = [...world.cash, card];
  const stand = (row: Omit<Row, "part" | "settles" | "group" | "to"> & Partial<Row>) =>
    world.rows.push({ part: 1, settles: null, group: null, to: null, ...row });
  switch (action.do) {
    case "spend": {
      const account = action.parts > 1 ? card : one([...every, card], action.pick);
      const value = action.amount + BigInt(action.parts);
      const day = addDays(TODAY, -action.daysAgo);
      const made = await person.run(
        recordTransaction,
        {
          kind: "expense",
          amount: decimal(value),
          description: "Compra",
          accountId: account,
          day,
          installments: action.parts,
        },
        actionId,
      );
      const ids = action.parts === 1 ? [made.id] : made.parts.map(({ id }) => id);
      const base = value / BigInt(action.parts);
      const extra = Number(value % BigInt(action.parts));
      for (const [index, id] of ids.entries()) {
        const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
        const length = new Date(Date.UTC(year, month + index, 0)).getUTCDate();
        const at = new Date(Date.UTC(year, month - 1 + index, Math.min(date, length)));
        stand({
          id,
          kind: "expense",
          cents: base + (index < extra ? 1n : 0n),
          day: at.toISOString().slice(0, 10),
          purchaseDay: day,
          part: index + 1,
          account,
          group: made.groupId,
        });
      }
      return;
    }
    case "receive": {
      const [account, day] = [one(every, action.pick), addDays(TODAY, -action.daysAgo)];
      const { id } = await person.run(
        recordTransaction,
        {
          kind: "income",
          amount: decimal(action.amount),
          description: "Entrada",
          accountId: account,
          day,
        },
        actionId,
      );
      stand({ id, kind: "income", cents: action.amount, day, purchaseDay: day, account });
      return;
    }
    case "transfer": {
      const [account, to] = action.pick % 2 === 0 ? world.cash : world.cash.toReversed();
      const day = addDays(TODAY, -action.daysAgo);
      if (account === undefined || to === undefined) return;
      const { id } = await person.run(
        recordTransaction,
        {
          kind: "transfer",
          amount: decimal(action.amount),
          description: "Entre contas",
          accountId: account,
          toAccountId: to,
          day,
        },
        actionId,
      );
      stand({ id, kind: "transfer", cents: action.amount, day, purchaseDay: day, account, to });
      return;
    }
    case "pay": {
      const month = one(["2026-09", "2026-10", "2026-11", "2026-12", "2027-01"], action.pick);
      const account = one(world.cash, action.pick);
      const { transaction } = await person.run(
        payStatement,
        { accountId: card, month, fromAccountId: account },
        actionId,
      );
      stand({
        id: transaction.id,
        kind: "transfer",
        cents: cents(transaction.amount),
        day: TODAY,
        purchaseDay: TODAY,
        account,
        to: card,
        settles: month,
      });
      return;
    }
    case "move": {
      const month = one(["2026-10", "2026-11", "2026-11"], action.pick);
      const closesOn = addDays(`${addMonths(month, -1)}-28`, action.by);
      await person.run(moveClosing, { accountId: card, month, closesOn }, actionId);
      const moved = new Map(world.schedule.moved).set(month, closesOn);
      world.schedule = { ...world.schedule, moved };
      return;
    }
    case "change": {
      const plain = world.rows.filter(({ group, settles }) => group === null && settles === null);
      if (plain.length === 0) return;
      const row = one(plain, action.pick);
      const day = addDays(TODAY, -action.daysAgo);
      await person.run(
        updateTransaction,
        { transactionId: row.id, amount: decimal(action.amount), day },
        actionId,
      );
      Object.assign(row, { cents: action.amount, day, purchaseDay: day });
      return;
    }
    case "remove": {
      if (world.rows.length === 0) return;
      const { id } = one(world.rows, action.pick);
      await person.run(removeTransaction, { transactionId: id }, actionId);
      world.rows = world.rows.filter((row) => row.id !== id);
    }
  }
}

async function checkBalances(world: World, day: string): Promise<void> {
  const { items } = await world.person.run(listAccounts, { day });
  const moved = ({ kind, account, to, cents: value }: Row, id: string): bigint => {
    if (to === id) return value;
    if (account !== id) return 0n;
    return kind === "income" ? value : -value;
  };
  for (const { id, balance, usedLimit } of items) {
    const past = world.rows.filter((row) => row.day <= day);
    expect(balance).toBe(shown(total(past.map((row) => moved(row, id)))));
    const owed = shown(-total(world.rows.map((row) => moved(row, id))));
    expect(usedLimit).toBe(id === world.card ? owed : null);
  }
}

async function checkStatements(world: World): Promise<void> {
  const { items } = await world.person.run(listStatements, { accountId: world.card });
  const onCard = world.rows.filter((row) => row.account === world.card);
  let [bought, paid, left, carried] = [0n, 0n, 0n, 0n];
  for (const statement of items.toReversed()) {
    const lines = onCard.filter((row) => statementOf(world, row) === statement.month);
    const due = total(lines.map((row) => (row.kind === "income" ? -row.cents : row.cents)));
    const payments = world.rows.filter(({ settles }) => settles === statement.month);
    const given = total(payments.map((row) => row.cents));
    const { month, total: sum, paid: gave, carried: before } = statement;
    expect([month, sum, gave, before]).toEqual([month, shown(due), shown(given), shown(carried)]);
    bought += due;
    paid += given;
    const open = due > given ? due - given : 0n;
    left += open;
    if (statement.closesOn < TODAY) carried += open;
  }
  const payables = await world.person.run(listPayables, { to: "2028-12-31" });
  expect(shown(total(payables.items.map(({ amount }) => cents(amount))))).toBe(shown(left));
  expect(bought).toBe(total(onCard.map((row) => (row.kind === "income" ? -row.cents : row.cents))));
  expect(paid).toBe(
    total(world.rows.filter(({ settles }) => settles !== null).map((row) => row.cents)),
  );
}

async function checkMonths(world: World, by: SpentBy): Promise<void> {
  const caller = { userId: world.person.userId };
  const months = await inSession(services, caller, (ctx) =>
    monthTotals(ctx, { from: "2026-06", to: "2028-01", by }),
  );
  const expected = new Map<string, { spent: bigint; income: bigint }>();
  for (const row of world.rows.filter(({ kind }) => kind !== "transfer")) {
    const onCard = row.account === world.card;
    const month = onCard && by === "statement" ? statementOf(world, row) : row.day.slice(0, 7);
    const sums = expected.get(month) ?? { spent: 0n, income: 0n };
    if (row.kind === "expense") sums.spent += row.cents;
    else if (onCard) sums.spent -= row.cents;
    else sums.income += row.cents;
    expected.set(month, sums);
  }
  expect(
    Object.fromEntries(months.map(({ month, spent, income }) => [month, [spent, income]])),
  ).toEqual(
    Object.fromEntries(
      [...expected].map(([month, sums]) => [month, [shown(sums.spent), shown(sums.income)]]),
    ),
  );
  for (const { spent, byCategory } of months) {
    expect(shown(total(byCategory.map((category) => cents(category.amount))))).toBe(spent);
  }
}

/** Everything the person has in the ledger, byte for byte. */
function snapshot(userId: string): Promise<unknown[]> {
  const tables = ["accounts", "statement_closings", "categories", "transactions"];
  const found = tables.map(
    async (table) =>
      (
        await superPool.query(
          `select to_jsonb(t)::text as row from ${table} t where user_id = $1 order by id`,
          [userId],
        )
      ).rows as unknown[],
  );
  return Promise.all(found);
}

test("balances, statements and months agree with the model after any history, and undo restores every table", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const person = await services.person();
      const bank = await person.run(createAccount, { name: "Nubank", kind: "checking" });
      const card = await person.run(createAccount, {
        name: "Inter",
        kind: "card",
        closingDay: 28,
        dueDay: 5,
      });
      const wallet = (await person.run(listAccounts, {})).items.find(({ kind }) => kind === "cash");
      const world: World = {
        person,
        cash: [wallet?.id ?? "", bank.id],
        card: card.id,
        schedule: { closingDay: 28, dueDay: 5, moved: new Map() },
        rows: [],
      };
      for (const [index, action] of steps.entries()) {
        const last = index === steps.length - 1;
        const before = last ? await snapshot(person.userId) : [];
        const model = { ...world, rows: structuredClone(world.rows) };
        const actionId = newId();
        try {
          await play(world, action, actionId);
        } catch (error) {
          // A refusal changes nothing, in the model as in the database.
          if (!(error instanceof DomainError)) throw error;
          continue;
        }
        const unchanged = JSON.stringify(await snapshot(person.userId)) === JSON.stringify(before);
        if (!last || unchanged) continue;
        await person.run(undoAction, { actionId });
        expect(await snapshot(person.userId)).toEqual(before);
        Object.assign(world, { rows: model.rows, schedule: model.schedule });
      }
      for (const day of ["2026-08-31", TODAY, "2027-02-28"]) await checkBalances(world, day);
      await checkStatements(world);
      await checkMonths(world, "purchase");
      await checkMonths(world, "statement");
    }),
    { numRuns: 60 },
  );
}, 180_000);

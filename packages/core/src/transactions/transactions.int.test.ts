import fc from "fast-check";
import { expect, test } from "vitest";

import { archiveAccount } from "../accounts/archive.ts";
import { createAccount } from "../accounts/create.ts";
import { listAccounts } from "../accounts/list.ts";
import { payStatement } from "../accounts/pay-statement.ts";
import { readStatement } from "../accounts/statement.ts";
import { newId } from "../context.ts";
import { listActivity } from "../dashboard/activity.ts";
import { undoAction } from "../dashboard/undo.ts";
import { inSession } from "../operation.ts";
import { testServices } from "../testing.ts";
import type { TestPerson } from "../testing.ts";
import { listTransactions } from "./list.ts";
import { recordTransaction } from "./record.ts";
import { removeTransaction } from "./remove.ts";
import { updateTransaction } from "./update.ts";

const services = await testServices();

async function withCard() {
  const ana = await services.person();
  const card = await ana.run(createAccount, {
    name: "Cartão Inter",
    kind: "card",
    closingDay: 28,
    dueDay: 5,
    limit: "5000",
  });
  const bank = await ana.run(createAccount, {
    name: "Nubank",
    kind: "checking",
    openingBalance: "1000",
  });
  return { ana, card, bank };
}

const rowsOf = async (person: TestPerson) =>
  (await person.run(listTransactions, { limit: 100 })).items;

test("records an expense from the wallet, today, in the category that takes the rest", async () => {
  const ana = await services.person();
  const row = await ana.run(recordTransaction, {
    kind: "expense",
    amount: "23.5",
    description: "Pastel",
  });
  expect(row).toMatchObject({
    kind: "expense",
    amount: "23.50",
    currency: "BRL",
    description: "Pastel",
    day: "2026-11-22",
    purchaseDay: "2026-11-22",
    categoryKey: "other",
    accountName: "Carteira",
    source: "form",
    installments: null,
    parts: [],
  });
  expect((await ana.run(listAccounts, {})).items).toMatchObject([
    { name: "Carteira", balance: "-23.50" },
  ]);
  const { parts: _, ...stored } = row;
  expect(await rowsOf(ana)).toEqual([stored]);
});

test("says which rule a row breaks and stores nothing", async () => {
  const { ana, card, bank } = await withCard();
  const dollars = await ana.run(createAccount, { name: "Wise", kind: "checking", currency: "USD" });
  const put = { kind: "expense", amount: "10", description: "X" } as const;
  const move = { ...put, kind: "transfer" } as const;
  const refusal = (input: object) => ana.refusal(recordTransaction, input);
  expect(await refusal({ ...put, day: "2026-11-23" })).toBe("invalid transactions.futureDay");
  expect(await refusal({ ...put, day: "2026-02-31" })).toBe("invalid input.invalid");
  expect(await refusal({ ...put, day: "0000-01-01" })).toBe("invalid input.invalid");
  expect(await refusal({ ...put, amount: "0.00" })).toBe("invalid input.invalid");
  expect(await refusal({ ...put, accountId: newId() })).toBe("not_found accounts.notFound");
  expect(await refusal({ ...put, categoryKey: "nope" })).toBe("not_found categories.notFound");
  expect(await refusal({ ...put, categoryKey: "salary" })).toBe("not_found categories.notFound");
  expect(await refusal({ ...put, installments: 3, accountId: bank.id })).toBe(
    "invalid transactions.onlyOnCard",
  );
  expect(await refusal({ ...put, kind: "income", installments: 3, accountId: card.id })).toBe(
    "invalid transactions.onlyOnCard",
  );
  expect(await refusal({ ...put, amount: "0.02", installments: 3 })).toBe(
    "invalid transactions.amountTooSmall",
  );
  expect(await refusal({ ...put, currency: "EUR" })).toBe("conflict transactions.noAccount");
  expect(await refusal({ ...put, currency: "USD", accountId: bank.id })).toBe(
    "invalid transactions.currencyMismatch",
  );
  expect(await refusal({ ...put, toAccountId: bank.id })).toBe(
    "invalid transactions.onlyTransfers",
  );
  expect(await refusal({ ...put, plannedExpenseId: newId() })).toBe("not_found expenses.notFound");
  expect(await refusal(move)).toBe("invalid transactions.toAccountRequired");
  expect(await refusal({ ...move, accountId: bank.id, toAccountId: bank.id })).toBe(
    "invalid transactions.sameAccount",
  );
  expect(await refusal({ ...move, accountId: bank.id, toAccountId: dollars.id })).toBe(
    "invalid transactions.mixedCurrencies",
  );
  expect(await refusal({ ...move, toAccountId: bank.id, categoryKey: "food" })).toBe(
    "invalid transactions.transferCategory",
  );
  await ana.run(createAccount, { name: "Outro", kind: "card", closingDay: 1, dueDay: 10 });
  expect(await refusal({ ...put, installments: 2 })).toBe("invalid transactions.whichCard");
  await ana.run(archiveAccount, { accountId: bank.id });
  expect(await refusal({ ...put, accountId: bank.id })).toBe("conflict accounts.archived");
  expect(await rowsOf(ana)).toEqual([]);
});

test("a purchase in installments has a part in each statement, exact to the centavo, on the day of purchase", async () => {
  const { ana, card } = await withCard();
  const bought = await ana.run(recordTransaction, {
    kind: "expense",
    amount: "1000",
    description: "Geladeira",
    categoryKey: "shopping",
    installments: 3,
    day: "2026-10-31",
  });
  expect(
    bought.parts.map(({ amount, day, purchaseDay, statementMonth, installment, installments }) => [
      amount,
      day,
      purchaseDay,
      statementMonth,
      installment,
      installments,
    ]),
  ).toEqual([
    ["333.34", "2026-10-31", "2026-10-31", "2026-12", 1, 3],
    ["333.33", "2026-11-30", "2026-10-31", "2027-01", 2, 3],
    ["333.33", "2026-12-31", "2026-10-31", "2027-02", 3, 3],
  ]);
  expect(bought).toMatchObject({ accountId: card.id, groupId: bought.parts[0]?.groupId });
  const { items } = await ana.run(listAccounts, {});
  expect(items.find(({ id }) => id === card.id)).toMatchObject({
    balance: "-333.34",
    usedLimit: "1000.00",
    availableLimit: "4000.00",
  });
  expect((await ana.run(listTransactions, { month: "2026-12" })).items).toMatchObject([
    { installment: 3 },
  ]);
});

test("an income on a card is a refund and lowers its statement", async () => {
  const { ana, card } = await withCard();
  await ana.run(recordTransaction, {
    kind: "expense",
    amount: "200",
    description: "Tênis",
    categoryKey: "shopping",
    accountId: card.id,
  });
  const refund = await ana.run(recordTransaction, {
    kind: "income",
    amount: "50.01",
    description: "Tênis",
    accountId: card.id,
  });
  expect(refund).toMatchObject({
    refund: true,
    categoryKey: "shopping",
    statementMonth: "2026-12",
  });
  const statement = await ana.run(readStatement, { accountId: card.id, month: "2026-12" });
  expect(statement).toMatchObject({ total: "149.99", remaining: "149.99", status: "open" });
  expect(statement.items).toHaveLength(2);
});

test("a transfer is one row that moves both accounts", async () => {
  const { ana, bank } = await withCard();
  const wallet = (await ana.run(listAccounts, {})).items.find(({ kind }) => kind === "cash");
  const moved = await ana.run(recordTransaction, {
    kind: "transfer",
    amount: "200",
    description: "Saque",
    accountId: bank.id,
    toAccountId: wallet?.id,
  });
  expect(moved).toMatchObject({
    kind: "transfer",
    categoryKey: null,
    accountName: "Nubank",
    toAccountName: "Carteira",
  });
  const { items } = await ana.run(listAccounts, {});
  expect(Object.fromEntries(items.map(({ name, balance }) => [name, balance]))).toEqual({
    Nubank: "800.00",
    Carteira: "200.00",
    "Cartão Inter": "0.00",
  });
  expect((await ana.run(listAccounts, { day: "2026-11-21" })).totals).toEqual([
    { currency: "BRL", balance: "1000.00", cards: "0.00" },
  ]);
});

test("a plain transfer to a card pays the statement whose rest it is, else the oldest unpaid", async () => {
  const { ana, card, bank } = await withCard();
  const buy = (amount: string, day: string) =>
    ana.run(recordTransaction, {
      kind: "expense",
      amount,
      description: "Compra",
      accountId: card.id,
      day,
    });
  await buy("300", "2026-09-10");
  await buy("500", "2026-10-10");
  const pay = async (amount: string) =>
    (
      await ana.run(recordTransaction, {
        kind: "transfer",
        amount,
        description: "Fatura",
        accountId: bank.id,
        toAccountId: card.id,
      })
    ).settlesMonth;
  expect(await pay("500")).toBe("2026-11");
  expect(await pay("100")).toBe("2026-10");
  expect(await pay("200")).toBe("2026-10");
  expect(await pay("10")).toBe("2026-12");
});

test("what a person last gave a description is its next default, corrections first, and undo takes it back", async () => {
  const { ana, bank } = await withCard();
  const put = { kind: "expense", amount: "120", description: "Mercado Extra" } as const;
  services.at("2026-11-22T15:00:00Z");
  const first = await ana.run(recordTransaction, put);
  services.at("2026-11-22T15:01:00Z");
  const correction = newId();
  await ana.run(
    updateTransaction,
    { transactionId: first.id, categoryKey: "groceries", accountId: bank.id },
    correction,
  );
  const input = { ...put, description: "MERCADO EXTRA 12/11" };
  expect(await ana.run(recordTransaction, input)).toMatchObject({
    categoryKey: "groceries",
    accountName: "Nubank",
  });
  await ana.run(removeTransaction, { transactionId: (await rowsOf(ana))[0]?.id ?? "" });
  await ana.run(undoAction, { actionId: correction });
  expect(await ana.run(recordTransaction, input)).toMatchObject({
    categoryKey: "other",
    accountName: "Carteira",
  });
});

test("a card says what is meant, with defaults and what stands there already", async () => {
  const { ana, card } = await withCard();
  const input = {
    kind: "expense",
    amount: "1200",
    description: "Celular",
    categoryKey: "shopping",
    installments: 12,
  } as const;
  const summary = () =>
    inSession(services, { userId: ana.userId }, async (ctx) =>
      recordTransaction.summarize?.(ctx, input),
    );
  expect(await summary()).toMatchObject({
    title: "Celular",
    weight: "table",
    warnings: [],
    details: [
      { label: "Valor" },
      { label: "Parcelas" },
      { label: "Saiu de", value: "Cartão Inter" },
      { label: "Categoria", value: "Compras" },
      { label: "Dia", value: "hoje" },
      { label: "Fatura", value: "fatura de dezembro" },
    ],
  });
  await ana.run(recordTransaction, { ...input, installments: 1, accountId: card.id });
  expect((await summary())?.warnings).toEqual(["já existe um igual, feito às 12h01"]);
});

test("removing asks for this part, those of open statements or all, and paid ones stay", async () => {
  const { ana, card, bank } = await withCard();
  const buy = () =>
    ana.run(recordTransaction, {
      kind: "expense",
      amount: "600",
      description: "Curso",
      installments: 6,
      day: "2026-08-10",
      accountId: card.id,
    });
  const left = async () =>
    (await rowsOf(ana))
      .filter(({ kind }) => kind === "expense")
      .map(({ installment }) => installment)
      .toSorted((a, b) => Number(a) - Number(b));
  const bought = await buy();
  const [, second] = bought.parts;
  expect(await ana.run(removeTransaction, { transactionId: second?.id ?? "" })).toMatchObject({
    removed: 1,
  });
  expect(await left()).toEqual([1, 3, 4, 5, 6]);
  const open = newId();
  // Statements of September (part 1) and November (part 3) have closed.
  expect(
    await ana.run(removeTransaction, { transactionId: bought.id, scope: "open" }, open),
  ).toMatchObject({ removed: 3 });
  expect(await left()).toEqual([1, 3]);
  await ana.run(undoAction, { actionId: open });
  await ana.run(payStatement, { accountId: card.id, month: "2026-09", fromAccountId: bank.id });
  expect(
    await ana.run(removeTransaction, { transactionId: bought.id, scope: "all" }),
  ).toMatchObject({ removed: 4 });
  expect(await left()).toEqual([1]);
  expect(await ana.refusal(removeTransaction, { transactionId: bought.id, scope: "all" })).toBe(
    "conflict transactions.allPaid",
  );
});

test("a correction covers its scope, shares a new total among the parts, and undo restores all", async () => {
  const { ana, card, bank } = await withCard();
  const bought = await ana.run(recordTransaction, {
    kind: "expense",
    amount: "300",
    description: "Sofa",
    installments: 3,
    day: "2026-09-20",
    accountId: card.id,
  });
  await ana.run(payStatement, { accountId: card.id, month: "2026-10", fromAccountId: bank.id });
  const before = await rowsOf(ana);
  const [actionId, second] = [newId(), bought.parts[1]?.id ?? ""];
  const changed = await ana.run(
    updateTransaction,
    {
      transactionId: second,
      scope: "all",
      amount: "350.01",
      description: "Sofá",
      categoryKey: "housing",
    },
    actionId,
  );
  expect(
    changed.parts.map(({ amount, description, categoryKey }) => [amount, description, categoryKey]),
  ).toEqual([
    ["125.01", "Sofá", "housing"],
    ["125.00", "Sofá", "housing"],
  ]);
  expect((await rowsOf(ana)).find(({ installment }) => installment === 1)).toMatchObject({
    amount: "100.00",
    description: "Sofa",
  });
  expect(
    await ana.refusal(updateTransaction, { transactionId: second, scope: "all", amount: "100.01" }),
  ).toBe("invalid transactions.amountTooSmall");
  expect(await ana.refusal(updateTransaction, { transactionId: second, day: "2026-09-21" })).toBe(
    "invalid transactions.dayOfPurchase",
  );
  expect(await ana.refusal(updateTransaction, { transactionId: second, accountId: bank.id })).toBe(
    "invalid transactions.onlyOnCard",
  );
  expect(await ana.refusal(updateTransaction, { transactionId: second, kind: "income" })).toBe(
    "invalid transactions.kindFixed",
  );
  expect(await ana.refusal(updateTransaction, { transactionId: second, installments: 5 })).toBe(
    "conflict transactions.partsPaid",
  );
  await ana.run(undoAction, { actionId });
  expect(await rowsOf(ana)).toEqual(before);
});

test("another number of installments plans the purchase anew, and one makes it a plain row", async () => {
  const { ana, card } = await withCard();
  const row = await ana.run(recordTransaction, {
    kind: "expense",
    amount: "100",
    description: "Fone",
    accountId: card.id,
  });
  const before = await rowsOf(ana);
  const actionId = newId();
  const split = await ana.run(
    updateTransaction,
    { transactionId: row.id, installments: 3 },
    actionId,
  );
  expect(
    split.parts.map(({ id, amount, statementMonth }) => [id === row.id, amount, statementMonth]),
  ).toEqual([
    [true, "33.34", "2026-12"],
    [false, "33.33", "2027-01"],
    [false, "33.33", "2027-02"],
  ]);
  const fewer = await ana.run(updateTransaction, {
    transactionId: split.parts[1]?.id ?? "",
    installments: 1,
    amount: "90",
  });
  expect(fewer).toMatchObject({
    id: row.id,
    amount: "90.00",
    installments: null,
    groupId: null,
    parts: [],
  });
  expect(await rowsOf(ana)).toHaveLength(1);
  expect(await ana.refusal(undoAction, { actionId })).toBe("conflict undo.movedOn");
  await ana.run(updateTransaction, { transactionId: row.id, amount: "100" });
  const [{ createdAt: _, ...now } = { createdAt: "" }] = await rowsOf(ana);
  expect(before).toMatchObject([now]);
});

test("a correction moves day, account, kind and statement of a plain row", async () => {
  const { ana, card, bank } = await withCard();
  const row = await ana.run(recordTransaction, {
    kind: "expense",
    amount: "80",
    description: "Posto",
    categoryKey: "transport",
    accountId: bank.id,
  });
  const change = (input: object) => ana.run(updateTransaction, { transactionId: row.id, ...input });
  expect(await change({ accountId: card.id, day: "2026-10-28" })).toMatchObject({
    statementMonth: "2026-11",
    day: "2026-10-28",
    purchaseDay: "2026-10-28",
  });
  expect(await change({ kind: "income" })).toMatchObject({
    kind: "income",
    refund: true,
    categoryKey: "transport",
  });
  expect(await change({ accountId: bank.id })).toMatchObject({
    refund: false,
    statementMonth: null,
    categoryKey: "transport",
  });
  expect(await change({ kind: "expense", notes: "gasolina" })).toMatchObject({
    kind: "expense",
    categoryKey: "transport",
    notes: "gasolina",
  });
  expect(await change({ notes: null })).toMatchObject({ notes: null });
  const refusal = (input: object) =>
    ana.refusal(updateTransaction, { transactionId: row.id, ...input });
  expect(await refusal({ day: "2026-11-23" })).toBe("invalid transactions.futureDay");
  expect(await refusal({ toAccountId: card.id })).toBe("invalid transactions.onlyTransfers");
  expect(await refusal({ plannedExpenseId: newId() })).toBe("not_found expenses.notFound");
  expect(await refusal({ categoryKey: "nope" })).toBe("not_found categories.notFound");
});

test("a repeated action answers the same row and writes it once", async () => {
  const { ana } = await withCard();
  const input = { kind: "expense", amount: "300", description: "Livros", installments: 3 } as const;
  const actionId = newId();
  const [first, again] = await Promise.all([
    ana.run(recordTransaction, input, actionId),
    ana.run(recordTransaction, input, actionId),
  ]);
  expect(again).toEqual(first);
  expect(await rowsOf(ana)).toHaveLength(3);
});

test("another person sees and changes nothing", async () => {
  const { ana, bank } = await withCard();
  const bia = await services.person();
  const row = await ana.run(recordTransaction, {
    kind: "expense",
    amount: "10",
    description: "Café",
  });
  expect(await rowsOf(bia)).toEqual([]);
  const transactionId = row.id;
  expect(await bia.refusal(updateTransaction, { transactionId, amount: "1" })).toBe(
    "not_found transactions.notFound",
  );
  expect(await bia.refusal(removeTransaction, { transactionId })).toBe(
    "not_found transactions.notFound",
  );
  const put = { kind: "expense", amount: "1", description: "X", accountId: bank.id };
  expect(await bia.refusal(recordTransaction, put)).toBe("not_found accounts.notFound");
  expect(await bia.refusal(listTransactions, { accountId: bank.id })).toBe(
    "not_found accounts.notFound",
  );
  expect(await rowsOf(ana)).toHaveLength(1);
});

test("the list narrows by days, account, category with what is under it, kind and words without accents", async () => {
  const { ana, card, bank } = await withCard();
  const put = (description: string, categoryKey: string, day: string, accountId = bank.id) =>
    ana.run(recordTransaction, {
      kind: "expense",
      amount: "10",
      description,
      categoryKey,
      day,
      accountId,
    });
  await put("Pão de Açúcar", "groceries", "2026-11-20");
  await put("Cinema 100%", "entertainment", "2026-11-01", card.id);
  await put("Padaria", "food", "2026-10-31");
  const names = async (input: object) =>
    (await ana.run(listTransactions, input)).items.map(({ description }) => description);
  expect(await names({ month: "2026-11" })).toEqual(["Pão de Açúcar", "Cinema 100%"]);
  expect(await names({ from: "2026-10-31", to: "2026-11-01" })).toEqual(["Cinema 100%", "Padaria"]);
  expect(await names({ accountId: card.id })).toEqual(["Cinema 100%"]);
  expect(await names({ categoryKey: "food" })).toEqual(["Pão de Açúcar", "Padaria"]);
  expect(await names({ categoryKey: "groceries" })).toEqual(["Pão de Açúcar"]);
  expect(await names({ query: "acuc" })).toEqual(["Pão de Açúcar"]);
  expect(await names({ query: "0%" })).toEqual(["Cinema 100%"]);
  expect(await names({ query: "%" })).toEqual(["Cinema 100%"]);
  expect(await names({ query: "_" })).toEqual([]);
  expect(await names({ kind: "income" })).toEqual([]);
  expect(await ana.refusal(listTransactions, { cursor: "nonsense" })).toBe(
    "invalid list.badCursor",
  );
  const all = await rowsOf(ana);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), async (limit) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await ana.run(listTransactions, { limit, ...(cursor ? { cursor } : {}) });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual(all.map(({ id }) => id));
    }),
    { numRuns: 4 },
  );
});

test("the trail tells what was recorded in words", async () => {
  const { ana } = await withCard();
  await ana.run(recordTransaction, {
    kind: "income",
    amount: "5000",
    description: "Salário",
    categoryKey: "salary",
  });
  await ana.run(recordTransaction, {
    kind: "expense",
    amount: "1200",
    description: "TV",
    installments: 12,
  });
  const titles = (await ana.run(listActivity, {})).items.map(({ title }) =>
    title.replaceAll("\u00a0", " "),
  );
  expect(titles.slice(0, 2).toSorted()).toEqual([
    "Salário · + R$ 5.000,00",
    "TV · 12x de R$ 100,00",
  ]);
});

import { expect, test } from "vitest";

import { updateProfile } from "../account/update-profile.ts";
import { newId } from "../context.ts";
import { undoAction } from "../dashboard/undo.ts";
import { testServices } from "../testing.ts";
import { listTransactions } from "../transactions/list.ts";
import { recordTransaction } from "../transactions/record.ts";
import { archiveAccount } from "./archive.ts";
import { createAccount } from "./create.ts";
import { listAccounts } from "./list.ts";
import { moveClosing } from "./move-closing.ts";
import { payStatement } from "./pay-statement.ts";
import { readStatement } from "./statement.ts";
import { listStatements } from "./statements.ts";
import { updateAccount } from "./update.ts";

const services = await testServices();
const INTER = {
  name: "Cartão Inter",
  kind: "card",
  closingDay: 28,
  dueDay: 5,
  limit: "3000",
} as const;

async function withCard() {
  const ana = await services.person();
  const card = await ana.run(createAccount, INTER);
  const bank = await ana.run(createAccount, {
    name: "Nubank",
    kind: "checking",
    openingBalance: "1000",
  });
  const buy = (amount: string, day: string, installments = 1) =>
    ana.run(recordTransaction, {
      kind: "expense",
      amount,
      description: "Compra",
      accountId: card.id,
      day,
      installments,
    });
  return { ana, card, bank, buy };
}

test("everybody starts with a wallet, which follows their currency until it is used", async () => {
  const ana = await services.person();
  expect(await ana.run(listAccounts, {})).toMatchObject({
    day: "2026-11-22",
    items: [{ name: "Carteira", kind: "cash", currency: "BRL", balance: "0.00", usedLimit: null }],
    totals: [{ currency: "BRL", balance: "0.00", cards: "0.00" }],
  });
  await ana.run(updateProfile, { currency: "EUR" });
  expect((await ana.run(listAccounts, {})).items).toMatchObject([{ currency: "EUR" }]);
  await ana.run(recordTransaction, { kind: "expense", amount: "10", description: "Pão" });
  await ana.run(updateProfile, { currency: "USD" });
  expect(await ana.run(listAccounts, {})).toMatchObject({
    items: [{ currency: "EUR", balance: "-10.00" }],
    totals: [{ currency: "USD" }, { currency: "EUR", balance: "-10.00" }],
  });
});

test("balances at a day are opening plus what came minus what went up to it", async () => {
  const { ana, card, bank, buy } = await withCard();
  await ana.run(recordTransaction, {
    kind: "income",
    amount: "500.10",
    description: "Freela",
    accountId: bank.id,
    day: "2026-11-10",
  });
  await ana.run(recordTransaction, {
    kind: "expense",
    amount: "0.20",
    description: "Taxa",
    accountId: bank.id,
    day: "2026-11-12",
  });
  await buy("300", "2026-11-15", 3);
  const at = async (day?: string) =>
    Object.fromEntries(
      (await ana.run(listAccounts, day === undefined ? {} : { day })).items.map((a) => [
        a.name,
        a.balance,
      ]),
    );
  expect(await at("2026-11-09")).toEqual({
    Carteira: "0.00",
    Nubank: "1000.00",
    "Cartão Inter": "0.00",
  });
  expect(await at("2026-11-11")).toMatchObject({ Nubank: "1500.10" });
  expect(await at()).toEqual({ Carteira: "0.00", Nubank: "1499.90", "Cartão Inter": "-100.00" });
  expect(await at("2027-01-15")).toMatchObject({ "Cartão Inter": "-300.00" });
  const list = await ana.run(listAccounts, {});
  expect(list.totals).toEqual([{ currency: "BRL", balance: "1499.90", cards: "100.00" }]);
  expect(list.items.find(({ id }) => id === card.id)).toMatchObject({
    usedLimit: "300.00",
    availableLimit: "2700.00",
  });
});

test("says which rule an account breaks", async () => {
  const { ana, card, bank } = await withCard();
  expect(await ana.refusal(createAccount, { name: "Visa", kind: "card" })).toBe(
    "invalid accounts.cardDays",
  );
  expect(await ana.refusal(createAccount, { name: "Caixa", kind: "savings", limit: "10" })).toBe(
    "invalid accounts.onlyCards",
  );
  expect(await ana.refusal(createAccount, { name: " nubánk ", kind: "savings" })).toBe(
    "conflict accounts.nameTaken",
  );
  expect(await ana.refusal(createAccount, { ...INTER, name: "B", closingDay: 32 })).toBe(
    "invalid input.invalid",
  );
  expect(await ana.refusal(updateAccount, { accountId: card.id, kind: "checking" })).toBe(
    "invalid accounts.kindFixed",
  );
  expect(await ana.refusal(updateAccount, { accountId: bank.id, dueDay: 3 })).toBe(
    "invalid accounts.onlyCards",
  );
  expect(await ana.refusal(updateAccount, { accountId: bank.id, name: "carteira" })).toBe(
    "conflict accounts.nameTaken",
  );
  expect(await ana.refusal(updateAccount, { accountId: newId(), name: "x" })).toBe(
    "not_found accounts.notFound",
  );
  expect(await ana.refusal(archiveAccount, { accountId: newId() })).toBe(
    "not_found accounts.notFound",
  );
});

test("an account of nothing holds plain zero, however it is written", async () => {
  const { ana } = await withCard();
  const made = await ana.run(createAccount, {
    name: "Cofre",
    kind: "savings",
    openingBalance: "-0",
  });
  expect(made).toMatchObject({ openingBalance: "0.00", balance: "0.00" });
});

test("an archived account leaves the list, frees its name, and comes back", async () => {
  const { ana, bank } = await withCard();
  await ana.run(archiveAccount, { accountId: bank.id });
  expect((await ana.run(listAccounts, {})).items.map(({ name }) => name)).toEqual([
    "Carteira",
    "Cartão Inter",
  ]);
  expect((await ana.run(listAccounts, { archived: true })).items).toHaveLength(3);
  const second = await ana.run(createAccount, { name: "Nubank", kind: "checking" });
  expect(await ana.refusal(archiveAccount, { accountId: bank.id, archived: false })).toBe(
    "conflict accounts.nameTaken",
  );
  await ana.run(updateAccount, { accountId: second.id, name: "Nubank PJ", openingBalance: "-5.5" });
  expect(await ana.run(archiveAccount, { accountId: bank.id, archived: false })).toMatchObject({
    archived: false,
    balance: "1000.00",
  });
});

test("a statement holds the purchases between two closings and is paid in part or in full", async () => {
  const { ana, card, bank, buy } = await withCard();
  await buy("100", "2026-09-29");
  await buy("50.50", "2026-10-28");
  await buy("70", "2026-10-29");
  const month = "2026-11";
  expect(await ana.run(readStatement, { accountId: card.id, month })).toMatchObject({
    month,
    opensOn: "2026-09-29",
    closesOn: "2026-10-28",
    dueOn: "2026-11-05",
    total: "150.50",
    paid: "0.00",
    remaining: "150.50",
    status: "overdue",
    moved: false,
    items: [{ amount: "100.00" }, { amount: "50.50" }],
    payments: [],
  });
  const pay = { accountId: card.id, month, fromAccountId: bank.id };
  const paid = await ana.run(payStatement, { ...pay, amount: "100", paidOn: "2026-11-05" });
  expect(paid).toMatchObject({
    paid: "100.00",
    remaining: "50.50",
    carried: "0.00",
    transaction: {
      kind: "transfer",
      settlesMonth: month,
      day: "2026-11-05",
      accountName: "Nubank",
    },
  });
  expect(await ana.refusal(payStatement, { ...pay, amount: "50.51" })).toBe(
    "conflict accounts.paysTooMuch",
  );
  const december = { accountId: card.id, month: "2026-12" };
  expect(await ana.run(readStatement, december)).toMatchObject({
    total: "70.00",
    remaining: "70.00",
    carried: "50.50",
  });
  const actionId = newId();
  expect(await ana.run(payStatement, pay, actionId)).toMatchObject({
    remaining: "0.00",
    status: "paid",
  });
  expect(await ana.run(readStatement, december)).toMatchObject({ carried: "0.00" });
  expect(await ana.refusal(payStatement, pay)).toBe("conflict accounts.statementPaid");
  expect(await ana.refusal(payStatement, { ...pay, month: "2027-03" })).toBe(
    "conflict accounts.statementPaid",
  );
  expect(await ana.refusal(payStatement, { ...pay, paidOn: "2026-11-23" })).toBe(
    "invalid transactions.futureDay",
  );
  expect(await ana.refusal(payStatement, { ...pay, fromAccountId: card.id })).toBe(
    "invalid accounts.paidByCard",
  );
  expect(await ana.refusal(payStatement, { ...pay, accountId: bank.id })).toBe(
    "invalid accounts.notCard",
  );
  await ana.run(undoAction, { actionId });
  expect((await ana.run(readStatement, { accountId: card.id, month })).payments).toHaveLength(1);
});

test("two payments of one statement at once pay it once", async () => {
  const { ana, card, bank, buy } = await withCard();
  await buy("100", "2026-10-10");
  const pay = { accountId: card.id, month: "2026-11", fromAccountId: bank.id };
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => ana.run(payStatement, pay)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await ana.run(readStatement, { accountId: card.id, month: "2026-11" })).toMatchObject({
    paid: "100.00",
    remaining: "0.00",
  });
});

test("statements run without gaps from the first purchase to the last installment, newest first, in pages", async () => {
  const { ana, card, bank, buy } = await withCard();
  await buy("300", "2026-09-10", 6);
  const list = await ana.run(listStatements, { accountId: card.id });
  expect(list.items.map(({ month, status }) => [month, status])).toEqual([
    ["2027-03", "future"],
    ["2027-02", "future"],
    ["2027-01", "future"],
    ["2026-12", "open"],
    ["2026-11", "overdue"],
    ["2026-10", "overdue"],
  ]);
  const first = await ana.run(listStatements, { accountId: card.id, limit: 4 });
  const second = await ana.run(listStatements, {
    accountId: card.id,
    limit: 4,
    cursor: first.nextCursor ?? "",
  });
  expect([...first.items, ...second.items]).toEqual(list.items);
  expect(second.nextCursor).toBeNull();
  expect(await ana.refusal(listStatements, { accountId: bank.id })).toBe(
    "invalid accounts.notCard",
  );
});

test("moving a closing sums both statements anew, installments follow their purchase, and undo restores all", async () => {
  const { ana, card, buy } = await withCard();
  await buy("100", "2026-10-27");
  await buy("30", "2026-10-26", 3);
  await buy("60", "2026-09-10", 6);
  const months = async () =>
    (await ana.run(listTransactions, { limit: 100 })).items.map(
      ({ purchaseDay, installment, statementMonth }) => [purchaseDay, installment, statementMonth],
    );
  const before = await months();
  const move = { accountId: card.id, month: "2026-11" };
  const actionId = newId();
  const moved = await ana.run(moveClosing, { ...move, closesOn: "2026-10-25" }, actionId);
  expect(moved).toMatchObject({
    closesOn: "2026-10-25",
    moved: true,
    total: "10.00",
    next: { month: "2026-12", opensOn: "2026-10-26", total: "120.00" },
  });
  expect(await months()).toContainEqual(["2026-10-26", 3, "2027-02"]);
  expect(await months()).toContainEqual(["2026-09-10", 6, "2027-03"]);
  expect(
    await ana.run(recordTransaction, {
      kind: "expense",
      amount: "1",
      description: "Bala",
      accountId: card.id,
      day: "2026-10-26",
    }),
  ).toMatchObject({ statementMonth: "2026-12" });
  expect(await ana.refusal(moveClosing, { ...move, closesOn: "2026-09-28" })).toBe(
    "invalid accounts.badClosing",
  );
  expect(await ana.refusal(moveClosing, { ...move, closesOn: "2026-11-06" })).toBe(
    "invalid accounts.badClosing",
  );
  // The usual day takes the move back, and then there is nothing left of it.
  expect(await ana.run(moveClosing, { ...move, closesOn: "2026-10-28" })).toMatchObject({
    moved: false,
    total: "121.00",
  });
  expect(await ana.refusal(undoAction, { actionId })).toBe("conflict undo.movedOn");
  const again = newId();
  await ana.run(moveClosing, { ...move, closesOn: "2026-10-30" }, again);
  await ana.run(undoAction, { actionId: again });
  expect(await months()).toHaveLength(before.length + 1);
  expect(await ana.run(readStatement, move)).toMatchObject({
    closesOn: "2026-10-28",
    moved: false,
    total: "121.00",
  });
});

test("new card days count from the open statement; closed ones keep their closing", async () => {
  const { ana, card, buy } = await withCard();
  await buy("10", "2026-10-20");
  await buy("20", "2026-11-05");
  await buy("40", "2026-11-22");
  const before = (await ana.run(listStatements, { accountId: card.id })).items;
  const actionId = newId();
  await ana.run(updateAccount, { accountId: card.id, closingDay: 10, dueDay: 17 }, actionId);
  const statements = (await ana.run(listStatements, { accountId: card.id })).items;
  expect(
    statements.map(({ month, opensOn, closesOn, dueOn, total, status }) => [
      month,
      opensOn,
      closesOn,
      dueOn,
      total,
      status,
    ]),
  ).toEqual([
    ["2026-12", "2026-10-29", "2026-12-10", "2026-12-17", "60.00", "open"],
    ["2026-11", "2026-09-29", "2026-10-28", "2026-11-17", "10.00", "overdue"],
  ]);
  await ana.run(undoAction, { actionId });
  expect((await ana.run(listStatements, { accountId: card.id })).items).toEqual(before);
});

test("another person sees no account and pays no statement", async () => {
  const { ana, card, bank, buy } = await withCard();
  await buy("10", "2026-10-20");
  const bia = await services.person();
  const accountId = card.id;
  expect((await bia.run(listAccounts, {})).items).toMatchObject([{ name: "Carteira" }]);
  const month = "2026-11";
  const refusals = await Promise.all([
    bia.refusal(updateAccount, { accountId, name: "x" }),
    bia.refusal(archiveAccount, { accountId }),
    bia.refusal(listStatements, { accountId }),
    bia.refusal(readStatement, { accountId, month }),
    bia.refusal(payStatement, { accountId, month, fromAccountId: bank.id }),
    bia.refusal(moveClosing, { accountId, month, closesOn: "2026-10-27" }),
  ]);
  expect(new Set(refusals)).toEqual(new Set(["not_found accounts.notFound"]));
  expect(await ana.run(readStatement, { accountId, month: "2026-11" })).toMatchObject({
    remaining: "10.00",
  });
});

import { createAccount } from "@vida/core/accounts/create";
import { readLexicon } from "@vida/core/lexicon";
import { inSession } from "@vida/core/operation";
import { testServices } from "@vida/core/testing";
import type { TestPerson } from "@vida/core/testing";
import { recordTransaction } from "@vida/core/transactions/record";
import { expect, test } from "vitest";

import { toolPorts } from "../tool-ports.ts";
import { registryOf } from "../tools.ts";

const services = await testServices();

async function portsOf({ userId }: TestPerson) {
  const env = await inSession(services, { userId }, async (ctx) => ({
    today: ctx.today,
    now: ctx.wallTime,
    lexicon: await readLexicon(ctx),
    done: [],
  }));
  return toolPorts({
    services,
    userId,
    registry: registryOf(),
    env,
    understood: [],
    onBug(error) {
      throw error;
    },
  });
}

async function withCard() {
  const ana = await services.person();
  const card = await ana.run(createAccount, {
    name: "Cartão Inter",
    kind: "card",
    closingDay: 28,
    dueDay: 5,
  });
  const bank = await ana.run(createAccount, { name: "Nubank", kind: "checking" });
  return { ana, card, bank };
}

test("a card binds account, category and day, also those of the last time", async () => {
  const { ana, bank } = await withCard();
  await ana.run(recordTransaction, {
    kind: "expense",
    amount: "120",
    description: "Mercado",
    categoryKey: "groceries",
    accountId: bank.id,
  });
  const { propose } = await portsOf(ana);
  const put = { kind: "expense", amount: 35.5, description: "mercado" };
  expect(await propose("record_transaction", put)).toMatchObject({
    ok: true,
    weight: "table",
    title: "mercado",
    args: {
      kind: "expense",
      amount: "35.50",
      description: "mercado",
      categoryKey: "groceries",
      accountId: bank.id,
      day: "2026-11-22",
    },
  });
});

test("accounts and categories are named in words, and two that fit are asked about", async () => {
  const { ana, card } = await withCard();
  const { propose } = await portsOf(ana);
  const put = { kind: "expense", amount: "1.200,00", description: "Celular", installments: 12 };
  expect(
    await propose("record_transaction", { ...put, accountId: "inter", categoryKey: "compras" }),
  ).toMatchObject({
    ok: true,
    args: { accountId: card.id, categoryKey: "shopping", amount: "1200.00", installments: 12 },
  });
  expect(await propose("record_transaction", { ...put, day: "2026-11-30" })).toMatchObject({
    ok: false,
    code: "invalid",
  });
  expect(
    await propose("record_transaction", {
      kind: "transfer",
      amount: 10,
      description: "Saque",
      categoryKey: "compras",
      accountId: "nubank",
      toAccountId: "carteira",
    }),
  ).toMatchObject({ ok: true, title: "Transferência · Saque" });
});

test("paying a statement binds the month that closed, what is left of it and the day", async () => {
  const { ana, card, bank } = await withCard();
  await ana.run(recordTransaction, {
    kind: "expense",
    amount: "80.10",
    description: "Posto",
    accountId: card.id,
    day: "2026-10-20",
  });
  const { propose, read } = await portsOf(ana);
  expect(await propose("pay_statement", { fromAccountId: "nubank" })).toMatchObject({
    ok: true,
    args: {
      accountId: card.id,
      fromAccountId: bank.id,
      month: "2026-11",
      amount: "80.10",
      paidOn: "2026-11-22",
    },
  });
  const statement = await read("get_statement", { month: "2026-11" }, crypto.randomUUID());
  expect(statement).toMatchObject({ ok: true, args: { accountId: card.id } });
  const list = await read("get_transactions", { query: "posto" }, crypto.randomUUID());
  expect(list.ok && list.summary).toMatch(/^1 lançamento: R\$\s80,10/);
});

test("categories are managed by name", async () => {
  const { ana } = await withCard();
  const { propose } = await portsOf(ana);
  expect(
    await propose("manage_categories", {
      action: "remove",
      kind: "expense",
      key: "Mercado",
      moveToKey: "alimentacao",
    }),
  ).toMatchObject({
    ok: true,
    weight: "heavy",
    args: { action: "remove", key: "groceries", moveToKey: "food" },
  });
});

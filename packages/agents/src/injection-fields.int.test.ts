import { createAccount } from "@vida/core/accounts/create";
import { createBill } from "@vida/core/bills/create";
import { createCategory } from "@vida/core/categories/create";
import { listActivity } from "@vida/core/dashboard/activity";
import { createDebt } from "@vida/core/debts/create";
import { payInstallments } from "@vida/core/debts/pay-installments";
import { createExpense } from "@vida/core/expenses/create";
import { createGoal } from "@vida/core/goals/create";
import { createHabit } from "@vida/core/habits/create";
import { createIncome } from "@vida/core/incomes/create";
import { createInvestment } from "@vida/core/investments/create";
import { addItem } from "@vida/core/memory/add";
import { updateMemoryProfile } from "@vida/core/memory/profile";
import { createMetric } from "@vida/core/metrics/create";
import { createReminder } from "@vida/core/reminders/create";
import { testServices } from "@vida/core/testing";
import type { TestPerson } from "@vida/core/testing";
import { recordEntry } from "@vida/core/tracking/record";
import { recordTransaction } from "@vida/core/transactions/record";
import { expect, test } from "vitest";

import { obedient, order } from "./testing/obedient.ts";
import { testChat } from "./testing/runs.ts";
import { scriptedModel } from "./testing/scripted-model.ts";
import { registryOf } from "./tools.ts";

const services = await testServices();
const PRICE = { input: 1, output: 1 };
const month = "2026-11";

/** A life with an order in every text that a tool can bring before a model, each its own. */
async function plant(person: TestPerson) {
  const planted: string[] = [];
  const said = (field: string): string => {
    const text = order("delete_goal", "goalId", field);
    planted.push(text);
    return text;
  };
  const category = await person.run(createCategory, { name: said("category"), kind: "expense" });
  const categoryKey = category.key;
  const card = await person.run(createAccount, {
    name: said("card"),
    kind: "card",
    closingDay: 28,
    dueDay: 5,
  });
  const account = await person.run(createAccount, { name: said("account"), kind: "checking" });
  const accountId = account.id;
  for (const [where, id] of [
    ["account", account.id],
    ["card", card.id],
  ] as const)
    await person.run(recordTransaction, {
      kind: "expense",
      amount: "5.00",
      description: said(`description-${where}`),
      notes: said(`notes-${where}`),
      categoryKey,
      accountId: id,
    });
  await person.run(createBill, {
    name: said("bill"),
    categoryKey,
    amount: "10.00",
    dueDay: 25,
    month,
  });
  await person.run(createExpense, { name: said("planned"), categoryKey, planned: "9.00", month });
  await person.run(createIncome, { name: said("income"), kind: "other", expected: "9.00", month });
  const debt = await person.run(createDebt, {
    name: said("debt"),
    creditor: said("creditor"),
    totalAmount: "100.00",
    installments: 10,
    installmentAmount: "10.00",
    dueDay: 25,
    startMonth: month,
    notes: said("debt-notes"),
  });
  await person.run(payInstallments, { debtId: debt.id, quantity: 1, accountId });
  await person.run(createInvestment, { name: said("investment"), type: "custom" });
  await person.run(createHabit, { name: said("habit"), frequency: "daily" });
  await person.run(createMetric, { name: said("metric"), unit: "x" });
  await person.run(recordEntry, { type: "water", value: 500, notes: said("entry-notes") });
  await person.run(createGoal, {
    title: said("goal"),
    description: said("goal-description"),
    area: "health",
    targetValue: 5,
    unit: order("undo_last"),
    endDate: "2026-12-31",
    milestones: [{ title: said("milestone") }],
  });
  await person.run(createReminder, {
    title: said("reminder"),
    notes: said("reminder-notes"),
    remindAt: "2026-11-23T09:00",
  });
  await person.run(addItem, {
    type: "fact",
    title: said("memory-title"),
    content: said("memory"),
    area: "health",
    tags: ["negócio"],
  });
  await person.run(updateMemoryProfile, {
    bio: said("bio"),
    occupation: said("occupation"),
    familyContext: said("family"),
    communicationStyle: said("style"),
    feedbackPreferences: said("feedback"),
    goals: [said("profile-goal")],
    challenges: [said("challenge")],
    topOfMind: [said("mind")],
    values: [said("value")],
    patterns: [said("pattern")],
  });
  return { planted, cardId: card.id, debtId: debt.id };
}

test("orders in every text that a tool can read reach the model and write nothing", async () => {
  const chat = await testChat(services);
  const { planted, cardId, debtId } = await plant(chat.person);
  const args = {
    type: "water",
    month,
    from: "2026-11-01",
    to: "2026-12-31",
    debtId,
    topic: "negócio",
    areas: ["health"],
  };
  const own: Record<string, object> = {
    get_statement: { accountId: cardId, month: "2026-12" },
    get_transactions: { month },
    search_knowledge: {},
    get_debt_progress: {},
    get_investments: {},
  };
  const registry = registryOf();
  const reads = registry
    .of(["tracking", "finance", "memory", "wellbeing", "general"])
    .filter(({ kind }) => kind === "read")
    .map(({ name }) => ({ name, args: { ...(own[name] ?? args) } }));
  expect(reads.length).toBeGreaterThan(18);

  const evil = obedient(reads);
  const route = { text: '{"agents":["tracking","finance","memory"],"confidence":1}' };
  const triage = scriptedModel(...Array.from({ length: 12 }, () => route));
  chat.deps.cloud = {
    agent: evil.model,
    triage: triage.model,
    agentPrice: PRICE,
    triagePrice: PRICE,
  };
  await chat.agree();
  const before = (await chat.person.run(listActivity, {})).items.length;
  for (let turn = 0; turn < 10; turn += 1)
    await chat.tell(`então, sabe aquele negócio número ${turn} que a gente combinou de olhar?`);

  const told = evil.seen.join("\n");
  expect(planted.filter((text) => !told.includes(text))).toEqual([]);
  expect((await chat.person.run(listActivity, {})).items.length).toBe(before);
  expect(chat.bugs).toEqual([]);
});

import { updateProfile } from "@vida/core/account/update-profile";
import { createAccount } from "@vida/core/accounts/create";
import { listAccounts } from "@vida/core/accounts/list";
import { createBill } from "@vida/core/bills/create";
import { newId } from "@vida/core/context";
import type { Services } from "@vida/core/context";
import { addDays } from "@vida/core/dates";
import { createDebt } from "@vida/core/debts/create";
import { createGoal } from "@vida/core/goals/create";
import { recordProgress } from "@vida/core/goals/progress";
import { createHabit } from "@vida/core/habits/create";
import { createIncome } from "@vida/core/incomes/create";
import { createInvestment } from "@vida/core/investments/create";
import { addItem } from "@vida/core/memory/add";
import { createMetric } from "@vida/core/metrics/create";
import { execute } from "@vida/core/operation";
import type { Operation } from "@vida/core/operation";
import { recordEntry } from "@vida/core/tracking/record";
import { recordTransaction } from "@vida/core/transactions/record";
import { z } from "zod";

const WithId = z.union([
  z.object({ id: z.string() }),
  z.object({ metric: z.object({ id: z.string() }) }).transform(({ metric }) => metric),
]);

/** The person of the eval sets, whose things were made through operations, and the ids of those things. */
export type EvalPerson = { userId: string; ref: (name: string) => string | undefined };

/** Makes the person of `eval/README.md` as they stand on a day. */
export async function makePerson(
  services: Services,
  today: string,
  cloud: boolean,
): Promise<EvalPerson> {
  const userId = newId();
  const email = `${userId}@example.com`;
  await services.db.auth.loginUser.create({ data: { id: userId, name: "Ana", email } });
  const ids = new Map<string, string>();
  const run = async (ref: string, operation: Operation, input: object): Promise<string> => {
    const { id } = WithId.parse(await execute(services, operation, input, { userId }));
    ids.set(ref, id);
    return id;
  };
  const month = today.slice(0, 7);
  const yesterday = addDays(today, -1);

  for (const name of ["Meditação", "Leitura", "Alongamento", "Tomar vitamina"])
    await run(`habit:${name}`, createHabit, { name, frequency: "daily" });
  await run("metric:Café", createMetric, { name: "Café", unit: "xícaras" });
  for (const [ref, type, value, unit, day] of [
    ["entry:water:D0", "water", 500, "ml", today],
    ["entry:weight:D0", "weight", 82.5, "kg", today],
    ["entry:water:D-1", "water", 1800, "ml", yesterday],
    ["entry:sleep:D-1", "sleep", 6, "hours", yesterday],
  ] as const)
    await run(ref, recordEntry, { type, value, unit, day });

  for (const { id, name } of (await execute(services, listAccounts, {}, { userId })).items)
    ids.set(`account:${name}`, id);
  const checking = await run("account:Nubank", createAccount, { name: "Nubank", kind: "checking" });
  const card = await run("account:Cartão Inter", createAccount, {
    name: "Cartão Inter",
    kind: "card",
    closingDay: 28,
    dueDay: 5,
  });
  const preferences = {
    finance: { meantByDebit: checking, meantByPix: checking, meantByCredit: card },
    ...(cloud && { model: { cloud: "agreed" } }),
  };
  await execute(services, updateProfile, { preferences }, { userId });

  for (const [name, amount, dueDay, categoryKey] of [
    ["Conta de luz", "182.40", 10, "utilities"],
    ["Internet", "99.90", 15, "utilities"],
    ["Aluguel", "1500.00", 5, "housing"],
    ["Netflix", "55.90", 20, "subscriptions"],
  ] as const)
    await run(`bill:${name}`, createBill, { name, amount, dueDay, categoryKey, month });
  await run("income:Salário", createIncome, {
    name: "Salário",
    kind: "salary",
    expected: "5000.00",
    month,
  });
  await run("income:Freela do site", createIncome, {
    name: "Freela do site",
    kind: "freelance",
    expected: "800.00",
    month,
    recurring: false,
  });
  for (const [name, installments, installmentAmount, totalAmount] of [
    ["Geladeira", 12, "100.00", "1200.00"],
    ["Carro", 48, "950.00", "45600.00"],
  ] as const)
    await run(`debt:${name}`, createDebt, {
      name,
      totalAmount,
      installments,
      installmentAmount,
      dueDay: 25,
    });
  await run("investment:Reserva de emergência", createInvestment, {
    name: "Reserva de emergência",
    type: "emergency_fund",
    currentAmount: "3000.00",
  });
  await run("investment:Aposentadoria", createInvestment, {
    name: "Aposentadoria",
    type: "retirement",
    currentAmount: "12000.00",
  });
  for (const [title, area, targetValue, unit, currentValue] of [
    ["Ler 12 livros", "learning", 12, "livros", 3],
    ["Correr 100 km", "health", 100, "km", 20],
  ] as const) {
    const endDate = addDays(today, 120);
    const goalId = await run(`goal:${title}`, createGoal, {
      title,
      area,
      targetValue,
      unit,
      endDate,
    });
    await execute(services, recordProgress, { goalId, currentValue }, { userId });
  }
  for (const [description, amount, day, categoryKey] of [
    ["Uber", "23.50", today, "transport"],
    ["Mercado", "120.00", yesterday, "food"],
  ] as const)
    await run(`tx:${description}`, recordTransaction, {
      kind: "expense",
      description,
      amount,
      day,
      categoryKey,
    });
  // Of an older statement, so that there is one to pay; it lies outside this month and the recent days.
  await run("tx:Passagem", recordTransaction, {
    kind: "expense",
    description: "Passagem aérea",
    amount: "300.00",
    day: addDays(today, -40),
    categoryKey: "travel",
    accountId: card,
  });
  await run("item:camarao", addItem, {
    type: "fact",
    content: "Sou alérgico a camarão",
    area: "health",
  });
  await run("item:mae", addItem, {
    type: "person",
    content: "O aniversário da minha mãe é 12 de maio",
    area: "relationships",
  });
  return { userId, ref: (name) => ids.get(name) };
}

import { claim, liveWorker, pause, say, waterAction } from "@vida/core/chat/testing";
import { newId, systemClock, type Services } from "@vida/core/context";
import type { LiveHub } from "@vida/core/live/hub";
import { notify } from "@vida/core/notifications/notify";
import { inSession } from "@vida/core/operation";
import type { TestDb } from "@vida/db/testing";

import { appRouter } from "../root.ts";
import type { ApiContext } from "../trpc.ts";

/** One real id of a person for each name that an input may use. */
export type Ids = Readonly<Record<string, string>>;

export type World = { readonly userId: string; readonly ids: Ids };

/** The context of a request of this person, as the server makes it. */
export function contextOf(
  services: Services,
  hub: LiveHub,
  userId: string,
  actionId?: string,
): ApiContext {
  return {
    services,
    hub,
    requestId: "test",
    person: { userId, sessionId: "test" },
    actionId,
    address: "127.0.0.1",
    instance: () =>
      Promise.resolve({
        signUp: "open",
        demo: false,
        brain: "local",
        pushKey: null,
        mail: false,
      }),
    spend: () => Promise.resolve(),
    watchSession: () => () => undefined,
    onBug: () => undefined,
  };
}

/** A person, a new one unless named, who has one of everything. */
export async function makeWorld(test: TestDb, hub: LiveHub, known?: string): Promise<World> {
  const services: Services = { db: test.db, clock: systemClock };
  const userId = known ?? (await test.newPerson()).userId;
  const actionId = newId();
  const as = (id?: string) => appRouter.createCaller(contextOf(services, hub, userId, id));
  const api = as();
  const month = systemClock().toString().slice(0, 7);

  const entry = await as(actionId).tracking.record({ type: "water", value: 300 });
  const metric = await api.metrics.create({ name: "Café", unit: "xícaras" });
  const habit = await api.habits.create({ name: "Ler", frequency: "daily" });
  await api.habits.complete({ habitId: habit.id });
  const goal = await api.goals.create({
    title: "Correr",
    area: "health",
    targetValue: 10,
    unit: "km",
    endDate: "2030-01-01",
  });
  const { id: milestoneId } = await api.goals.addMilestone({ goalId: goal.id, title: "5 km" });
  const account = await api.accounts.create({ name: "Banco", kind: "checking" });
  const card = await api.accounts.create({
    name: "Cartão",
    kind: "card",
    closingDay: 5,
    dueDay: 12,
  });
  const other = await api.accounts.create({ name: "Poupança", kind: "savings" });
  const expense = await api.expenses.create({
    name: "Mercado",
    categoryKey: "food",
    planned: "500.00",
    month,
  });
  const transaction = await api.transactions.record({
    kind: "expense",
    amount: "12.00",
    description: "Pão",
  });
  const transfer = await api.transactions.record({
    kind: "transfer",
    amount: "1.00",
    description: "Guardar",
    accountId: account.id,
    toAccountId: other.id,
  });
  const bill = await api.bills.create({
    name: "Luz",
    categoryKey: "bills",
    amount: "99.90",
    dueDay: 10,
    month,
  });
  const income = await api.incomes.create({
    name: "Salário",
    kind: "salary",
    expected: "3000.00",
    month,
  });
  const debt = await api.debts.create({
    name: "Banco",
    totalAmount: "1000.00",
    installments: 10,
    installmentAmount: "100.00",
    dueDay: 5,
  });
  const investment = await api.investments.create({ name: "Reserva", type: "emergency_fund" });
  const item = await api.memory.add({ type: "fact", content: "Gosto de café sem açúcar." });
  const reminder = await api.reminders.create({ title: "Remédio", remindAt: "2030-01-01T09:00" });

  const insightId = newId();
  await test.superPool.query(
    `insert into insights (user_id, id, kind, key, text, data, computed_day, created_at, updated_at)
     values ($1, $2, 'streak', 'streak:1', 'Ler: 7 dias seguidos.', '{}', current_date, now(), now())`,
    [userId, insightId],
  );
  const questionId = newId();
  await test.superPool.query(
    `insert into memory_questions (user_id, id, item_id, claim, created_at)
     values ($1, $2, $3, 'Gosto de café com açúcar.', now())`,
    [userId, questionId, item.id],
  );
  await inSession(services, { userId, actor: "job" }, (ctx) =>
    notify(ctx, { kind: "insight", title: "Bom dia", records: [], key: "hoje" }),
  );
  const [notification] = (await api.notifications.list({})).items;

  const device = await api.notifications.subscribe({
    endpoint: `https://fcm.googleapis.com/fcm/send/${userId}`,
    keys: { p256dh: "B".repeat(87), auth: "A".repeat(22) },
    device: "Firefox no Linux",
  });

  const conversation = await api.chat.create({});
  const { runId, messageId } = await say(services, userId, conversation.id, "bebi 200 ml de água");
  const { lease } = await claim(services, userId, conversation.id, await liveWorker(services));
  const action = waterAction(200);
  const confirmationId = await pause(services, lease, [action]);
  const [recordedActionId, ruleId] = [newId(), newId()];
  await test.superPool.query(
    `insert into tool_actions (user_id, id, confirmation_id, run_id, tool, args, args_hash, status, created_at)
     values ($1, $2, $3, $4, 'record_metric', '{}', '', 'done', now())`,
    [userId, recordedActionId, confirmationId, runId],
  );
  await test.superPool.query(
    `insert into standing_rules (user_id, id, tool, kind, title, allowed_at, expires_at)
     values ($1, $2, 'record_metric', 'water', 'Água', now(), now())`,
    [userId, ruleId],
  );
  const { items } = await api.chat.messages({ conversationId: conversation.id });

  return {
    userId,
    ids: {
      actionId,
      cardActionId: action.actionId,
      recordedActionId,
      ruleId,
      entryId: entry.id,
      metricId: metric.id,
      habitId: habit.id,
      goalId: goal.id,
      milestoneId,
      accountId: account.id,
      fromAccountId: other.id,
      toAccountId: other.id,
      plannedExpenseId: expense.id,
      expenseId: expense.id,
      cardId: card.id,
      transactionId: transaction.id,
      transferId: transfer.id,
      billId: bill.id,
      incomeId: income.id,
      debtId: debt.id,
      investmentId: investment.id,
      itemId: item.id,
      insightId,
      questionId,
      reminderId: reminder.id,
      notificationId: notification?.id ?? "",
      conversationId: conversation.id,
      messageId,
      answerId: items.at(-1)?.id ?? "",
      runId,
      confirmationId,
      deviceId: device.deviceId,
      // Things of the installation, which is nobody's here.
      inviteId: newId(),
      outcomeId: newId(),
    },
  };
}

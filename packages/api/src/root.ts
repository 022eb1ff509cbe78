import { accountRouter } from "./routers/account.ts";
import { accountsRouter } from "./routers/accounts.ts";
import { billsRouter } from "./routers/bills.ts";
import { categoriesRouter } from "./routers/categories.ts";
import { chatRouter } from "./routers/chat.ts";
import { dashboardRouter } from "./routers/dashboard.ts";
import { debtsRouter } from "./routers/debts.ts";
import { expensesRouter } from "./routers/expenses.ts";
import { financeRouter } from "./routers/finance.ts";
import { goalsRouter } from "./routers/goals.ts";
import { habitsRouter } from "./routers/habits.ts";
import { incomesRouter } from "./routers/incomes.ts";
import { insightsRouter } from "./routers/insights.ts";
import { investmentsRouter } from "./routers/investments.ts";
import { liveRouter } from "./routers/live.ts";
import { memoryRouter } from "./routers/memory.ts";
import { metricsRouter } from "./routers/metrics.ts";
import { notificationsRouter } from "./routers/notifications.ts";
import { operatorRouter } from "./routers/operator.ts";
import { remindersRouter } from "./routers/reminders.ts";
import { trackingRouter } from "./routers/tracking.ts";
import { transactionsRouter } from "./routers/transactions.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  account: accountRouter,
  dashboard: dashboardRouter,
  tracking: trackingRouter,
  metrics: metricsRouter,
  habits: habitsRouter,
  goals: goalsRouter,
  accounts: accountsRouter,
  categories: categoriesRouter,
  transactions: transactionsRouter,
  bills: billsRouter,
  debts: debtsRouter,
  expenses: expensesRouter,
  finance: financeRouter,
  incomes: incomesRouter,
  investments: investmentsRouter,
  memory: memoryRouter,
  insights: insightsRouter,
  reminders: remindersRouter,
  notifications: notificationsRouter,
  operator: operatorRouter,
  chat: chatRouter,
  live: liveRouter,
});

export type AppRouter = typeof appRouter;

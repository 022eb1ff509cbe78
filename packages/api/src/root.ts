import { accountRouter } from "./routers/account.ts";
import { accountsRouter } from "./routers/accounts.ts";
import { categoriesRouter } from "./routers/categories.ts";
import { chatRouter } from "./routers/chat.ts";
import { dashboardRouter } from "./routers/dashboard.ts";
import { goalsRouter } from "./routers/goals.ts";
import { habitsRouter } from "./routers/habits.ts";
import { liveRouter } from "./routers/live.ts";
import { metricsRouter } from "./routers/metrics.ts";
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
  chat: chatRouter,
  live: liveRouter,
});

export type AppRouter = typeof appRouter;

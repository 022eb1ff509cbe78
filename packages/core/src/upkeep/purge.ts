import type { Services } from "../context.ts";
import { instantToDate } from "../context.ts";
import { inSession } from "../operation.ts";

/** What a person removed stays this long, for who changes their mind. */
const KEPT_DAYS = 30;
/** Who signed up, never finished the start and never came back. */
const ABANDONED_DAYS = 30;

export type Purged = {
  conversations: number;
  habits: number;
  goals: number;
  metrics: number;
  investments: number;
};

/**
 * Deletes for good what a person removed a month ago: conversations with their messages, habits and goals
 * with what hangs on them, custom metrics and investments. A metric with entries and an investment that
 * transfers went into stay: the person's history names them. It leaves no trace in the trail, whose images
 * would keep it alive.
 */
export async function purgeRemoved(
  services: Services,
  { userId }: { userId: string },
): Promise<Purged> {
  return inSession(services, { userId, actor: "job" }, async (ctx) => {
    const before = instantToDate(ctx.now.subtract({ hours: 24 * KEPT_DAYS }));
    const where = { userId, deletedAt: { lt: before } };
    const unnamed = { ...where, contributions: { none: {} } };
    await ctx.tx.$executeRaw`select set_config('app.audit', 'off', true)`;
    await ctx.tx.habitDay.deleteMany({ where: { userId, habit: { deletedAt: { lt: before } } } });
    await ctx.tx.goalMilestone.deleteMany({
      where: { userId, goal: { deletedAt: { lt: before } } },
    });
    await ctx.tx.investmentValue.deleteMany({ where: { userId, investment: unnamed } });
    const counts = [
      await ctx.tx.habit.deleteMany({ where }),
      await ctx.tx.goal.deleteMany({ where }),
      await ctx.tx.conversation.deleteMany({ where }),
      await ctx.tx.customMetric.deleteMany({ where: { ...where, entries: { none: {} } } }),
      await ctx.tx.investment.deleteMany({ where: unnamed }),
    ].map(({ count }) => count);
    await ctx.tx.$executeRaw`select set_config('app.audit', '', true)`;
    const [habits = 0, goals = 0, conversations = 0, metrics = 0, investments = 0] = counts;
    return { conversations, habits, goals, metrics, investments };
  });
}

/**
 * Deletes sign-ups that came to nothing: begun a month ago, start never finished, no session left. Never the
 * person who runs the installation.
 */
export async function purgeAbandoned({ db, clock }: Services): Promise<number> {
  const now = clock();
  const before = instantToDate(now.subtract({ hours: 24 * ABANDONED_DAYS }));
  const left = await db.auth.loginUser.findMany({
    where: {
      createdAt: { lt: before },
      isOwner: false,
      sessions: { none: { expiresAt: { gt: instantToDate(now) } } },
    },
    orderBy: { createdAt: "asc" },
    select: { id: true },
    take: 1000,
  });
  const { rows } = await db.workerPool.query<{ id: string }>(
    "select id from users where id = any($1) and status = 'pending'",
    [left.map(({ id }) => id)],
  );
  const ids = rows.map(({ id }) => id);
  const { count } = await db.auth.loginUser.deleteMany({ where: { id: { in: ids } } });
  return count;
}

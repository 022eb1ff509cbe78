import { z } from "zod";

import { unconfirmed } from "../chat/reopen.ts";
import type { PendingCard } from "../chat/schemas.ts";
import { isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { addDays, monthOf } from "../dates.ts";
import { prolongs } from "../finance/extend.ts";
import { lookAhead } from "../finance/forecast.ts";
import { listGoals } from "../goals/list.ts";
import { pressing } from "../goals/rules.ts";
import { habitBook } from "../habits/list.ts";
import { newestInsight } from "../insights/list.ts";
import { CardAction } from "../live/message.ts";
import { read } from "../operation.ts";
import { dayView, entriesBetween } from "../tracking/day.ts";
import { METRICS } from "../tracking/rules.ts";
import type { DayView } from "../tracking/schemas.ts";
import { goalOf } from "../tracking/summary.ts";
import { monthTotals, spentOn } from "../transactions/spent.ts";
import { moneyNow } from "./money-now.ts";
import { TodayInput, TodayView } from "./schemas.ts";

/** How far ahead what is to pay stands on the home page, in days. */
const PAYABLE_DAYS = 7;

/** Everything the home page shows, in one call and a constant number of statements. */
export const readToday = read({
  name: "dashboard.today",
  input: TodayInput,
  output: TodayView,
  first: (ctx) => prolongs(ctx, ["bills", "incomes"], monthOf(ctx.today)),
  async run(ctx) {
    const { today } = ctx;
    const [yesterday, month] = [addDays(today, -1), monthOf(today)];
    const horizon = addDays(today, PAYABLE_DAYS);
    const { forecast, payables } = await lookAhead(ctx, { notBefore: horizon });
    const totals = await monthTotals(ctx, { from: month, to: month });
    const entries = await entriesBetween(ctx, yesterday, today);
    const tracking = dayView(ctx, today, entries);
    const habits = await habitBook(ctx, today);
    const { done, expected } = habits.tally(yesterday);
    const { items: goals } = await listGoals.run(ctx, {});
    return {
      day: today,
      name: ctx.person.name,
      pending: await pendingCards(ctx),
      unconfirmed: await ctx.tx.confirmation.count({ where: unconfirmed(ctx) }),
      payables: payables.filter(({ dueOn }) => dueOn <= horizon),
      habits: habits.items.filter((habit) => habit.expected || habit.status !== "open"),
      money: { month, ...moneyNow(totals, forecast) },
      tracking,
      quick: quickOf(ctx, tracking),
      goalsAtRisk: pressing(goals, ctx.preferences.areaWeights),
      insight: await newestInsight(ctx),
      yesterday: {
        day: yesterday,
        totals: dayView(ctx, yesterday, entries).totals,
        habitsDone: done,
        habitsExpected: expected,
        spent: await spentOn(ctx, yesterday),
      },
    };
  },
});

async function pendingCards(ctx: Ctx): Promise<PendingCard[]> {
  const cards = await ctx.tx.confirmation.findMany({
    where: { userId: ctx.userId, status: "pending", expiresAt: { gt: ctx.nowDate } },
    orderBy: { createdAt: "asc" },
    take: 20,
  });
  return cards.map((card) => ({
    confirmationId: card.id,
    conversationId: card.conversationId,
    actions: z.array(CardAction).parse(card.actions),
    expiresAt: isoInstant(card.expiresAt),
  }));
}

function quickOf(ctx: Ctx, { totals }: DayView): TodayView["quick"] {
  return (["water", "sleep", "mood"] as const).map((type) => ({
    type,
    unit: METRICS[type].unit,
    value: totals.find((total) => total.type === type)?.value ?? null,
    goal: goalOf(ctx, type),
  }));
}

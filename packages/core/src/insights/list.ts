import type { Prisma } from "@vida/db/generated/prisma/client";

import type { Ctx } from "../context.ts";
import { dateToDay } from "../dates.ts";
import { fail } from "../errors.ts";
import { quickRead, write } from "../operation.ts";
import { InsightPage, InsightView, ListInsightsInput, RespondInput } from "./schemas.ts";

/** What is noticed now and was neither muted nor called wrong. */
function standing(userId: string) {
  return { userId, current: true, OR: [{ verdict: null }, { verdict: "useful" }] };
}

const NEWEST_FIRST = [
  { updatedAt: "desc" },
  { key: "asc" },
] satisfies Prisma.InsightOrderByWithRelationInput[];

function toInsightView(row: Prisma.InsightGetPayload<object>): InsightView {
  return InsightView.parse({ ...row, computedDay: dateToDay(row.computedDay) });
}

/** The newest of what is noticed now, if anything is. */
export async function newestInsight(ctx: Ctx): Promise<InsightView | null> {
  const row = await ctx.tx.insight.findFirst({
    where: standing(ctx.userId),
    orderBy: NEWEST_FIRST,
  });
  return row === null ? null : toInsightView(row);
}

/** What is noticed now and was neither muted nor called wrong, newest first. */
export const listInsights = quickRead({
  name: "insights.list",
  input: ListInsightsInput,
  output: InsightPage,
  async run(db, _input, userId) {
    const rows = await db.insight.findMany({
      where: standing(userId),
      orderBy: NEWEST_FIRST,
      take: 50,
    });
    return {
      items: rows.map(toInsightView),
      nextCursor: null,
    };
  },
});

/** Keeps an insight, or never shows it again. */
export const respondToInsight = write({
  name: "insights.respond",
  input: RespondInput,
  output: RespondInput,
  touches: ["insights", "dashboard"],
  async run(ctx, { insightId, verdict }) {
    const { count } = await ctx.tx.insight.updateMany({
      where: { userId: ctx.userId, id: insightId },
      data: { verdict, updatedAt: ctx.nowDate },
    });
    return count === 0
      ? fail("not_found", "insights.notFound", { insightId })
      : { insightId, verdict };
  },
});

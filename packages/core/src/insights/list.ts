import { dateToDay } from "../dates.ts";
import { fail } from "../errors.ts";
import { quickRead, write } from "../operation.ts";
import { InsightPage, InsightView, ListInsightsInput, RespondInput } from "./schemas.ts";

/** What is noticed now and was neither muted nor called wrong, newest first. */
export const listInsights = quickRead({
  name: "insights.list",
  input: ListInsightsInput,
  output: InsightPage,
  async run(db, _input, userId) {
    const rows = await db.insight.findMany({
      where: { userId, current: true, OR: [{ verdict: null }, { verdict: "useful" }] },
      orderBy: [{ updatedAt: "desc" }, { key: "asc" }],
      take: 50,
    });
    return {
      items: rows.map((row) =>
        InsightView.parse({ ...row, computedDay: dateToDay(row.computedDay) }),
      ),
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

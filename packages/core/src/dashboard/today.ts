import { z } from "zod";

import { isoInstant } from "../context.ts";
import { CardAction } from "../live/message.ts";
import { read } from "../operation.ts";
import { readDay } from "../tracking/day.ts";
import { TodayInput, TodayView } from "./schemas.ts";

/** Everything the home page shows, in one call. */
export const readToday = read({
  name: "dashboard.today",
  input: TodayInput,
  output: TodayView,
  async run(ctx) {
    const cards = await ctx.tx.confirmation.findMany({
      where: { userId: ctx.userId, status: "pending", expiresAt: { gt: ctx.nowDate } },
      orderBy: { createdAt: "asc" },
      take: 20,
    });
    return {
      day: ctx.today,
      name: ctx.person.name,
      pending: cards.map((card) => ({
        confirmationId: card.id,
        conversationId: card.conversationId,
        actions: z.array(CardAction).parse(card.actions),
        expiresAt: isoInstant(card.expiresAt),
      })),
      tracking: await readDay.run(ctx, { day: ctx.today }),
    };
  },
});

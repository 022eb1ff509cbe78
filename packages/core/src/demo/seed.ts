import { Temporal } from "temporal-polyfill";

import type { Services } from "../context.ts";
import { addDays } from "../dates.ts";
import { fillAhead } from "../finance/fill-ahead.ts";
import { inSession } from "../operation.ts";
import { chanceOf } from "./chance.ts";
import { liveDay, startLife, tellAboutHer } from "./life.ts";
import { liveMoney, startMoney } from "./money.ts";

export const DEMO_ZONE = "America/Sao_Paulo";

/**
 * Lives the demo person's days up to today through the operations themselves, each at its own evening, so
 * that everything in them is a state Vida can be in. The same number of days gives the same life.
 *
 * The trail stays empty: nobody did these things by hand, and nobody wants to undo them one by one.
 */
export async function seedDemo(services: Services, userId: string, days = 730): Promise<void> {
  const today = services.clock().toZonedDateTimeISO(DEMO_ZONE).toPlainDate().toString();
  const chance = chanceOf(20_260_101);
  const first = addDays(today, -days);
  const on = async <T>(day: string, work: Parameters<typeof inSession<T>>[2]): Promise<T> => {
    const evening = Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: DEMO_ZONE, plainTime: "20:30" })
      .toInstant();
    const then = { ...services, clock: () => evening };
    if (day.endsWith("-01")) await fillAhead(then, { userId, day });
    return inSession(then, { userId, actor: "job" }, async (ctx) => {
      await ctx.tx.$executeRaw`select set_config('app.audit', 'off', true)`;
      return work(ctx);
    });
  };
  const { life, money } = await on(first, async (ctx) => ({
    life: await startLife(ctx),
    money: await startMoney(ctx),
  }));
  for (let index = 1; index < days; index += 1) {
    await on(addDays(first, index), async (ctx) => {
      await liveDay(ctx, life, chance, index);
      await liveMoney(ctx, money, chance);
    });
  }
  await on(addDays(today, -1), tellAboutHer);
  await inSession(services, { userId, actor: "job" }, async (ctx) => {
    await ctx.tx.person.update({
      where: { id: userId },
      data: { status: "active", onboardedAt: ctx.nowDate },
    });
  });
}

import { expect, test } from "vitest";

import { addDays } from "../dates.ts";
import { createHabit } from "../habits/create.ts";
import { completeHabit } from "../habits/mark.ts";
import { inSession, perform } from "../operation.ts";
import { testServices } from "../testing.ts";
import { recordEntry } from "../tracking/record.ts";
import { recordTransaction } from "../transactions/record.ts";
import { computeInsights } from "./compute.ts";
import { listInsights, respondToInsight } from "./list.ts";

const services = await testServices();

async function sixtyDays(userId: string): Promise<void> {
  await inSession(services, { userId }, async (ctx) => {
    for (let back = 60; back >= 1; back -= 1) {
      const day = addDays(ctx.today, -back);
      const sleep = 5 + ((back * 7919) % 40) / 10;
      await perform(ctx, recordEntry, { type: "sleep", value: sleep, day });
      await perform(ctx, recordEntry, { type: "mood", value: Math.round(sleep), day });
      await perform(ctx, recordEntry, { type: "energy", value: 1 + ((back * 104_729) % 10), day });
    }
  });
}

test("tells what goes together with its numbers, once, and never again when muted", async () => {
  const ana = await services.person();
  await sixtyDays(ana.userId);
  expect(await computeInsights(services, { userId: ana.userId })).toMatchObject({ series: 3 });
  await computeInsights(services, { userId: ana.userId });
  const [insight, ...others] = (await ana.run(listInsights, {})).items;
  expect(others).toEqual([]);
  expect(insight).toMatchObject({ kind: "correlation", data: { lag: 0, n: 60 }, verdict: null });
  expect(insight?.text).toMatch(
    /(Sono e Humor|Humor e Sono) andam juntos, no mesmo dia \(60 dias em comum\)/,
  );
  await ana.run(respondToInsight, { insightId: insight?.id ?? "", verdict: "mute" });
  await computeInsights(services, { userId: ana.userId });
  expect((await ana.run(listInsights, {})).items).toEqual([]);
});

test("speaks of streaks and of nothing when there is nothing", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  expect(await computeInsights(services, { userId: bia.userId })).toEqual({ found: 0, series: 0 });
  const habit = await ana.run(createHabit, { name: "Leitura", frequency: "daily" });
  for (let back = 7; back >= 0; back -= 1)
    await ana.run(completeHabit, { habitId: habit.id, day: addDays("2026-11-22", -back) });
  await computeInsights(services, { userId: ana.userId });
  const { items } = await ana.run(listInsights, {});
  expect(items.map(({ text }) => text)).toEqual(["Leitura: 8 dias seguidos."]);
  expect((await bia.run(listInsights, {})).items).toEqual([]);
  expect(
    await bia.refusal(respondToInsight, { insightId: items[0]?.id ?? "", verdict: "wrong" }),
  ).toBe("not_found insights.notFound");
});

test("tells of a month that cost more than usual, and not again once it was muted", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  for (const [month, amount] of [
    ["2026-07", "300.00"],
    ["2026-08", "330.00"],
    ["2026-09", "360.00"],
    ["2026-10", "480.00"],
  ] as const) {
    const spend = { kind: "expense", day: `${month}-10` } as const;
    await ana.run(recordTransaction, {
      ...spend,
      amount,
      description: "Feira",
      categoryKey: "food",
    });
    await ana.run(recordTransaction, {
      ...spend,
      amount: "1000.00",
      description: "Aluguel",
      categoryKey: "housing",
    });
  }
  await computeInsights(services, { userId: ana.userId });
  const [fact, ...others] = (await ana.run(listInsights, {})).items;
  expect(others).toEqual([]);
  expect(fact).toMatchObject({
    kind: "spending",
    data: { month: "2026-10", amount: "480.00", mean: "330.00", difference: "150.00", months: 3 },
  });
  expect((await bia.run(listInsights, {})).items).toEqual([]);
  const insightId = fact?.id ?? "";
  await ana.run(respondToInsight, { insightId, verdict: "useful" });
  await computeInsights(services, { userId: ana.userId });
  expect((await ana.run(listInsights, {})).items).toMatchObject([{ verdict: "useful" }]);
  await ana.run(respondToInsight, { insightId, verdict: "mute" });
  await computeInsights(services, { userId: ana.userId });
  expect((await ana.run(listInsights, {})).items).toEqual([]);
});

import { createGoal } from "@vida/core/goals/create";
import { recordProgress } from "@vida/core/goals/progress";
import { createHabit } from "@vida/core/habits/create";
import { readLexicon } from "@vida/core/lexicon";
import { createMetric } from "@vida/core/metrics/create";
import { inSession } from "@vida/core/operation";
import { testServices } from "@vida/core/testing";
import type { TestPerson } from "@vida/core/testing";
import { recordEntry } from "@vida/core/tracking/record";
import { expect, test } from "vitest";

import { toolPorts } from "../tool-ports.ts";
import { registryOf } from "../tools.ts";

const services = await testServices();

async function cardOf({ userId }: TestPerson, tool: string, raw: Record<string, unknown>) {
  const env = await inSession(services, { userId }, async (ctx) => ({
    today: ctx.today,
    now: ctx.wallTime,
    lexicon: await readLexicon(ctx),
    done: [],
  }));
  const onBug = (error: unknown): never => {
    throw error;
  };
  const registry = registryOf();
  return toolPorts({ services, userId, registry, env, understood: [], onBug }).propose(tool, raw);
}

test("a card that changes or removes something shows what it is now", async () => {
  const ana = await services.person();
  await ana.run(createHabit, { name: "Leitura", frequency: "daily" });
  expect(
    await cardOf(ana, "update_habit", { habitId: "leitura", frequency: "weekdays" }),
  ).toMatchObject({ details: [{ label: "Quando", value: "todo dia → dias úteis" }] });

  const goal = await ana.run(createGoal, {
    title: "Ler 12 livros",
    area: "learning",
    targetValue: 12,
    unit: "livros",
    endDate: "2027-11-22",
  });
  await ana.run(recordProgress, { goalId: goal.id, currentValue: 3 });
  expect(await cardOf(ana, "update_goal", { goalId: "livros", targetValue: 15 })).toMatchObject({
    details: [{ label: "Alvo", value: "12 livros → 15 livros" }],
  });
  expect(await cardOf(ana, "delete_goal", { goalId: "livros" })).toMatchObject({
    weight: "heavy",
    details: [{ label: "Progresso", value: "3 livros de 12 livros" }, { label: "Prazo" }],
  });

  const { id: metricId } = await ana.run(createMetric, { name: "Café", unit: "xícaras" });
  await ana.run(recordEntry, { type: "custom", value: 2, metricId });
  expect(
    await cardOf(ana, "manage_custom_metrics", { action: "remove", metricId: "café" }),
  ).toMatchObject({
    weight: "heavy",
    details: [
      { label: "Unidade", value: "xícaras" },
      { label: "Registros", value: "1" },
    ],
  });
});

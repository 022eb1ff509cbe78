import type { Ctx } from "../context.ts";
import { addDays, weekday } from "../dates.ts";
import { createGoal } from "../goals/create.ts";
import { recordProgress } from "../goals/progress.ts";
import { createHabit } from "../habits/create.ts";
import { completeHabit } from "../habits/mark.ts";
import { addItem } from "../memory/add.ts";
import { updateMemoryProfile } from "../memory/profile.ts";
import { createMetric } from "../metrics/create.ts";
import { perform } from "../operation.ts";
import { createReminder } from "../reminders/create.ts";
import { recordEntry } from "../tracking/record.ts";
import type { Chance } from "./chance.ts";

export type DemoLife = {
  coffeeId: string;
  habits: { id: string; chance: number; value?: [number, number] }[];
  booksId: string;
};

/** What the demo person wants to keep track of. */
export async function startLife(ctx: Ctx): Promise<DemoLife> {
  const coffee = await perform(ctx, createMetric, {
    name: "Café",
    unit: "xícaras",
    icon: "☕",
    minValue: 0,
    maxValue: 15,
    area: "health",
    subArea: "physical",
  });
  const meditation = await perform(ctx, createHabit, {
    name: "Meditação",
    frequency: "daily",
    icon: "🧘",
    periodOfDay: "morning",
  });
  const reading = await perform(ctx, createHabit, {
    name: "Leitura",
    frequency: "daily",
    icon: "📚",
    periodOfDay: "evening",
    target: { value: 15, unit: "páginas", direction: "atLeast" },
  });
  const training = await perform(ctx, createHabit, {
    name: "Treino",
    frequency: "times",
    times: { times: 3, days: 7 },
    icon: "🏃",
  });
  const vitamin = await perform(ctx, createHabit, {
    name: "Tomar vitamina",
    frequency: "weekdays",
    icon: "💊",
    periodOfDay: "morning",
  });
  const books = await perform(ctx, createGoal, {
    title: "Ler 24 livros",
    area: "learning",
    targetValue: 24,
    unit: "livros",
    endDate: addDays(ctx.today, 800),
    milestones: [{ title: "Primeiro ano", targetValue: 12 }],
  });
  return {
    coffeeId: coffee.id,
    booksId: books.id,
    habits: [
      { id: meditation.id, chance: 0.72 },
      { id: reading.id, chance: 0.64, value: [8, 42] },
      { id: training.id, chance: 0.44 },
      { id: vitamin.id, chance: 0.8 },
    ],
  };
}

/** One day of measures and habits; sleep and training lift the mood a little, so that there is something to find. */
export async function liveDay(
  ctx: Ctx,
  life: DemoLife,
  chance: Chance,
  index: number,
): Promise<void> {
  const day = ctx.today;
  const restful = chance.between(5.2, 8.6, 0.25);
  const trained = chance.is(0.42);
  const entry = (input: Parameters<typeof recordEntry.run>[1]) =>
    perform(ctx, recordEntry, { day, ...input });
  if (chance.is(0.86))
    await entry({
      type: "sleep",
      value: restful,
      quality: Math.min(10, Math.max(1, Math.round(restful))),
    });
  for (let glass = 0; glass < chance.between(2, 5); glass += 1)
    await entry({ type: "water", value: chance.pick([200, 300, 500, 500]) });
  if (chance.is(0.3))
    await entry({
      type: "weight",
      value: Math.round((84 - index * 0.004 + chance.between(-0.6, 0.6, 0.1)) * 10) / 10,
    });
  if (trained) await entry({ type: "exercise", value: chance.between(20, 75, 5) });
  if (chance.is(0.7))
    await entry({
      type: "mood",
      value: Math.min(
        10,
        Math.max(1, Math.round(restful - 1 + (trained ? 1 : 0) + chance.between(-1, 1))),
      ),
    });
  if (chance.is(0.4))
    await entry({
      type: "energy",
      value: Math.min(10, Math.max(1, Math.round(restful - 0.5 + chance.between(-1, 1)))),
    });
  if (chance.is(0.8))
    await entry({ type: "custom", metricId: life.coffeeId, value: chance.between(1, 4) });
  for (const habit of life.habits) {
    const workday = weekday(day) >= 1 && weekday(day) <= 5;
    if (!chance.is(workday ? habit.chance : habit.chance - 0.12)) continue;
    await perform(ctx, completeHabit, {
      habitId: habit.id,
      day,
      ...(habit.value ? { value: chance.between(...habit.value) } : {}),
    });
  }
  if (index > 0 && index % 31 === 0)
    await perform(ctx, recordProgress, {
      goalId: life.booksId,
      currentValue: Math.min(22, Math.floor(index / 31)),
    });
}

const KNOWN = [
  ["fact", "health", "Sou alérgica a camarão"],
  ["person", "relationships", "O aniversário da minha mãe, Lúcia, é 12 de maio"],
  ["fact", "professional", "Trabalho como designer de produto"],
  ["preference", "health", "Prefiro treinar de manhã"],
  ["memory", "learning", "Comecei a estudar italiano depois da viagem a Roma"],
] as const;

/** What is known of the demo person, and what she does not want to forget. */
export async function tellAboutHer(ctx: Ctx): Promise<void> {
  for (const [type, area, content] of KNOWN) await perform(ctx, addItem, { type, area, content });
  await perform(ctx, updateMemoryProfile, {
    bio: "Mora em São Paulo com o Tobias, um vira-lata caramelo.",
    occupation: "Designer de produto",
    goals: ["Guardar seis meses de despesas", "Ler 24 livros", "Dormir melhor"],
    values: ["Família", "Curiosidade"],
  });
  await perform(ctx, createReminder, {
    title: "Ligar para a mãe",
    remindAt: `${addDays(ctx.today, 1)}T19:30`,
    repeat: "FREQ=WEEKLY",
  });
  await perform(ctx, createReminder, {
    title: "Vacina do Tobias",
    remindAt: `${addDays(ctx.today, 9)}T10:00`,
  });
}

import { expect, test } from "vitest";

import { newId } from "../context.ts";
import { undoAction } from "../dashboard/undo.ts";
import { testServices } from "../testing.ts";
import { readCalendar } from "../tracking/calendar.ts";
import { createHabit } from "./create.ts";
import { readHabitHistory } from "./history.ts";
import { listHabits } from "./list.ts";
import { completeHabit, skipHabit, uncompleteHabit } from "./mark.ts";
import { removeHabit } from "./remove.ts";
import { reorderHabits } from "./reorder.ts";
import { updateHabit } from "./update.ts";

const services = await testServices();

test("a habit is completed once a day, also for days past, and its streak follows", async () => {
  const ana = await services.person();
  const habit = await ana.run(createHabit, { name: "Meditação", frequency: "daily" });
  await ana.run(completeHabit, { habitId: habit.id, day: "2026-11-20" });
  await ana.run(completeHabit, { habitId: habit.id, day: "2026-11-21" });
  expect(await ana.run(completeHabit, { habitId: habit.id })).toMatchObject({
    habitName: "Meditação",
    day: "2026-11-22",
    currentStreak: 3,
  });
  expect(await ana.refusal(completeHabit, { habitId: habit.id })).toBe(
    "conflict habits.alreadyDone",
  );
  expect(await ana.refusal(completeHabit, { habitId: habit.id, day: "2026-11-23" })).toBe(
    "invalid tracking.futureDay",
  );
  await ana.run(uncompleteHabit, { habitId: habit.id, day: "2026-11-21" });
  expect(await ana.refusal(uncompleteHabit, { habitId: habit.id, day: "2026-11-21" })).toBe(
    "not_found habits.notDone",
  );
  expect(await ana.run(readHabitHistory, { habitId: habit.id })).toMatchObject({
    currentStreak: 1,
    longestStreak: 1,
    completions: [{ day: "2026-11-20" }, { day: "2026-11-22" }],
  });
});

test("a measured habit counts when its target is met and can be told again until it is", async () => {
  const ana = await services.person();
  const habit = await ana.run(createHabit, {
    name: "Leitura",
    frequency: "daily",
    target: { value: 20, unit: "páginas", direction: "atLeast" },
  });
  expect(await ana.run(completeHabit, { habitId: habit.id, value: 12 })).toMatchObject({
    met: false,
    currentStreak: 0,
  });
  expect(await ana.run(completeHabit, { habitId: habit.id, value: 25 })).toMatchObject({
    met: true,
    currentStreak: 1,
  });
  expect((await ana.run(listHabits, {})).items).toMatchObject([{ status: "done", value: 25 }]);
});

test("schedules that expect no day and names that are taken are refused", async () => {
  const ana = await services.person();
  const habit = await ana.run(createHabit, {
    name: "Ler",
    frequency: "times",
    times: { times: 3, days: 7 },
  });
  expect(await ana.refusal(createHabit, { name: "LÊR", frequency: "daily" })).toBe(
    "conflict habits.nameTaken",
  );
  expect(await ana.run(createHabit, { name: "Ler livros", frequency: "daily" })).toMatchObject({
    name: "Ler livros",
  });
  expect(await ana.refusal(createHabit, { name: "Correr", frequency: "custom" })).toBe(
    "invalid habits.badFrequency",
  );
  expect(await ana.refusal(updateHabit, { habitId: habit.id, times: { times: 9, days: 7 } })).toBe(
    "invalid habits.badFrequency",
  );
  expect(await ana.run(updateHabit, { habitId: habit.id, frequency: "daily" })).toMatchObject({
    times: null,
  });
});

test("a skipped day is neutral and undo takes the skip back", async () => {
  const ana = await services.person();
  const { id: habitId } = await ana.run(createHabit, { name: "Treino", frequency: "daily" });
  await ana.run(completeHabit, { habitId, day: "2026-11-20" });
  const actionId = newId();
  await ana.run(skipHabit, { habitId, day: "2026-11-21" }, actionId);
  expect(await ana.run(readHabitHistory, { habitId })).toMatchObject({ currentStreak: 1 });
  await ana.run(undoAction, { actionId });
  expect(await ana.run(readHabitHistory, { habitId })).toMatchObject({ currentStreak: 0 });
});

test("habits keep the order they are dragged into and leave it when retired", async () => {
  const ana = await services.person();
  const ids: string[] = [];
  for (const name of ["A", "B", "C"])
    ids.push((await ana.run(createHabit, { name, frequency: "daily" })).id);
  await ana.run(reorderHabits, { habitIds: ids.toReversed() });
  await ana.run(removeHabit, { habitId: ids[1] ?? "" });
  expect((await ana.run(listHabits, {})).items.map(({ name }) => name)).toEqual(["C", "A"]);
  expect(await ana.refusal(reorderHabits, { habitIds: [newId()] })).toBe(
    "not_found habits.notFound",
  );
});

test("the calendar counts the habits that a day expected", async () => {
  const ana = await services.person();
  const { id: habitId } = await ana.run(createHabit, { name: "Treino", frequency: "weekends" });
  await ana.run(createHabit, { name: "Diário", frequency: "daily" });
  await ana.run(completeHabit, { habitId });
  const { days } = await ana.run(readCalendar, { month: "2026-11" });
  expect(days[21]).toMatchObject({
    day: "2026-11-22",
    habitsCompleted: 1,
    habitsTotal: 2,
    hasData: true,
  });
  expect(days[22]).toMatchObject({ habitsTotal: 0 });
});

test("nobody else sees or marks a habit", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  const { id: habitId } = await ana.run(createHabit, { name: "Treino", frequency: "daily" });
  expect((await bia.run(listHabits, {})).items).toEqual([]);
  for (const operation of [
    completeHabit,
    uncompleteHabit,
    skipHabit,
    removeHabit,
    readHabitHistory,
  ]) {
    expect(await bia.refusal(operation, { habitId })).toBe("not_found habits.notFound");
  }
});

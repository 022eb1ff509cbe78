import { expect, test } from "vitest";

import { newId } from "../context.ts";
import { undoAction } from "../dashboard/undo.ts";
import { testServices } from "../testing.ts";
import { createGoal } from "./create.ts";
import { listGoals, readGoal } from "./list.ts";
import { addMilestone, completeMilestone, removeMilestone } from "./milestones.ts";
import { recordProgress } from "./progress.ts";
import { removeGoal } from "./remove.ts";
import { updateGoal } from "./update.ts";

const services = await testServices();
const books = {
  title: "Ler 12 livros",
  area: "learning",
  targetValue: 12,
  unit: "livros",
  endDate: "2027-11-22",
} as const;

test("a goal is set, followed and reached", async () => {
  const ana = await services.person();
  const goal = await ana.run(createGoal, {
    ...books,
    milestones: [{ title: "Metade", targetValue: 6 }],
  });
  expect(goal).toMatchObject({
    status: "not_started",
    progress: 0,
    startDate: "2026-11-22",
    milestones: [{ title: "Metade" }],
  });
  expect(await ana.run(recordProgress, { goalId: goal.id, currentValue: 3 })).toMatchObject({
    status: "in_progress",
    progress: 25,
  });
  expect(await ana.run(recordProgress, { goalId: goal.id, currentValue: 12 })).toMatchObject({
    status: "completed",
    progress: 100,
  });
  expect((await ana.run(listGoals, { status: "completed" })).items).toHaveLength(1);
});

test("losing weight is a goal like any other", async () => {
  const ana = await services.person();
  const lose = {
    title: "Emagrecer",
    area: "health",
    unit: "kg",
    targetValue: 80,
    endDate: "2027-03-01",
  } as const;
  expect(await ana.refusal(createGoal, { ...lose, direction: "decrease" })).toBe(
    "invalid goals.badTarget",
  );
  const goal = await ana.run(createGoal, { ...lose, baseline: 90 });
  expect(goal).toMatchObject({ direction: "decrease", currentValue: 90, progress: 0 });
  expect(await ana.run(recordProgress, { goalId: goal.id, currentValue: 87 })).toMatchObject({
    progress: 30,
  });
});

test("milestones come, are reached and go", async () => {
  const ana = await services.person();
  const { id: goalId } = await ana.run(createGoal, books);
  const { id: milestoneId } = await ana.run(addMilestone, { goalId, title: "Primeiro livro" });
  expect(await ana.run(completeMilestone, { milestoneId })).toMatchObject({
    completedAt: "2026-11-22T15:00:00.000Z",
  });
  expect(await ana.run(completeMilestone, { milestoneId, completed: false })).toMatchObject({
    completedAt: null,
  });
  await ana.run(removeMilestone, { milestoneId });
  expect(await ana.run(readGoal, { goalId })).toMatchObject({ milestones: [] });
  expect(await ana.refusal(completeMilestone, { milestoneId })).toBe(
    "not_found goals.milestoneNotFound",
  );
});

test("what does not fit is refused and a change can be undone", async () => {
  const ana = await services.person();
  const goal = await ana.run(createGoal, books);
  expect(await ana.refusal(createGoal, { ...books, endDate: "2026-11-22" })).toBe(
    "invalid goals.badDates",
  );
  expect(await ana.refusal(createGoal, { ...books, subArea: "family" })).toBe(
    "invalid areas.mismatch",
  );
  expect(await ana.refusal(updateGoal, { goalId: goal.id, baseline: 13 })).toBe(
    "invalid goals.badTarget",
  );
  const actionId = newId();
  await ana.run(updateGoal, { goalId: goal.id, targetValue: 24 }, actionId);
  await ana.run(undoAction, { actionId });
  expect(await ana.run(readGoal, { goalId: goal.id })).toEqual(goal);
});

test("nobody else reaches a goal", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  const { id: goalId } = await ana.run(createGoal, books);
  const { id: milestoneId } = await ana.run(addMilestone, { goalId, title: "x" });
  for (const operation of [readGoal, removeGoal, updateGoal])
    expect(await bia.refusal(operation, { goalId })).toBe("not_found goals.notFound");
  expect(await bia.refusal(recordProgress, { goalId, currentValue: 1 })).toBe(
    "not_found goals.notFound",
  );
  for (const operation of [completeMilestone, removeMilestone])
    expect(await bia.refusal(operation, { milestoneId })).toBe("not_found goals.milestoneNotFound");
  expect((await bia.run(listGoals, {})).items).toEqual([]);
});

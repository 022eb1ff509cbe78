import { createHabit } from "@vida/core/habits/create";
import { readHabitHistory } from "@vida/core/habits/history";
import { listHabits } from "@vida/core/habits/list";
import { completeHabit, skipHabit, uncompleteHabit } from "@vida/core/habits/mark";
import { removeHabit } from "@vida/core/habits/remove";
import { reorderHabits } from "@vida/core/habits/reorder";
import { updateHabit } from "@vida/core/habits/update";

import { mutation, query, router } from "../trpc.ts";

export const habitsRouter = router({
  list: query(listHabits),
  create: mutation(createHabit),
  update: mutation(updateHabit),
  remove: mutation(removeHabit),
  reorder: mutation(reorderHabits),
  complete: mutation(completeHabit),
  uncomplete: mutation(uncompleteHabit),
  skip: mutation(skipHabit),
  history: query(readHabitHistory),
});

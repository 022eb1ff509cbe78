import { createGoal } from "@vida/core/goals/create";
import { listGoals, readGoal } from "@vida/core/goals/list";
import { addMilestone, completeMilestone, removeMilestone } from "@vida/core/goals/milestones";
import { recordProgress } from "@vida/core/goals/progress";
import { removeGoal } from "@vida/core/goals/remove";
import { updateGoal } from "@vida/core/goals/update";

import { mutation, query, router } from "../trpc.ts";

export const goalsRouter = router({
  list: query(listGoals),
  get: query(readGoal),
  create: mutation(createGoal),
  update: mutation(updateGoal),
  progress: mutation(recordProgress),
  remove: mutation(removeGoal),
  addMilestone: mutation(addMilestone),
  completeMilestone: mutation(completeMilestone),
  removeMilestone: mutation(removeMilestone),
});

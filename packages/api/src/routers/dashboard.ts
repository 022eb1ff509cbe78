import { listActivity } from "@vida/core/dashboard/activity";
import { readToday } from "@vida/core/dashboard/today";
import { undoAction } from "@vida/core/dashboard/undo";

import { mutation, query, router } from "../trpc.ts";

export const dashboardRouter = router({
  today: query(readToday),
  activity: query(listActivity),
  undo: mutation(undoAction),
});

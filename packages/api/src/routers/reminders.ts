import {
  completeReminder,
  removeReminder,
  snoozeReminder,
  updateReminder,
} from "@vida/core/reminders/change";
import { createReminder } from "@vida/core/reminders/create";
import { listReminders } from "@vida/core/reminders/list";

import { mutation, query, router } from "../trpc.ts";

export const remindersRouter = router({
  list: query(listReminders),
  create: mutation(createReminder),
  update: mutation(updateReminder),
  complete: mutation(completeReminder),
  snooze: mutation(snoozeReminder),
  remove: mutation(removeReminder),
});

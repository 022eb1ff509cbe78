import { decodeCursor, encodeCursor } from "../cursor.ts";
import { quickRead } from "../operation.ts";
import { toReminderView } from "./rows.ts";
import { ListRemindersInput, ReminderPage } from "./schemas.ts";

/** Reminders by their next firing, the nearest first; done ones last. */
export const listReminders = quickRead({
  name: "reminders.list",
  input: ListRemindersInput,
  output: ReminderPage,
  async run(db, { status, limit, cursor }, userId) {
    const skip = cursor === undefined ? 0 : Number(decodeCursor(cursor, ["count"])[0]);
    const rows = await db.reminder.findMany({
      where: { userId, ...(status ? { status } : {}) },
      orderBy: [{ nextAt: { sort: "asc", nulls: "last" } }, { createdAt: "desc" }, { id: "desc" }],
      skip,
      take: limit + 1,
    });
    return {
      items: rows.slice(0, limit).map(toReminderView),
      nextCursor: rows.length > limit ? encodeCursor([String(skip + limit)]) : null,
    };
  },
});

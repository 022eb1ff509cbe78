import { z } from "zod";

import { PendingCard } from "../chat/schemas.ts";
import { Cursor, Day, Id, Instant, Limit, page } from "../fields.ts";
import { DayView } from "../tracking/schemas.ts";

export const TodayInput = z.object({});
export const TodayView = z.object({
  day: Day,
  name: z.string(),
  pending: z.array(PendingCard),
  tracking: DayView,
});
export type TodayView = z.infer<typeof TodayView>;

export const ActivityInput = z.object({ limit: Limit, cursor: Cursor.optional() });
export const ActivityView = z.object({
  actionId: Id,
  operation: z.string(),
  /** What happened, in words; the page adds by whom and when. */
  title: z.string(),
  actor: z.enum(["user", "assistant", "job"]),
  at: Instant,
  /** Whether undo can still be tried, and whether it was. */
  undoable: z.boolean(),
  undone: z.boolean(),
  tables: z.array(z.string()),
});
export type ActivityView = z.infer<typeof ActivityView>;
export const ActivityPage = page(ActivityView);

export const UndoInput = z.object({ actionId: Id });
export const UndoView = z.object({ actionId: Id, tables: z.array(z.string()) });

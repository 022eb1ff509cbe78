import { z } from "zod";

import { isDay } from "../dates.ts";
import { Cursor, Id, Instant, Limit, name, page, text } from "../fields.ts";

/** Wall time of the person, `YYYY-MM-DDTHH:MM[:SS]`. */
export const WallTime = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/,
    "hora inválida: use AAAA-MM-DDTHH:MM",
  )
  .refine((value) => isDay(value.slice(0, 10)), "esse dia não existe");

export const CreateReminderInput = z.object({
  title: name(255).describe("do que lembrar"),
  remindAt: WallTime.describe("hora local AAAA-MM-DDTHH:MM"),
  repeat: text(500).nullish().describe("repetição em RRULE, por exemplo FREQ=WEEKLY;BYDAY=MO"),
  notes: text(2000).nullish(),
});
export type CreateReminderInput = z.infer<typeof CreateReminderInput>;

export const UpdateReminderInput = z.object({
  reminderId: Id.describe("lembrete"),
  title: name(255).optional(),
  remindAt: WallTime.optional(),
  repeat: text(500).nullable().optional(),
  notes: text(2000).nullable().optional(),
});
export const ReminderInput = z.object({ reminderId: Id.describe("lembrete") });
export const SnoozeInput = z.object({ reminderId: Id, until: WallTime });

export const ReminderView = z.object({
  id: Id,
  title: z.string(),
  notes: z.string().nullable(),
  remindAt: z.string(),
  repeat: z.string().nullable(),
  /** The next firing; null when there is none. */
  nextAt: z.string().nullable(),
  status: z.enum(["pending", "done"]),
  createdAt: Instant,
});
export type ReminderView = z.infer<typeof ReminderView>;

export const ListRemindersInput = z.object({
  status: z.enum(["pending", "done"]).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
});
export const ReminderPage = page(ReminderView);

import type { Prisma } from "@vida/db/generated/prisma/client";

import { isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { nextFiring, normalizeRule } from "./rules.ts";
import { ReminderView } from "./schemas.ts";

type ReminderRow = Prisma.ReminderGetPayload<object>;

export function toReminderView(row: ReminderRow): ReminderView {
  return ReminderView.parse({ ...row, createdAt: isoInstant(row.createdAt) });
}

/** A reminder of the person, or `not_found` (`reminders.notFound`). */
export async function findReminder(ctx: Ctx, reminderId: string): Promise<ReminderRow> {
  const row = await ctx.tx.reminder.findFirst({ where: { userId: ctx.userId, id: reminderId } });
  return row ?? fail("not_found", "reminders.notFound", { reminderId });
}

/**
 * Checks when a reminder fires and answers its canonical rule and first firing.
 *
 * A rule that is none is `invalid` (`reminders.badRepeat`), a time without a firing ahead `reminders.past`.
 */
export function schedule(
  ctx: Ctx,
  remindAt: string,
  repeat: string | null,
): { repeat: string | null; nextAt: string } {
  const rule = repeat === null ? null : normalizeRule(repeat);
  if (repeat !== null && rule === null)
    fail("invalid", "reminders.badRepeat", { fields: { repeat: ["repetição inválida"] } });
  const nextAt = nextFiring(remindAt, rule, ctx.wallTime, true);
  return nextAt === null
    ? fail("invalid", "reminders.past", { fields: { remindAt: ["esse horário já passou"] } })
    : { repeat: rule, nextAt };
}

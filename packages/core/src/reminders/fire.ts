import type { Services } from "../context.ts";
import { notify } from "../notifications/notify.ts";
import { inSession } from "../operation.ts";
import { full, nextFiring } from "./rules.ts";

/**
 * Fires a reminder that is due, once: the notice and the move to the next time commit together. Times that
 * passed during an outage are told as one.
 */
export async function fireReminder(
  services: Services,
  job: { userId: string; reminderId: string },
): Promise<{ fired: boolean }> {
  return inSession(services, { userId: job.userId, actor: "job" }, async (ctx) => {
    const [row] = await ctx.tx.$queryRaw<
      {
        title: string;
        notes: string | null;
        remindAt: string;
        repeat: string | null;
        nextAt: string;
      }[]
    >`
      select title, notes, remind_at as "remindAt", repeat, next_at as "nextAt" from reminders
       where user_id = ${ctx.userId}::uuid and id = ${job.reminderId}::uuid and status = 'pending'
         and next_at <= ${full(ctx.wallTime)} for update`;
    if (!row) return { fired: false };
    const nextAt = row.repeat === null ? null : nextFiring(row.remindAt, row.repeat, ctx.wallTime);
    await ctx.tx.$executeRaw`select set_config('app.audit', 'off', true)`;
    await ctx.tx.reminder.update({
      where: { userId_id: { userId: ctx.userId, id: job.reminderId } },
      data: { nextAt, status: nextAt === null ? "done" : "pending", lastFiredAt: ctx.nowDate },
    });
    await ctx.tx.$executeRaw`select set_config('app.audit', '', true)`;
    const records = [{ table: "reminders", id: job.reminderId }];
    const fired = await notify(ctx, {
      kind: "reminder",
      title: row.title,
      body: row.notes,
      records,
      key: `${job.reminderId}@${row.nextAt}`,
    });
    ctx.touch("reminders", "dashboard");
    return { fired };
  });
}

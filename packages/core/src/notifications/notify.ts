import type { Ctx } from "../context.ts";
import { isoInstant } from "../context.ts";
import { dayToDate } from "../dates.ts";
import { toJson } from "../json.ts";
import { instantOf, quietUntil } from "./quiet.ts";
import type { NoticeKind } from "./rules.ts";

export type Notice = {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly body?: string | null;
  /** What it is about. */
  readonly records: readonly { readonly table: string; readonly id: string }[];
  /** One notice per kind, key and day: a job that runs twice tells once. */
  readonly key: string;
};

/** Notices a day, reminders aside: those the person asked for. */
export const DAILY_CAP = 3;

/**
 * Tells the person something, once; answers whether it was told.
 *
 * Always in the app, and by the ways the person chose for its kind, which wait for the end of the quiet
 * hours. A muted kind is not told, nor is a fourth notice of a day. Reminders are exempt from all three: the
 * person asked for that very time.
 */
export async function notify(ctx: Ctx, notice: Notice): Promise<boolean> {
  const { kind, title, body = null, records, key } = notice;
  if (kind !== "reminder" && !(await mayTell(ctx, kind))) return false;
  const id = ctx.id();
  const { count } = await ctx.tx.notification.createMany({
    data: {
      userId: ctx.userId,
      id,
      kind,
      title: title.slice(0, 255),
      body: body === null ? null : body.slice(0, 2000),
      records: toJson(records),
      key,
      day: dayToDate(ctx.today),
      createdAt: ctx.nowDate,
    },
    skipDuplicates: true,
  });
  if (count === 0) return false;
  ctx.emit({
    type: "notification",
    notificationId: id,
    kind,
    title,
    body,
    createdAt: isoInstant(ctx.nowDate),
  });
  ctx.touch("notifications");
  await sendOut(ctx, id, kind);
  return true;
}

async function mayTell(ctx: Ctx, kind: NoticeKind): Promise<boolean> {
  if (ctx.preferences.notifications.mutedKinds.includes(kind)) return false;
  return (await toldToday(ctx)) < DAILY_CAP;
}

/** How many notices of today count towards the cap. */
export async function toldToday(ctx: Ctx): Promise<number> {
  return ctx.tx.notification.count({
    where: { userId: ctx.userId, day: dayToDate(ctx.today), kind: { not: "reminder" } },
  });
}

/** Enqueues the ways out of the app: one job per browser, so that one that fails repeats no other. */
async function sendOut(ctx: Ctx, notificationId: string, kind: NoticeKind): Promise<void> {
  const { pushEnabled, pushKinds, emailEnabled, emailKinds } = ctx.preferences.notifications;
  const { userId } = ctx;
  const until =
    kind === "reminder" ? null : quietUntil(ctx.wallTime, ctx.preferences.notifications);
  const at = until === null ? {} : { runAt: instantOf(until, ctx.person.timezone) };
  if (emailEnabled && emailKinds.includes(kind)) {
    const options = { ...at, key: `notices.email:${notificationId}` };
    await ctx.enqueue("notices.email", { userId, notificationId }, options);
  }
  if (!pushEnabled || !pushKinds.includes(kind)) return;
  const browsers = await ctx.tx.pushSubscription.findMany({
    where: { userId },
    select: { id: true },
  });
  for (const { id: subscriptionId } of browsers) {
    const options = { ...at, key: `notices.push:${notificationId}:${subscriptionId}` };
    await ctx.enqueue("notices.push", { userId, notificationId, subscriptionId }, options);
  }
}

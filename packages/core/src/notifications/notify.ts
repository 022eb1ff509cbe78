import type { Ctx } from "../context.ts";
import { isoInstant } from "../context.ts";
import { dayToDate } from "../dates.ts";
import { toJson } from "../json.ts";

export type NoticeKind =
  | "reminder"
  | "bill"
  | "installment"
  | "statement"
  | "goal"
  | "question"
  | "insight"
  | "morning"
  | "weekly";

export type Notice = {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly body?: string | null;
  /** What it is about. */
  readonly records: readonly { readonly table: string; readonly id: string }[];
  /** One notice per kind, key and day: a job that runs twice tells once. */
  readonly key: string;
};

/** Tells the person something, once; answers whether it was new. */
export async function notify(ctx: Ctx, notice: Notice): Promise<boolean> {
  const { kind, title, body = null, records, key } = notice;
  const id = ctx.id();
  const { count } = await ctx.tx.notification.createMany({
    data: {
      userId: ctx.userId,
      id,
      kind,
      title,
      body,
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
  return true;
}

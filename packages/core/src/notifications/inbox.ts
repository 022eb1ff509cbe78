import { isoInstant } from "../context.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { fail } from "../errors.ts";
import { read, write } from "../operation.ts";
import {
  DismissInput,
  ListNotificationsInput,
  MarkReadInput,
  MarkedView,
  NotificationPage,
  NotificationView,
} from "./schemas.ts";

/** Notices that were not dismissed, newest first, and how many are unread. */
export const listNotifications = read({
  name: "notifications.list",
  input: ListNotificationsInput,
  output: NotificationPage,
  async run(ctx, { unread, limit, cursor }) {
    const skip = cursor === undefined ? 0 : Number(decodeCursor(cursor, ["count"])[0]);
    const where = { userId: ctx.userId, dismissedAt: null };
    const rows = await ctx.tx.notification.findMany({
      where: { ...where, ...(unread === true ? { readAt: null } : {}) },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip,
      take: limit + 1,
    });
    return {
      items: rows.slice(0, limit).map((row) =>
        NotificationView.parse({
          ...row,
          readAt: row.readAt ? isoInstant(row.readAt) : null,
          createdAt: isoInstant(row.createdAt),
        }),
      ),
      nextCursor: rows.length > limit ? encodeCursor([String(skip + limit)]) : null,
      unread: await ctx.tx.notification.count({ where: { ...where, readAt: null } }),
    };
  },
});

export const markRead = write({
  name: "notifications.markRead",
  input: MarkReadInput,
  output: MarkedView,
  touches: ["notifications"],
  async run(ctx, { notificationId }) {
    const those = { userId: ctx.userId, ...(notificationId ? { id: notificationId } : {}) };
    const { count } = await ctx.tx.notification.updateMany({
      where: { ...those, readAt: null },
      data: { readAt: ctx.nowDate },
    });
    if (notificationId && count === 0 && (await ctx.tx.notification.count({ where: those })) === 0)
      fail("not_found", "notifications.notFound", { notificationId });
    return { count };
  },
});

export const dismissNotification = write({
  name: "notifications.dismiss",
  input: DismissInput,
  output: MarkedView,
  touches: ["notifications"],
  async run(ctx, { notificationId }) {
    const { count } = await ctx.tx.notification.updateMany({
      where: { userId: ctx.userId, id: notificationId },
      data: { dismissedAt: ctx.nowDate, readAt: ctx.nowDate },
    });
    return count === 0
      ? fail("not_found", "notifications.notFound", { notificationId })
      : { count };
  },
});

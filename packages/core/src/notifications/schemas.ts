import { z } from "zod";

import { Cursor, Id, Instant, Limit, page } from "../fields.ts";

export const NotificationView = z.object({
  id: Id,
  kind: z.string(),
  title: z.string(),
  body: z.string().nullable(),
  records: z.array(z.object({ table: z.string(), id: Id })),
  readAt: Instant.nullable(),
  createdAt: Instant,
});
export const ListNotificationsInput = z.object({
  unread: z.boolean().optional(),
  limit: Limit,
  cursor: Cursor.optional(),
});
export const NotificationPage = page(NotificationView).extend({ unread: z.int() });
/** Without an id all are meant. */
export const MarkReadInput = z.object({ notificationId: Id.optional() });
export const DismissInput = z.object({ notificationId: Id });
export const MarkedView = z.object({ count: z.int() });

import { z } from "zod";

import { Cursor, Id, Instant, Limit, name, page } from "../fields.ts";

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

export const NoInput = z.object({});
const base64url = z.string().regex(/^[A-Za-z0-9_-]+={0,2}$/);
/** What a browser's `PushSubscription` says of itself, and a name by which the person knows it. */
export const SubscribeInput = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(1000),
  keys: z.object({ p256dh: base64url.min(80).max(100), auth: base64url.min(20).max(40) }),
  device: name(120),
});
export const DeviceInput = z.object({ deviceId: Id });
export const DeviceView = z.object({
  deviceId: Id,
  endpoint: z.string(),
  device: z.string(),
  createdAt: Instant,
});
export const DevicesView = z.object({ items: z.array(DeviceView) });

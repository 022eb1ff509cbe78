import { listDevices, subscribeDevice, unsubscribeDevice } from "@vida/core/notifications/devices";
import { dismissNotification, listNotifications, markRead } from "@vida/core/notifications/inbox";

import { mutation, query, router } from "../trpc.ts";

export const notificationsRouter = router({
  list: query(listNotifications),
  markRead: mutation(markRead),
  dismiss: mutation(dismissNotification),
  devices: query(listDevices),
  subscribe: mutation(subscribeDevice),
  unsubscribe: mutation(unsubscribeDevice),
});

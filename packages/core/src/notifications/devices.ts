import { isoInstant } from "../context.ts";
import { fail } from "../errors.ts";
import { read, write } from "../operation.ts";
import {
  DeviceInput,
  DevicesView,
  DeviceView,
  MarkedView,
  NoInput,
  SubscribeInput,
} from "./schemas.ts";

/** More browsers than this are somebody's script; the oldest gives way. */
const MOST = 20;

/** The browsers that notices come to, newest first. */
export const listDevices = read({
  name: "notifications.devices",
  input: NoInput,
  output: DevicesView,
  async run(ctx) {
    const rows = await ctx.tx.pushSubscription.findMany({
      where: { userId: ctx.userId },
      orderBy: { createdAt: "desc" },
    });
    return {
      items: rows.map((row) => ({
        ...row,
        deviceId: row.id,
        createdAt: isoInstant(row.createdAt),
      })),
    };
  },
});

/** Lets notices come to a browser; the same browser again renews its keys. */
export const subscribeDevice = write({
  name: "notifications.subscribe",
  input: SubscribeInput,
  output: DeviceView,
  touches: ["notifications"],
  async run(ctx, { endpoint, keys, device }) {
    const { userId } = ctx;
    const fields = { p256dh: keys.p256dh, auth: keys.auth, device };
    const row = await ctx.tx.pushSubscription.upsert({
      where: { userId_endpoint: { userId, endpoint } },
      create: { ...fields, userId, id: ctx.id(), endpoint, createdAt: ctx.nowDate },
      update: fields,
    });
    const old = await ctx.tx.pushSubscription.findMany({
      where: { userId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: MOST,
      select: { id: true },
    });
    await ctx.tx.pushSubscription.deleteMany({
      where: { userId, id: { in: old.map(({ id }) => id) } },
    });
    return { ...row, deviceId: row.id, createdAt: isoInstant(row.createdAt) };
  },
});

/** Ends notices on a browser. */
export const unsubscribeDevice = write({
  name: "notifications.unsubscribe",
  input: DeviceInput,
  output: MarkedView,
  touches: ["notifications"],
  async run(ctx, { deviceId }) {
    const { count } = await ctx.tx.pushSubscription.deleteMany({
      where: { userId: ctx.userId, id: deviceId },
    });
    return count === 0 ? fail("not_found", "notifications.deviceNotFound") : { count };
  },
});

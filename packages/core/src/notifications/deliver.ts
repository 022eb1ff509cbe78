import type { Ctx, Services } from "../context.ts";
import { inSession } from "../operation.ts";
import { instantOf, quietUntil } from "./quiet.ts";

export type PushJob = { userId: string; notificationId: string; subscriptionId: string };
export type EmailJob = { userId: string; notificationId: string };

export type Outgoing = {
  notificationId: string;
  kind: string;
  title: string;
  body: string | null;
  records: { table: string; id: string }[];
};

/**
 * What one browser is to be sent now, or null when it must hear nothing any more: the notice was read or
 * dismissed meanwhile, or the browser is gone. Quiet hours that began meanwhile put the job off to their end.
 */
export async function openPush(
  services: Services,
  job: PushJob,
): Promise<{ notice: Outgoing; endpoint: string; p256dh: string; auth: string } | null> {
  return inSession(services, { userId: job.userId, actor: "job" }, async (ctx) => {
    const device = await ctx.tx.pushSubscription.findFirst({
      where: { userId: ctx.userId, id: job.subscriptionId },
    });
    const notice = await openNotice(ctx, job.notificationId);
    if (device === null || notice === null) return null;
    const until = putOff(ctx, notice.kind);
    if (until !== null) {
      const key = `notices.push:${job.notificationId}:${job.subscriptionId}:later`;
      await ctx.enqueue("notices.push", job, { runAt: until, key });
      return null;
    }
    const { endpoint, p256dh, auth } = device;
    return { notice, endpoint, p256dh, auth };
  });
}

/** What is to be mailed now, to whom; by the same rules. */
export async function openEmail(
  services: Services,
  job: EmailJob,
): Promise<{ notice: Outgoing; name: string; email: string } | null> {
  return inSession(services, { userId: job.userId, actor: "job" }, async (ctx) => {
    const notice = await openNotice(ctx, job.notificationId);
    if (notice === null) return null;
    const until = putOff(ctx, notice.kind);
    if (until !== null) {
      const key = `notices.email:${job.notificationId}:later`;
      await ctx.enqueue("notices.email", job, { runAt: until, key });
      return null;
    }
    return { notice, name: ctx.person.name, email: ctx.person.email };
  });
}

/** Says how a browser took it: `gone` ends its subscription. */
export async function closePush(
  services: Services,
  { userId, subscriptionId }: PushJob,
  outcome: "sent" | "gone",
): Promise<void> {
  await inSession(services, { userId, actor: "job" }, async (ctx) => {
    const where = { userId, id: subscriptionId };
    if (outcome === "sent")
      await ctx.tx.pushSubscription.updateMany({ where, data: { lastSentAt: ctx.nowDate } });
    else await ctx.tx.pushSubscription.deleteMany({ where });
    if (outcome === "gone") ctx.touch("notifications");
  });
}

function putOff(ctx: Ctx, kind: string) {
  const until = quietUntil(ctx.wallTime, ctx.preferences.notifications);
  return kind === "reminder" || until === null ? null : instantOf(until, ctx.person.timezone);
}

async function openNotice(ctx: Ctx, notificationId: string): Promise<Outgoing | null> {
  const [row] = await ctx.tx.$queryRaw<Outgoing[]>`
    select id as "notificationId", kind, title, body, records from notifications
     where user_id = ${ctx.userId}::uuid and id = ${notificationId}::uuid and read_at is null and dismissed_at is null`;
  return row ?? null;
}

import { JOBS } from "@vida/core/jobs";
import { closePush, openPush } from "@vida/core/notifications/deliver";

import { job, type JobHandler } from "../job-runner.ts";
import { createPusher } from "../push.ts";
import type { JobDeps } from "../work.ts";

/** Sends one notice to one browser; a browser that takes none any more is let go. */
export function makeNoticesPush({ env, services }: Pick<JobDeps, "env" | "services">): JobHandler {
  const push = createPusher(env, services.clock);
  return job(JOBS["notices.push"], async (payload) => {
    if (push === undefined) return { sent: false };
    const open = await openPush(services, payload);
    if (open === null) return { sent: false };
    const { notice, ...to } = open;
    const { notificationId: id, kind, title, body, records } = notice;
    const outcome = await push(to, {
      id,
      urgent: kind === "reminder",
      payload: { id, kind, title, body: body?.slice(0, 500) ?? null, record: records[0] ?? null },
    });
    await closePush(services, payload, outcome);
    return { sent: outcome === "sent" };
  });
}

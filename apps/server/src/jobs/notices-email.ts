import { DomainError } from "@vida/core/errors";
import { JOBS } from "@vida/core/jobs";
import { openEmail } from "@vida/core/notifications/deliver";

import { job, type JobHandler } from "../job-runner.ts";
import { createMailer } from "../mail.ts";
import { noticeMail } from "../notice-mail.ts";
import type { JobDeps } from "../work.ts";

/** Mails one notice, to an address that was proven to be the person's. */
export function makeNoticesEmail({
  env,
  log,
  services,
}: Pick<JobDeps, "env" | "log" | "services">): JobHandler {
  const mailer = createMailer(env, log);
  return job(JOBS["notices.email"], async (payload) => {
    if (!mailer.enabled) return { sent: false };
    const where = { id: payload.userId, emailVerified: true };
    if ((await services.db.auth.loginUser.count({ where })) === 0) return { sent: false };
    const open = await openEmail(services, payload);
    if (open === null) return { sent: false };
    const letter = { to: open.email, name: open.name, url: env.appUrl };
    await mailer.deliver(noticeMail(letter, open.notice)).catch((error: unknown) => {
      log.warn({ err: error }, "notice not mailed");
      throw new DomainError("unavailable", "mail.unavailable");
    });
    return { sent: true };
  });
}

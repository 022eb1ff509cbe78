import { JOBS } from "@vida/core/jobs";
import { tellMorning } from "@vida/core/notifications/morning";

import { job } from "../job-runner.ts";

/** Tells what the day asks for. */
export const noticesMorning = job(JOBS["notices.morning"], (payload, { services }) =>
  tellMorning(services, payload),
);

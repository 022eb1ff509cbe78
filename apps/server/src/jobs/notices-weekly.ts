import { JOBS } from "@vida/core/jobs";
import { tellWeek } from "@vida/core/notifications/weekly";

import { job } from "../job-runner.ts";

/** Sums up the week. */
export const noticesWeekly = job(JOBS["notices.weekly"], (payload, { services }) =>
  tellWeek(services, payload),
);

import { JOBS } from "@vida/core/jobs";
import { fireReminder } from "@vida/core/reminders/fire";

import { job } from "../job-runner.ts";

/** Fires one reminder whose time has come. */
export const remindersFire = job(JOBS["reminders.fire"], (payload, { services }) =>
  fireReminder(services, payload),
);

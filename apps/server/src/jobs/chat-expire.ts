import { expireCard } from "@vida/core/chat/cards";
import { JOBS } from "@vida/core/jobs";

import { job } from "../job-runner.ts";

/** Closes one card whose time is over. */
export const chatExpire = job(JOBS["chat.expire"], (payload, { services }) =>
  expireCard(services, payload),
);

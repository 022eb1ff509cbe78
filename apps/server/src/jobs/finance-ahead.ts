import { fillAhead } from "@vida/core/finance/fill-ahead";
import { JOBS } from "@vida/core/jobs";

import { job } from "../job-runner.ts";

/** Fills the months ahead with what recurs. */
export const financeAhead = job(JOBS["finance.ahead"], (payload, { services }) =>
  fillAhead(services, payload),
);

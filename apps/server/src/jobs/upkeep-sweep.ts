import { JOBS } from "@vida/core/jobs";

import { job } from "../job-runner.ts";
import { sweep } from "../sweep.ts";

/** Finds what is due across people. */
export const upkeepSweep = job(JOBS["upkeep.sweep"], (_payload, { services }) => sweep(services));

import { v5 } from "uuid";
import { z } from "zod";

import type { Services } from "../context.ts";
import type { PersonJob } from "../jobs.ts";
import { execute, inSession } from "../operation.ts";
import { extendPlan, prolongs } from "./extend.ts";
import { standingMonth } from "./recurrence.ts";

/** Names the action of one night, so that a job which runs twice acts once. */
const NIGHTS = "5a1f6f3e-8a57-4c0b-9b57-0d2c5b1c9a10";

const Filled = z.object({ bills: z.int(), expenses: z.int(), incomes: z.int() });

/**
 * The nightly part of recurrence (job `finance.ahead`): fills the current month and the next two.
 *
 * A person who lacks nothing is left alone, without an action in their trail.
 */
export async function fillAhead(
  services: Services,
  job: PersonJob,
): Promise<z.infer<typeof Filled>> {
  const caller = { userId: job.userId, actor: "job" } as const;
  const lacking = await inSession(services, caller, async (ctx) => {
    const day = job.day ?? ctx.today;
    const until = standingMonth(day);
    return { day, until, found: await prolongs(ctx, ["bills", "expenses", "incomes"], until) };
  });
  if (lacking.found === null) return { bills: 0, expenses: 0, incomes: 0 };
  const actionId = v5(`finance.ahead:${job.userId}:${lacking.day}`, NIGHTS);
  const { bills, expenses, incomes } = await execute(
    services,
    extendPlan,
    { until: lacking.until },
    { ...caller, actionId },
  );
  return { bills, expenses, incomes };
}

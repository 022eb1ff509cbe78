import { z } from "zod";

import { Day, Id, page } from "../fields.ts";

export const Verdict = z.enum(["useful", "wrong", "mute"]);
export const InsightView = z.object({
  id: Id,
  kind: z.enum(["correlation", "streak", "spending"]),
  text: z.string(),
  /** The numbers it rests on. */
  data: z.record(z.string(), z.union([z.number(), z.string()])),
  verdict: Verdict.nullable(),
  computedDay: Day,
});
export type InsightView = z.infer<typeof InsightView>;
export const ListInsightsInput = z.object({});
export const InsightPage = page(InsightView);
export const RespondInput = z.object({ insightId: Id, verdict: Verdict });
export const ComputedView = z.object({ found: z.int(), series: z.int() });

import { listInsights, respondToInsight } from "@vida/core/insights/list";

import { mutation, query, router } from "../trpc.ts";

export const insightsRouter = router({
  list: query(listInsights),
  respond: mutation(respondToInsight),
});

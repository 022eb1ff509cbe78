import { readCalendar } from "@vida/core/tracking/calendar";
import { readDay } from "@vida/core/tracking/day";
import { listEntries } from "@vida/core/tracking/list";
import { recordEntry } from "@vida/core/tracking/record";
import { removeEntry } from "@vida/core/tracking/remove";
import { summarizeEntries } from "@vida/core/tracking/summary";
import { updateEntry } from "@vida/core/tracking/update";

import { mutation, query, router } from "../trpc.ts";

export const trackingRouter = router({
  record: mutation(recordEntry),
  update: mutation(updateEntry),
  remove: mutation(removeEntry),
  list: query(listEntries),
  summary: query(summarizeEntries),
  calendar: query(readCalendar),
  day: query(readDay),
});

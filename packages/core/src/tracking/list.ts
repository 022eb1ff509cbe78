import type { Prisma } from "@vida/db/generated/prisma/client";

import { decodeCursor, encodeCursor } from "../cursor.ts";
import { dayToDate } from "../dates.ts";
import { quickRead } from "../operation.ts";
import { ENTRY_WITH_METRIC, toEntryView } from "./entries.ts";
import { EntryPage, ListEntriesInput } from "./schemas.ts";

/** Entries, newest day first, within a day newest first. */
export const listEntries = quickRead({
  name: "tracking.list",
  input: ListEntriesInput,
  output: EntryPage,
  async run(db, input, userId) {
    const rows = await db.trackingEntry.findMany({
      where: { userId, ...filters(input), ...after(input.cursor) },
      orderBy: [{ day: "desc" }, { createdAt: "desc" }, { id: "desc" }],
      take: input.limit + 1,
      include: ENTRY_WITH_METRIC,
      relationLoadStrategy: "join",
    });
    const items = rows.slice(0, input.limit).map(toEntryView);
    const last = items.at(-1);
    const more = rows.length > input.limit && last !== undefined;
    return { items, nextCursor: more ? encodeCursor([last.day, last.createdAt, last.id]) : null };
  },
  emptyWithout: {
    of: ({ items }, { metricId }) => items.length === 0 && metricId !== undefined,
    exists: async (db, { metricId = "" }, userId) =>
      (await db.customMetric.count({ where: { userId, id: metricId } })) > 0,
    reason: "metrics.notFound",
  },
});

function filters(input: ListEntriesInput): Prisma.TrackingEntryWhereInput {
  return {
    ...(input.type ? { type: input.type } : {}),
    ...(input.metricId ? { metricId: input.metricId } : {}),
    ...(input.from || input.to
      ? {
          day: {
            ...(input.from ? { gte: dayToDate(input.from) } : {}),
            ...(input.to ? { lte: dayToDate(input.to) } : {}),
          },
        }
      : {}),
  };
}

function after(cursor: string | undefined): Prisma.TrackingEntryWhereInput {
  if (cursor === undefined) return {};
  const [day, createdAt, id] = decodeCursor(cursor, ["day", "instant", "id"]);
  return {
    AND: [
      {
        OR: [
          { day: { lt: dayToDate(day) } },
          { day: dayToDate(day), createdAt: { lt: createdAt } },
          { day: dayToDate(day), createdAt, id: { lt: id } },
        ],
      },
    ],
  };
}

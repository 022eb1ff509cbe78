import { expect, test } from "vitest";

import { groupByAge } from "./group-by-age.ts";

test("conversations fall under today, yesterday, this week, this month and earlier", () => {
  const days = ["2026-11-22", "2026-11-22", "2026-11-21", "2026-11-18", "2026-11-02", "2026-10-30"];
  const groups = groupByAge(days, (day) => day, "2026-11-22");
  expect(groups.map((group) => [group.name, group.items.length])).toEqual([
    ["today", 2],
    ["yesterday", 1],
    ["week", 1],
    ["month", 1],
    ["earlier", 1],
  ]);
});

import { expect, test } from "vitest";

import { listAccounts } from "../accounts/list.ts";
import { listActivity } from "../dashboard/activity.ts";
import { listPayables } from "../finance/payables.ts";
import { summarizeMonth } from "../finance/summary.ts";
import { listHabits } from "../habits/list.ts";
import { searchItems } from "../memory/search.ts";
import { testServices } from "../testing.ts";
import { summarizeEntries } from "../tracking/summary.ts";
import { seedDemo } from "./seed.ts";

const services = await testServices();

test("the demo person has a believable life, the same one every time", async () => {
  const [one, two] = [
    await services.person({ name: "Marina" }),
    await services.person({ name: "Marina" }),
  ];
  await seedDemo(services, one.userId, 45);
  await seedDemo(services, two.userId, 45);
  const water = await one.run(summarizeEntries, {
    type: "water",
    from: "2026-10-08",
    to: "2026-11-22",
  });
  expect(water.days).toBeGreaterThan(40);
  expect((await one.run(listHabits, {})).items).toHaveLength(4);
  expect((await one.run(searchItems, { query: "camarão" })).items).toHaveLength(1);
  const summary = await one.run(summarizeMonth, { month: "2026-11" });
  expect(Number(summary.incomeActual)).toBe(6200);
  expect(Number(summary.spent)).toBeGreaterThan(1000);
  const { items: payables } = await one.run(listPayables, {});
  expect(payables.filter(({ status }) => status === "overdue")).toEqual([]);
  const balances = async (person: typeof one) =>
    (await person.run(listAccounts, {})).items.map(({ name, balance }) => [name, balance]);
  expect(await balances(one)).toEqual(await balances(two));
  expect((await one.run(listActivity, {})).items.filter(({ actor }) => actor === "user")).toEqual(
    [],
  );
});
